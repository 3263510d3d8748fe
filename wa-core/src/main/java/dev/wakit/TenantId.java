package dev.wakit;

/**
 * The owner of everything WaKit stores: every table, every query and every lane carries one.
 *
 * <p>1 to 40 lower-case letters, digits, {@code -} or {@code _}. Immutable.
 *
 * @param value the name as stored
 * @since 0.1
 */
public record TenantId(String value) {

    private static final int MAX_LENGTH = 40;

    /** The tenant of an application that has only one. */
    public static final TenantId DEFAULT = new TenantId("default");

    /** Checks the form. */
    public TenantId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "Tenant '" + value + "' is not valid. Use 1 to 40 lower-case letters, digits, '-' or '_'.");
        }
    }

    // By hand, because one is made for every row that is read.
    private static boolean isValid(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean isPlain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (!isPlain && (i == 0 || c != '-' && c != '_')) {
                return false;
            }
        }
        return !value.isEmpty() && value.length() <= MAX_LENGTH;
    }

    /** Wraps a tenant name. */
    public static TenantId of(String value) {
        return new TenantId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
