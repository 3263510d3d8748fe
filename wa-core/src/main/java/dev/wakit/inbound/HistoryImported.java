package dev.wakit.inbound;

import dev.wakit.error.ProviderError;
import dev.wakit.inbound.content.InboundContent;
import dev.wakit.message.MessageId;
import java.time.Instant;
import java.util.List;

/**
 * Messages of the past, handed over once when a number of the WhatsApp Business app is connected.
 *
 * <p>Immutable. Nobody wrote now: they are neither answers nor proof of anything that WaKit sent. Files of such messages follow in
 * events of one message, with phase, chunk and progress 0.
 *
 * @param source where it came from
 * @param phase which part of the past: 0 for the last day, 1 for 90 days, 2 for 180 days
 * @param chunk the place of this event within its phase; they may come in any order
 * @param progress percent of the whole
 * @param threads the conversations
 * @param errors why there is no history, such as that the business did not agree
 * @since 0.1
 */
public record HistoryImported(
        EventSource source, int phase, int chunk, int progress, List<Thread> threads, List<ProviderError> errors)
        implements InboundEvent {

    /**
     * The messages with one person.
     *
     * @param person with whom
     * @param messages the messages, in the order given
     */
    public record Thread(Person person, List<Entry> messages) {

        /** Copies the list. */
        public Thread {
            messages = List.copyOf(messages);
        }

        @Override
        public String toString() {
            return "Thread[" + messages.size() + " messages]";
        }
    }

    /**
     * One message of the past.
     *
     * @param messageId the BSP's id
     * @param from who wrote it, as the BSP writes a number: the person, or the business
     * @param to whom the business wrote to; empty for a message of the person
     * @param at when
     * @param type the BSP's word for the kind of content
     * @param content what was written
     * @param status how far it came, in the BSP's word
     */
    public record Entry(
            MessageId messageId,
            String from,
            String to,
            Instant at,
            String type,
            InboundContent content,
            String status) {

        @Override
        public String toString() {
            return "Entry[" + type + "]";
        }
    }

    /** Copies the collections. */
    public HistoryImported {
        threads = List.copyOf(threads);
        errors = List.copyOf(errors);
    }

    @Override
    public String toString() {
        return "HistoryImported[phase " + phase + ", chunk " + chunk + ", " + progress + " %]";
    }
}
