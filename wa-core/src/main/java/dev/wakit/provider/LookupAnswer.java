package dev.wakit.provider;

import dev.wakit.inbound.StatusChanged;
import dev.wakit.message.MessageId;
import java.util.Optional;

/**
 * What a BSP knows of a send whose answer was lost.
 *
 * @since 0.1
 */
public sealed interface LookupAnswer {

    /**
     * The BSP has exactly one message that fits.
     *
     * @param messageId its id
     * @param latest the latest status of it, where the BSP says so
     */
    record Found(MessageId messageId, Optional<StatusChanged> latest) implements LookupAnswer {

        @Override
        public String toString() {
            return "Found[" + latest.map(status -> status.status().name()).orElse("no status") + "]";
        }
    }

    /**
     * The BSP has no message that fits. Only for a list that is complete for the time asked about: the engine may send the message
     * again because of this answer.
     */
    record NotFound() implements LookupAnswer {}

    /**
     * Nothing can be said.
     *
     * @param why in words, without personal data
     */
    record Unsure(String why) implements LookupAnswer {}
}
