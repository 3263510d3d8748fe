package dev.wakit.testkit.twilio;

import dev.wakit.testkit.simulator.MagicNumber;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the simulator does with a message to a {@link MagicNumber}, in Twilio's codes and statuses. Immutable.
 *
 * @param number the number
 * @param code the code of the refusal or of the failed status; 0 for none
 * @param statuses the status callbacks in the order in which they happen; empty when none comes
 * @param summary one line that says what happens
 * @since 0.1
 */
public record TwilioOutcome(MagicNumber number, int code, List<String> statuses, String summary) {

    private static final List<String> READ = List.of("sent", "delivered", "read");
    private static final List<String> UNDELIVERED = List.of("sent", "undelivered");
    private static final Map<MagicNumber, TwilioOutcome> ALL = all();

    /** Copies the list. */
    public TwilioOutcome {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(summary, "summary");
        statuses = List.copyOf(statuses);
    }

    /** Returns what happens to a message to the number. */
    public static TwilioOutcome of(MagicNumber number) {
        return Objects.requireNonNull(ALL.get(Objects.requireNonNull(number, "number")));
    }

    /**
     * Returns how an accepted message ends for the customer: {@code read}, {@code delivered}, {@code sent},
     * {@code undelivered}, {@code failed}, or {@code queued} when nothing happens after acceptance. The message resource shows
     * the same, but for {@link MagicNumber#CONFLICT}, which it shows as undelivered although the customer has the message.
     */
    public String finalStatus() {
        if (number == MagicNumber.CONFLICT) {
            return "delivered";
        }
        return statuses.isEmpty() ? "queued" : statuses.get(statuses.size() - 1);
    }

    private static Map<MagicNumber, TwilioOutcome> all() {
        Map<MagicNumber, TwilioOutcome> all = new EnumMap<>(MagicNumber.class);
        for (MagicNumber number : MagicNumber.values()) {
            all.put(number, make(number));
        }
        return all;
    }

    private static TwilioOutcome make(MagicNumber number) {
        return switch (number) {
            case ORDINARY -> good(number, READ, "accepted; sent, delivered, read");
            case DELIVERED_ONLY -> good(number, List.of("sent", "delivered"), "accepted; sent, delivered, never read");
            case SENT_ONLY -> good(number, List.of("sent"), "accepted; sent, never delivered");
            case SILENT -> good(number, List.of(), "accepted; no callback, stays queued");
            case UNDELIVERABLE -> undelivered(number, 63024, "not a recipient");
            case MARKETING_LIMIT -> undelivered(number, 63049, "marketing limit per user");
            case OPTED_OUT -> undelivered(number, 63033, "opted out of marketing");
            case EXPERIMENT -> undelivered(number, 63032, "user is part of an experiment");
            case BLOCKED -> undelivered(number, 63014, "you blocked this person");
            // Twilio takes no identity hash, so that nothing is compared.
            case IDENTITY_CHANGED -> good(number, READ, "accepted; sent, delivered, read");
            case CONFLICT ->
                new TwilioOutcome(
                        number,
                        63012,
                        List.of("sent", "delivered", "undelivered"),
                        "accepted; sent, delivered, then undelivered 63012");
            case HELD_THEN_RELEASED -> good(number, READ, "content stays queued, later sent, delivered, read");
            case HELD_THEN_DROPPED ->
                new TwilioOutcome(
                        number, 63041, List.of("failed"), "content stays queued, later failed 63041 (template paused)");
            case REPLIES_STOP -> good(number, READ, "accepted; read, then the customer writes STOP");
            case REPLIES_TEXT -> good(number, READ, "accepted; read, then the customer writes a sentence");
            case RATE_LIMITED_ONCE ->
                new TwilioOutcome(number, 20429, READ, "first request refused with HTTP 429, 20429, then ordinary");
            case PAIR_LIMITED_ONCE ->
                new TwilioOutcome(number, 63018, READ, "first message accepted and failed 63018, then ordinary");
            case SERVER_ERROR -> new TwilioOutcome(number, 20500, List.of(), "HTTP 500 with code 20500, not accepted");
            case HTML_UNAVAILABLE -> good(number, List.of(), "HTTP 503 with an HTML page, not accepted");
            case SLOW -> good(number, READ, "accepted; the answer takes 3 s");
            case VERY_SLOW -> good(number, READ, "accepted; the answer takes 25 s");
            case LOST_RESPONSE -> good(number, READ, "accepted; connection closed without an answer");
            case RESET_BEFORE_ACCEPTANCE ->
                good(number, List.of(), "connection closed without an answer, not accepted");
            case TRUNCATED_ANSWER -> good(number, READ, "accepted; the JSON of the answer is cut in half");
        };
    }

    private static TwilioOutcome good(MagicNumber number, List<String> statuses, String summary) {
        return new TwilioOutcome(number, 0, statuses, summary);
    }

    private static TwilioOutcome undelivered(MagicNumber number, int code, String why) {
        return new TwilioOutcome(
                number, code, UNDELIVERED, "accepted; sent, then undelivered " + code + " (" + why + ")");
    }
}
