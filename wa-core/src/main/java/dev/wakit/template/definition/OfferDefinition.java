package dev.wakit.template.definition;

import java.util.Objects;

/**
 * The box of a limited-time offer. Immutable.
 *
 * @param text what is offered, at most 16 characters
 * @param hasExpiration whether it counts down to an end that is set when the template is sent
 * @since 0.1
 */
public record OfferDefinition(String text, boolean hasExpiration) {
    public OfferDefinition {
        Objects.requireNonNull(text, "text");
    }
}
