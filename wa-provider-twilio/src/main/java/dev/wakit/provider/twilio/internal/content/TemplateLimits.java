package dev.wakit.provider.twilio.internal.content;

import dev.wakit.message.Message;
import dev.wakit.message.TemplateMessage;
import dev.wakit.template.BodyParameter;
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.HeaderParameter;
import dev.wakit.template.TemplateParameter;
import dev.wakit.template.TemplateValues;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What no Content of Twilio can take, whichever it is, so that it can be told before a campaign is planned.
 *
 * <p>Each answer is the rest of a sentence that begins with the provider.
 */
public final class TemplateLimits {

    private TemplateLimits() {}

    /** What Twilio lacks for a message; empty if nothing. */
    public static Optional<String> missing(Message message) {
        return message instanceof TemplateMessage template ? missing(template) : Optional.empty();
    }

    private static Optional<String> missing(TemplateMessage template) {
        if (template.limitedTimeOffer().isPresent()) {
            return Optional.of("has no limited-time offers in templates. Leave limitedTimeOffer(...) out.");
        }
        if (template.tapTarget().isPresent()) {
            return Optional.of("has no tap targets in templates. Leave tapTarget(...) out.");
        }
        return Stream.concat(Stream.of(template.values()), template.carousel().stream())
                .map(TemplateLimits::missing)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> missing(TemplateValues values) {
        Stream<String> header = values.header().filter(value -> !isTaken(value)).map(TemplateLimits::words).stream();
        Stream<String> body =
                values.body().stream().filter(value -> !isTaken(value)).map(TemplateLimits::words);
        Stream<String> buttons = values.buttons().values().stream()
                .filter(value -> !isTaken(value))
                .map(TemplateLimits::words);
        return Stream.of(header, body, buttons).flatMap(some -> some).findFirst();
    }

    private static boolean isTaken(HeaderParameter value) {
        return value instanceof TemplateParameter.Text
                || value instanceof TemplateParameter.NamedText
                || VariableFit.file(value).isPresent();
    }

    private static boolean isTaken(BodyParameter value) {
        return value instanceof TemplateParameter.NamedText
                || VariableFit.text(value).isPresent();
    }

    private static boolean isTaken(ButtonParameter value) {
        return value instanceof ButtonParameter.UrlSuffix
                || value instanceof ButtonParameter.Payload
                || value instanceof ButtonParameter.CouponCode
                || (value instanceof ButtonParameter.Flow flow && flow.data().isEmpty());
    }

    private static String words(HeaderParameter value) {
        return "has no templates with a header of format " + value.format()
                + ". Use a header of text, or of an image, video or document by link.";
    }

    private static String words(BodyParameter value) {
        return "takes no " + value.getClass().getSimpleName() + " in the body of a template. Give a text.";
    }

    private static String words(ButtonParameter value) {
        return value instanceof ButtonParameter.Flow
                ? "hands no data to the flow of a template's button. Leave the data out, and give a token alone."
                : "takes no " + value.getClass().getSimpleName()
                        + " for the button of a template. Use a URL suffix, a payload, a coupon code or a flow.";
    }
}
