package dev.wakit.campaign.content;

import dev.wakit.message.InteractiveMessage;
import dev.wakit.message.interactive.InteractiveHeader;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An interactive message, such as one with products or buttons, which WhatsApp delivers only within 24 hours of the person's last
 * message.
 *
 * <p>Its text header, body and footer may hold placeholders, and keep WhatsApp's lengths before and after the values are in. What the
 * person can tap is the same for everybody. Immutable.
 *
 * @param message the message with placeholders in its texts
 * @since 0.1
 */
public record InteractiveContent(InteractiveMessage message) implements CampaignContent {

    /** Checks the placeholders. */
    public InteractiveContent {
        Objects.requireNonNull(message, "message");
        texts(message).forEach(PlaceholderText::parse);
    }

    /** Wraps a message. */
    public static InteractiveContent of(InteractiveMessage message) {
        return new InteractiveContent(message);
    }

    @Override
    public Set<String> variables() {
        return names(PlaceholderText::variables);
    }

    @Override
    public Set<String> requiredVariables() {
        return names(PlaceholderText::requiredVariables);
    }

    private Set<String> names(Function<PlaceholderText, Set<String>> of) {
        var all = new LinkedHashSet<String>();
        texts(message).map(PlaceholderText::parse).map(of).forEach(all::addAll);
        return all;
    }

    private static Stream<String> texts(InteractiveMessage message) {
        return Stream.of(
                        message.header()
                                .filter(InteractiveHeader.Text.class::isInstance)
                                .map(header -> ((InteractiveHeader.Text) header).text()),
                        message.body(),
                        message.footer())
                .flatMap(java.util.Optional::stream);
    }

    @Override
    public String toString() {
        return "InteractiveContent[" + message.action().kind() + "]";
    }
}
