package dev.wakit.address;

import dev.wakit.internal.Check;
import java.util.regex.Pattern;

/**
 * A business-scoped user id: how WhatsApp names a person who hides the phone number, such as {@code US.1349…}. Immutable.
 *
 * <p>It is only valid for one business portfolio, or for linked portfolios in its parent form {@code US.ENT.1181…}, and
 * changes when the person changes number. {@code toString} is masked.
 *
 * @param value an ISO country code and a dot, {@code ENT.} for a parent id, then at most 128 letters and digits
 * @since 0.1
 */
public record Bsuid(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");
    private static final int SHOWN = 4;

    public Bsuid {
        Check.matches(
                "bsuid", value, FORM, "be CC.id or CC.ENT.id with at most 128 letters and digits after the last dot");
    }

    /** Returns the id of a text. */
    public static Bsuid of(String value) {
        return new Bsuid(value.strip());
    }

    /** Returns the country that the id begins with. */
    public Region region() {
        return new Region(value.substring(0, 2));
    }

    /** Tells whether linked portfolios share this id. */
    public boolean isParent() {
        return value.startsWith("ENT.", 3);
    }

    /** Returns the id with its middle hidden, such as {@code US.•••••1918}; safe to log. */
    public String masked() {
        String id = value.substring(value.lastIndexOf('.') + 1);
        String tail = id.length() > 2 * SHOWN ? id.substring(id.length() - SHOWN) : "";
        return value.substring(0, value.lastIndexOf('.') + 1) + "•••••" + tail;
    }

    @Override
    public String toString() {
        return masked();
    }
}
