package dev.wakit.testkit.twilio;

import java.util.Objects;

/**
 * Decides what becomes of a content that is handed in for approval by WhatsApp.
 *
 * <p>Called once, when the review ends. Must be thread-safe and quick.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ContentReviewer {

    /** Names that contain this are refused. */
    String REJECTED = "sim_rejected";

    /** Names that contain this are approved as {@code MARKETING}. */
    String MARKETING = "sim_marketing";

    /** Names that contain this stay in review. */
    String IN_REVIEW = "sim_in_review";

    /** Returns the decision about a request. */
    Verdict review(Request request);

    /** Returns the reviewer that approves everything but names that contain one of the words above. */
    static ContentReviewer byName() {
        return request -> {
            String name = request.name();
            if (name.contains(REJECTED)) {
                return new Verdict("rejected", "INVALID_FORMAT", request.category());
            }
            String category = name.contains(MARKETING) ? "MARKETING" : request.category();
            return new Verdict(name.contains(IN_REVIEW) ? "pending" : "approved", "", category);
        };
    }

    /**
     * What is asked for. Immutable.
     *
     * @param contentSid the content
     * @param name the name of the template
     * @param category {@code UTILITY}, {@code MARKETING} or {@code AUTHENTICATION}
     * @param body the text with its placeholders; empty when the type has none
     */
    record Request(String contentSid, String name, String category, String body) {}

    /**
     * A decision. Immutable.
     *
     * @param status {@code approved}, {@code rejected}, or {@code pending} to leave it in review
     * @param reason why it is refused; empty otherwise
     * @param category the category it gets, which may differ from the one asked for
     */
    record Verdict(String status, String reason, String category) {
        public Verdict {
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(category, "category");
        }
    }
}
