package dev.wakit.catalog;

/**
 * An order, or a change of one, has a value that cannot be; fix the value.
 *
 * @since 0.1
 */
public final class InvalidOrderException extends CatalogException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * Says what is wrong.
     *
     * @param field which value
     * @param problem the rest of the sentence: the rule and what to do; without personal data
     */
    public InvalidOrderException(String field, String problem) {
        super(field + " " + problem);
        this.field = field;
    }

    /** Which value. */
    public String field() {
        return field;
    }
}
