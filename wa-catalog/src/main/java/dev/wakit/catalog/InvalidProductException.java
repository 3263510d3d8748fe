package dev.wakit.catalog;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A catalog or a product breaks rules; all of them are told at once.
 *
 * @since 0.1
 */
public final class InvalidProductException extends CatalogException {

    private static final long serialVersionUID = 1L;

    private final transient List<RuleBreak> breaks;

    /** With one broken rule. */
    public InvalidProductException(RuleBreak broken) {
        this(List.of(broken));
    }

    /** With every broken rule. */
    public InvalidProductException(List<RuleBreak> breaks) {
        super(breaks.stream().map(RuleBreak::toString).collect(Collectors.joining(" ")));
        this.breaks = List.copyOf(breaks);
    }

    /** Every broken rule, in the order of the fields. */
    public List<RuleBreak> breaks() {
        return breaks;
    }
}
