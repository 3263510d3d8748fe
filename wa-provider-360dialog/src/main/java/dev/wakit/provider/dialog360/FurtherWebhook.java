package dev.wakit.provider.dialog360;

import java.util.Objects;

/**
 * A further place where 360dialog posts the events of a number.
 *
 * @param name what tells it from others
 * @param target where
 * @since 0.1
 */
public record FurtherWebhook(String name, WebhookTarget target) {

    /** Checks the name. */
    public FurtherWebhook {
        Objects.requireNonNull(target, "target");
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "A further webhook needs a name that tells it from others; any will do.");
        }
    }
}
