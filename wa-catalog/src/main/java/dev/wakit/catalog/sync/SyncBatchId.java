package dev.wakit.catalog.sync;

import com.github.f4b6a3.tsid.Tsid;

/**
 * The id of a batch: 13 characters that sort by the time of creation. Immutable.
 *
 * @param value the number behind the text
 * @since 0.1
 */
public record SyncBatchId(long value) implements Comparable<SyncBatchId> {

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no such id
     */
    public static SyncBatchId parse(String text) {
        if (!Tsid.isValid(text)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not the id of a batch. It has 13 letters and digits, like 0HQ5W3K7T1ZXC.");
        }
        return new SyncBatchId(Tsid.from(text).toLong());
    }

    @Override
    public int compareTo(SyncBatchId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Tsid.from(value).toString();
    }
}
