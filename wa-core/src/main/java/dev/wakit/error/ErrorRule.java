package dev.wakit.error;

import dev.wakit.address.Region;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
 * @param finalIn regions whose people fail for good, whatever the disposition, by the region's code; each with the advice for them
 * @since 0.1
 */
public record ErrorRule(
        String code,
        String title,
        ErrorCategory category,
        Disposition disposition,
        ErrorScope scope,
        String advice,
        Map<String, String> finalIn) {

    /** Copies the regions. */
    public ErrorRule {
        finalIn = Map.copyOf(finalIn);
    }

    /** A rule that is the same in all regions. */
    public ErrorRule(
            String code,
            String title,
            ErrorCategory category,
            Disposition disposition,
            ErrorScope scope,
            String advice) {
        this(code, title, category, disposition, scope, advice, Map.of());
    }

    /** The same rule with another disposition. */
    public ErrorRule withDisposition(Disposition other) {
        return new ErrorRule(code, title, category, other, scope, advice, finalIn);
    }

    /**
     * The same rule, final for people of a region: what the BSP never delivers there is not tried again.
     *
     * @param regionalAdvice one sentence for an operator
     */
    public ErrorRule withFinalIn(Region region, String regionalAdvice) {
        var regions = new TreeMap<>(finalIn);
        regions.put(region.code(), regionalAdvice);
        return new ErrorRule(code, title, category, disposition, scope, advice, regions);
    }

    /** The advice for people of a region in which the error is final; empty where the disposition decides. */
    public Optional<String> finalAdvice(Region region) {
        return Optional.ofNullable(finalIn.get(region.code()));
    }
}
