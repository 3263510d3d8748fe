package dev.wakit.campaign.delivery;

import dev.wakit.template.TemplateCategory;
import java.time.Duration;

/**
 * How long a delivery of which nobody knows whether it was sent waits for evidence.
 *
 * <p>The time depends on what is sent. A one-time password is of no use after a minute. Meta holds marketing messages of a new
 * template back for hours, so that their first status may be late.
 *
 * <p>When it is over and the webhooks of the sender are not proven to work, the wait goes on up to the limit: absence of a status
 * says nothing while no status arrives at all. The limit is there because a campaign whose only message is uncertain has no other
 * status that could prove anything. It is seven days, because Meta repeats a webhook for that long.
 *
 * <p>Immutable.
 *
 * @param authentication for one-time passwords
 * @param utility for messages about an order or account
 * @param marketing for marketing, and for messages whose category is not known, such as free-form texts
 * @param limit the longest wait; never shorter than the time of a category
 * @since 0.1
 */
public record EvidencePolicy(Duration authentication, Duration utility, Duration marketing, Duration limit) {

    /** One minute, 15 minutes, 24 hours, and seven days. */
    public static final EvidencePolicy DEFAULT =
            new EvidencePolicy(Duration.ofMinutes(1), Duration.ofMinutes(15), Duration.ofHours(24), Duration.ofDays(7));

    /** Checks that no time is negative. */
    public EvidencePolicy {
        check("authentication", authentication);
        check("utility", utility);
        check("marketing", marketing);
        check("limit", limit);
    }

    private static void check(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(
                    "The time for evidence '" + name + "' is " + value + ". Use zero or more.");
        }
    }

    /** The same time for all categories. */
    public EvidencePolicy withAll(Duration grace) {
        return new EvidencePolicy(grace, grace, grace, limit);
    }

    /** Another time for one category. */
    public EvidencePolicy with(TemplateCategory category, Duration grace) {
        return switch (category) {
            case AUTHENTICATION -> new EvidencePolicy(grace, utility, marketing, limit);
            case UTILITY -> new EvidencePolicy(authentication, grace, marketing, limit);
            case MARKETING, UNKNOWN -> new EvidencePolicy(authentication, utility, grace, limit);
        };
    }

    /** The longest time that any category waits for evidence. */
    public Duration longestGrace() {
        Duration longest = authentication.compareTo(utility) > 0 ? authentication : utility;
        return longest.compareTo(marketing) > 0 ? longest : marketing;
    }

    /** Another limit. */
    public EvidencePolicy withLimit(Duration longest) {
        return new EvidencePolicy(authentication, utility, marketing, longest);
    }

    /** The time of a category. */
    public Duration grace(TemplateCategory category) {
        return switch (category) {
            case AUTHENTICATION -> authentication;
            case UTILITY -> utility;
            case MARKETING, UNKNOWN -> marketing;
        };
    }
}
