package dev.wakit.testkit.meta.internal.template;

import dev.wakit.testkit.meta.SimulatedTemplate;
import java.util.List;

/**
 * What a message fills of a template or of one of its cards. Immutable.
 *
 * @param headerFormat such as {@code TEXT} or {@code IMAGE}; empty without a header
 * @param headerText the text of a text header
 * @param body the text of the body
 * @param buttons the buttons in order
 * @param isNamed whether the variables have names
 * @param isOffer whether it is an offer that ends, whose coupon codes are shorter
 */
record MessageParts(
        String headerFormat,
        String headerText,
        String body,
        List<SimulatedTemplate.Button> buttons,
        boolean isNamed,
        boolean isOffer) {

    static MessageParts of(SimulatedTemplate template) {
        return new MessageParts(
                template.headerFormat(),
                template.headerText(),
                template.body(),
                template.buttons(),
                template.isNamed(),
                template.offerEnds());
    }

    static MessageParts of(SimulatedTemplate.Card card, boolean named) {
        return new MessageParts(card.headerFormat(), "", card.body(), card.buttons(), named, false);
    }
}
