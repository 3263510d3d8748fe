package dev.wakit.testkit.simulator;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the simulator really accepted: the truth a sender is measured against.
 *
 * <p>Append-only. Returned collections are snapshots. Thread-safe.
 */
public interface Ledger {

    /** Returns every accepted message, oldest first. */
    List<LedgerEntry> accepted();

    /** Returns up to {@code limit} accepted messages whose sequence is greater than {@code sequence}, oldest first. */
    List<LedgerEntry> acceptedAfter(long sequence, int limit);

    /** Returns the messages accepted for one recipient; the number may be written with {@code +} and separators. */
    List<LedgerEntry> acceptedFor(String to);

    /**
     * Returns the recipients that were sent to again although an earlier message had not failed.
     *
     * <p>A message has failed once its failed status was posted to the webhook target; a message accepted after that is
     * a legitimate second try and no duplicate.
     */
    Set<String> duplicates();

    /** Returns how many send requests arrived, whatever became of them. */
    long requests();

    /**
     * Returns how many send requests were refused, by error code.
     *
     * <p>Refusals without a code of the API count under their HTTP status, closed connections under 0.
     */
    Map<Integer, Long> rejections();

    /** Returns how many messages were accepted, by what the recipient's number does. */
    Map<MagicNumber, Long> outcomes();

    /** Returns how many different recipients have at least one accepted message. */
    int uniqueRecipients();
}
