package dev.wakit;

import java.util.regex.Pattern;

/**
 * The owner of everything WaKit stores: every table, every query and every lane carries one.
 *
 * <p>1 to 40 lower-case letters, digits, {@code -} or {@code _}. Immutable.
 *
 * @param value the name as stored
 * @since 0.1
 */
public record TenantId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");

    /** The tenant of an application that has only one. */
    public static final TenantId DEFAULT = new TenantId("default");

    /** Checks the form. */
    public TenantId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Tenant '" + value + "' is not valid. Use 1 to 40 lower-case letters, digits, '-' or '_'.");
        }
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
