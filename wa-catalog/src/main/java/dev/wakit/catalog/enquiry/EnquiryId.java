package dev.wakit.catalog.enquiry;

import com.github.f4b6a3.tsid.Tsid;

/**
 * The id of an enquiry: 13 characters that sort by the time of creation. Immutable.
 *
 * @param value the number behind the text
 * @since 0.1
 */
public record EnquiryId(long value) implements Comparable<EnquiryId> {

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no such id
     */
    public static EnquiryId parse(String text) {
        if (!Tsid.isValid(text)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not the id of an enquiry. It has 13 letters and digits, like 0HQ5W3K7T1ZXC.");
        }
        return new EnquiryId(Tsid.from(text).toLong());
    }

    @Override
    public int compareTo(EnquiryId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Tsid.from(value).toString();
    }
}
