package dev.wakit.campaign.pacing;

import dev.wakit.template.TemplateCategory;
import java.time.Duration;

/**
 * At most so many messages of a category to one person in a moving period, over all campaigns. Immutable.
 *
 * <p>Messages that were accepted or may have been sent count; failed and skipped ones do not. Whoever is over the cap is skipped with
 * the reason CAPPED, when the campaign is planned and again right before the message would go.
 *
 * @param max how many, at least 1
 * @param period in how much time, above zero
 * @param category of which category
 * @since 0.1
 */
public record FrequencyCap(int max, Duration period, TemplateCategory category) {

    /** Checks the numbers. */
    public FrequencyCap {
        if (max < 1) {
            throw new IllegalArgumentException("A cap of " + max + " messages is not possible. Use at least 1.");
        }
        if (period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException("A cap over " + period + " is not possible. Use a period above zero.");
        }
    }
}
