package dev.wakit.error;

/**
 * One row of an error table: what a code means and what to do about it.
 *
 * <p>Immutable.
 *
 * @param code the BSP's code, or a range of numeric codes such as {@code 201-299}
 * @param title the BSP's name for it
 * @param category its family
 * @param disposition what the sender does
 * @param scope how much it concerns
 * @param advice one sentence for an operator: what it means and how to mend it
 * @since 0.1
 */
public record ErrorRule(
        String code, String title, ErrorCategory category, Disposition disposition, ErrorScope scope, String advice) {

    /** The same rule with another disposition. */
    public ErrorRule withDisposition(Disposition other) {
        return new ErrorRule(code, title, category, other, scope, advice);
    }
}
