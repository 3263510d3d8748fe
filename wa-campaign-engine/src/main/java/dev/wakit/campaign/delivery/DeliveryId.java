package dev.wakit.campaign.delivery;

import com.github.f4b6a3.tsid.Tsid;

/**
 * The id of a delivery: 13 characters that sort by the time of creation.
 *
 * <p>Immutable.
 *
 * @param value the number behind the text
 * @since 0.1
 */
public record DeliveryId(long value) implements Comparable<DeliveryId> {

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is not a delivery id
     */
    public static DeliveryId parse(String text) {
        if (!Tsid.isValid(text)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a delivery id. It has 13 letters and digits, like 0HQ5W3K7T1ZXC.");
        }
        return new DeliveryId(Tsid.from(text).toLong());
    }

    @Override
    public int compareTo(DeliveryId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Tsid.from(value).toString();
    }
}
