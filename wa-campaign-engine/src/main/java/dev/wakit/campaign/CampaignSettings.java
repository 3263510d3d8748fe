package dev.wakit.campaign;

import dev.wakit.address.Region;
import dev.wakit.campaign.audience.AudienceSummary;
import dev.wakit.campaign.pacing.RetryPolicy;
import dev.wakit.rate.RateLimit;
import dev.wakit.template.TemplateCategory;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign is sent, as fixed when it was created.
 *
 * <p>Immutable.
 *
 * @since 0.1
 */
public final class CampaignSettings {

    private final TemplateCategory category;
    private final RetryPolicy retry;
    private final AudienceSummary audience;
    private final @Nullable RateLimit rate;
    private final @Nullable Instant sendBy;
    private final @Nullable Region defaultRegion;

    /** Used by the engine. */
    public CampaignSettings(
            TemplateCategory category,
            RetryPolicy retry,
            AudienceSummary audience,
            @Nullable RateLimit rate,
            @Nullable Instant sendBy,
            @Nullable Region defaultRegion) {
        this.category = category;
        this.retry = retry;
        this.audience = audience;
        this.rate = rate;
        this.sendBy = sendBy;
        this.defaultRegion = defaultRegion;
    }

    /** The category of its messages; UNKNOWN for free-form texts and for templates that could not be read. */
    public TemplateCategory category() {
        return category;
    }

    /** Whether suppressions of marketing messages apply: they do unless the category is known to be another one. */
    public boolean isMarketing() {
        return category == TemplateCategory.MARKETING || category == TemplateCategory.UNKNOWN;
    }

    /** How errors are tried again. */
    public RetryPolicy retry() {
        return retry;
    }

    /** What was captured. */
    public AudienceSummary audience() {
        return audience;
    }

    /** Its own fastest rate. */
    public Optional<RateLimit> rate() {
        return Optional.ofNullable(rate);
    }

    /** After this time nothing more is sent. */
    public Optional<Instant> sendBy() {
        return Optional.ofNullable(sendBy);
    }

    /** The region of numbers without a country code. */
    public Optional<Region> defaultRegion() {
        return Optional.ofNullable(defaultRegion);
    }

    /** The same settings with another rate. */
    public CampaignSettings withRate(@Nullable RateLimit other) {
        return new CampaignSettings(category, retry, audience, other, sendBy, defaultRegion);
    }
}
