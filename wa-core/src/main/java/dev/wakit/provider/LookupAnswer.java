package dev.wakit.provider;

import dev.wakit.error.ProviderError;
import dev.wakit.message.MessageId;
import java.util.List;
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
     * @param failure why it was not delivered, if the BSP says that it failed; otherwise it was accepted, and statuses tell the rest
     */
    record Found(MessageId messageId, Optional<ProviderError> failure) implements LookupAnswer {

        @Override
        public String toString() {
            return failure.isPresent() ? "Found[failed]" : "Found[accepted]";
        }
    }

    /**
     * The BSP has several messages that fit, such as the same text sent twice: the first one that belongs to nobody else is taken.
     *
     * @param found two or more, in the order in which they were created
     */
    record Several(List<Found> found) implements LookupAnswer {

        /** Copies the list. */
        public Several {
            found = List.copyOf(found);
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
