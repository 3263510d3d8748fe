package dev.wakit.provider;

/**
 * The name of a provider instance, such as {@code meta} or {@code meta-india}.
 *
 * <p>1 to 40 lower-case letters, digits or {@code -}. Immutable.
 *
 * @param value the name
 * @since 0.1
 */
public record ProviderId(String value) {

    private static final int MAX_LENGTH = 40;

    /** Checks the form. */
    public ProviderId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "Provider name '" + value + "' is not valid. Use 1 to 40 lower-case letters, digits or '-'.");
        }
    }

    // By hand, because one is made for every row that is read.
    private static boolean isValid(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean isPlain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (!isPlain && (i == 0 || c != '-')) {
                return false;
            }
        }
        return !value.isEmpty() && value.length() <= MAX_LENGTH;
    }

    /** Wraps a name. */
    public static ProviderId of(String value) {
        return new ProviderId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
