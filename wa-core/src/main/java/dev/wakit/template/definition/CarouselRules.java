package dev.wakit.template.definition;

import dev.wakit.template.HeaderFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of a carousel. */
final class CarouselRules {
    private static final int MIN_CARDS = 2;
    private static final int MAX_CARDS = 10;
    private static final int MAX_CARD_BODY = 160;
    private static final int MAX_CARD_BUTTONS = 2;
    private static final Set<HeaderFormat> HEADERS =
            Set.of(HeaderFormat.IMAGE, HeaderFormat.VIDEO, HeaderFormat.PRODUCT);

    private final List<CardDefinition> cards;
    private final Findings findings;

    CarouselRules(List<CardDefinition> cards, Findings findings) {
        this.cards = cards;
        this.findings = findings;
    }

    void check() {
        if (cards.isEmpty()) {
            return;
        }
        findings.addIf(
                cards.size() < MIN_CARDS || cards.size() > MAX_CARDS,
                TemplateRule.CARDS_COUNT,
                "carousel",
                cards.size() + " cards",
                "Use " + MIN_CARDS + " to " + MAX_CARDS + ".");
        for (int i = 0; i < cards.size(); i++) {
            check("carousel[" + i + "]", cards.get(i));
        }
    }

    private void check(String field, CardDefinition card) {
        HeaderFormat format = card.header().format();
        findings.addIf(
                !HEADERS.contains(format),
                TemplateRule.CARD_HEADER,
                field + ".header",
                format.name(),
                "Use a picture, a video or a product.");
        TextRules.header(field + ".header", card.header(), findings);
        card.body().ifPresent(body -> TextRules.body(field + ".body", body, MAX_CARD_BODY, findings));
        findings.addIf(
                format != HeaderFormat.PRODUCT && card.buttons().size() > MAX_CARD_BUTTONS,
                TemplateRule.CARD_BUTTONS_TOO_MANY,
                field + ".buttons",
                card.buttons().size() + " buttons",
                "Keep at most " + MAX_CARD_BUTTONS + ".");
        new ButtonRules(field + ".buttons", card.buttons(), false, findings).check();
        findings.addIf(
                !shape(card).equals(shape(cards.get(0))),
                TemplateRule.CARDS_DIFFER,
                field,
                String.join(", ", shape(card)),
                "Give every card the parts of the first: " + String.join(", ", shape(cards.get(0))) + ".");
    }

    /** What must be the same on every card. */
    private static List<String> shape(CardDefinition card) {
        var shape = new ArrayList<String>();
        shape.add(card.header().format().name());
        Optional<BodyDefinition> body = card.body();
        shape.add(body.isPresent() ? "body" : "no body");
        card.buttons().forEach(button -> shape.add(button.getClass().getSimpleName()));
        return shape;
    }
}
