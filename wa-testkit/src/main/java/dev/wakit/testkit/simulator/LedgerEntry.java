package dev.wakit.testkit.simulator;

import java.time.Instant;

/**
 * One accepted message. Immutable.
 *
 * @param sequence position in the ledger, from 1
 * @param time when the message was accepted, by the simulator's clock
 * @param phoneNumberId the sender: the id of a phone number with Meta, its address with Twilio
 * @param to the recipient as the client wrote it
 * @param recipient the recipient as bare digits, or the user id if there was no number
 * @param kind the message type, such as {@code text} or {@code template}
 * @param templateName name of the template, or its ContentSid with Twilio; empty for other kinds
 * @param callbackData what the client wants back with every status: {@code biz_opaque_callback_data} with Meta, the status
 *     callback URL with Twilio; empty when none was sent
 * @param replyTo the id of the message that it answers; empty for none
 * @param wamid the id handed out: a {@code wamid} with Meta, a SID with Twilio
 * @param outcome what the recipient's number does
 * @param finalStatus the last status this message will reach
 */
public record LedgerEntry(
        long sequence,
        Instant time,
        String phoneNumberId,
        String to,
        String recipient,
        String kind,
        String templateName,
        String callbackData,
        String replyTo,
        String wamid,
        MagicNumber outcome,
        String finalStatus) {

    /** Returns the entry with the recipient's number masked except for its last four digits. */
    @Override
    public String toString() {
        String tail = recipient.substring(Math.max(0, recipient.length() - 4));
        return "LedgerEntry[#" + sequence + " " + kind + " to …" + tail + ", " + outcome + ", " + finalStatus + "]";
    }
}
