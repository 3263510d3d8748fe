package dev.wakit.testkit.meta;

import java.util.Objects;

/**
 * Decides what becomes of a template that is handed in for review.
 *
 * <p>Called twice: for the category when the template is handed in, for the status when the review ends. Must be thread-safe, quick
 * and give the same answer for the same template.
 */
@FunctionalInterface
public interface TemplateReviewer {

    /** Names that contain this are refused. */
    String REJECTED = "sim_rejected";

    /** Names that contain this are put into the category {@code MARKETING}. */
    String MARKETING = "sim_marketing";

    /** Names that contain this stay in review. */
    String IN_REVIEW = "sim_in_review";

    /** Returns the decision about a template. */
    Verdict review(SimulatedTemplate template);

    /** Returns the reviewer that approves all templates but those whose names contain one of the words above. */
    static TemplateReviewer byName() {
        return template -> {
            String name = template.name();
            SimulatedTemplate.Category category =
                    name.contains(MARKETING) ? SimulatedTemplate.Category.MARKETING : template.category();
            if (name.contains(REJECTED)) {
                return new Verdict("REJECTED", "INVALID_FORMAT", category);
            }
            return new Verdict(name.contains(IN_REVIEW) ? "PENDING" : "APPROVED", "NONE", category);
        };
    }

    /**
     * A decision. Immutable.
     *
     * @param status {@code APPROVED}, {@code REJECTED}, or {@code PENDING} to leave it in review
     * @param reason Meta's word for why it is refused, such as {@code INVALID_FORMAT}; {@code NONE} otherwise
     * @param category the category it gets, which may differ from the one asked for
     */
    record Verdict(String status, String reason, SimulatedTemplate.Category category) {
        public Verdict {
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(category, "category");
        }
    }
}
