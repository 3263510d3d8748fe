package dev.wakit.campaign.store;

import java.util.Map;

/**
 * One captured row of an audience, as it was given.
 *
 * <p>Immutable. A text that is not set is empty. {@link #toString()} shows the line only.
 *
 * @param line its line or position, from 1
 * @param phone the phone number in any notation
 * @param bsuid the business-scoped user id
 * @param name the person's name
 * @param variables the values of the content's placeholders
 * @param error why the row could not be read; empty if it could
 * @since 0.1
 */
public record AudienceRow(
        long line, String phone, String bsuid, String name, Map<String, String> variables, String error) {

    /** The error of a row whose person was erased. */
    public static final String ERASED = "erased";

    /** Copies the variables. */
    public AudienceRow {
        variables = Map.copyOf(variables);
    }

    @Override
    public String toString() {
        return "AudienceRow[line " + line + "]";
    }
}
