package dev.wakit.address;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A country or territory by its ISO 3166-1 alpha-2 code, such as {@code IN}. Immutable.
 *
 * <p>Two codes are not countries: {@link #WORLD} for international services, {@link #UNKNOWN} for what cannot be told.
 *
 * @param code two upper-case letters, or {@code 001}
 * @since 0.1
 */
public record Region(String code) {
    // First, because the constants below are checked against it.
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}|001");

    /** Not a country but a service such as a satellite phone: {@code 001}. */
    public static final Region WORLD = new Region("001");

    /** A region that cannot be told: {@code ZZ}. */
    public static final Region UNKNOWN = new Region("ZZ");

    public Region {
        Objects.requireNonNull(code, "code");
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "Not an ISO 3166-1 alpha-2 code: '" + code + "'. Write two letters such as IN.");
        }
    }

    /**
     * Returns the region of a code in any case.
     *
     * @throws IllegalArgumentException if the code is not two letters
     */
    public static Region of(String code) {
        return new Region(code.strip().toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return code;
    }
}
