package dev.wakit.testkit.meta;

import java.util.Arrays;
import java.util.Objects;

/**
 * What the simulated catalog does with a product, chosen by a word in its retailer id: {@code mug-sim_rejected-1} is
 * {@link #REJECTED}. Immutable.
 *
 * <p>What happens to a whole batch, happens to the first one that has the product: when it comes again it is ordinary, so that who
 * repeats gets on. What happens to the product alone, happens always.
 */
public enum MagicItem {
    /** Any other retailer id: taken, and approved. */
    ORDINARY("", "taken; approved"),
    /** {@code sim_rejected}: taken; the review rejects it. */
    REJECTED("sim_rejected", "taken; rejected by the review"),
    /** {@code sim_in_review}: taken; the review never ends. */
    IN_REVIEW("sim_in_review", "taken; stays in review"),
    /** {@code sim_outdated}: taken; its review stays outdated. */
    OUTDATED("sim_outdated", "taken; its review stays outdated"),
    /** {@code sim_hidden}: taken; its visibility is {@code staging}. */
    HIDDEN("sim_hidden", "taken; hidden (visibility staging)"),
    /** {@code sim_warned}: taken, with a warning. */
    WARNED("sim_warned", "taken, with a warning"),
    /** {@code sim_invalid}: an error when the batch is over; not taken. */
    INVALID("sim_invalid", "an error in the status of the batch; not taken"),
    /** {@code sim_refused}: an error in the answer to the batch; not taken. */
    REFUSED("sim_refused", "an error in the answer to the batch; not taken"),
    /** {@code sim_limited}: the first batch is refused with 80014. */
    RATE_LIMITED_ONCE("sim_limited", "first batch refused with 80014"),
    /** {@code sim_server_error}: the first batch ends in HTTP 500 and is not taken. */
    SERVER_ERROR_ONCE("sim_server_error", "first batch ends in HTTP 500 with code 2, not taken"),
    /** {@code sim_reset}: the connection of the first batch is closed before it is taken. */
    RESET_ONCE("sim_reset", "first batch: connection closed without an answer, not taken"),
    /** {@code sim_lost}: the first batch is taken, and its connection closed without an answer. */
    LOST_ANSWER_ONCE("sim_lost", "first batch taken; connection closed without an answer"),
    /** {@code sim_truncated}: the first batch is taken, and half of the answer's JSON arrives. */
    TRUNCATED_ANSWER_ONCE("sim_truncated", "first batch taken; the JSON of the answer is cut in half"),
    /** {@code sim_slow}: the first batch takes ten times as long, so that later ones overtake it. */
    SLOW_ONCE("sim_slow", "first batch takes ten times as long"),
    /** {@code sim_stuck}: the first batch is started, and nothing more ever happens. */
    STUCK_ONCE("sim_stuck", "first batch stays started; nothing of it is done"),
    /** {@code sim_silent}: the first batch is done, but stays started for whoever asks. */
    SILENT_ONCE("sim_silent", "first batch stays started, although all of it is done"),
    /** {@code sim_batch_error}: the first batch breaks off in the middle, with status {@code error}. */
    BATCH_ERROR_ONCE("sim_batch_error", "first batch ends in error; its first half is done"),
    /** {@code sim_forgotten}: the first batch is done, and its handle unknown from then on. */
    FORGOTTEN_ONCE("sim_forgotten", "first batch is done; its handle is unknown afterwards");

    private final String word;
    private final String summary;

    MagicItem(String word, String summary) {
        this.word = word;
        this.summary = summary;
    }

    /** Returns the case of a retailer id. */
    public static MagicItem of(String retailerId) {
        Objects.requireNonNull(retailerId, "retailerId");
        return Arrays.stream(values())
                .filter(item -> item != ORDINARY && retailerId.contains(item.word))
                .findFirst()
                .orElse(ORDINARY);
    }

    /** Returns the word that chooses this case; empty for {@link #ORDINARY}. */
    public String word() {
        return word;
    }

    /** Returns one line that says what happens. */
    public String summary() {
        return summary;
    }

    /** Tells whether it concerns a whole batch, once. */
    public boolean isOfBatch() {
        return name().endsWith("_ONCE");
    }
}
