package dev.wakit.catalog.cart;

import com.github.f4b6a3.tsid.Tsid;

/**
 * The id of a cart: 13 characters that sort by the time of creation. Immutable.
 *
 * @param value the number behind the text
 * @since 0.1
 */
public record CartId(long value) implements Comparable<CartId> {

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no such id
     */
    public static CartId parse(String text) {
        if (!Tsid.isValid(text)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not the id of a cart. It has 13 letters and digits, like 0HQ5W3K7T1ZXC.");
        }
        return new CartId(Tsid.from(text).toLong());
    }

    @Override
    public int compareTo(CartId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Tsid.from(value).toString();
    }
}
