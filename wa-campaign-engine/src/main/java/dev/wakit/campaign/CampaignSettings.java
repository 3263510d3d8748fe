package dev.wakit.campaign;

import dev.wakit.address.Region;
import dev.wakit.campaign.audience.AudienceSummary;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.guard.Guards;
import dev.wakit.campaign.guard.Settled;
import dev.wakit.campaign.pacing.Pacing;
import dev.wakit.campaign.pacing.RetryPolicy;
import dev.wakit.rate.RateLimit;
import dev.wakit.template.TemplateCategory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign is sent: what was fixed when it was created, and what was changed since.
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
    private final Guards guards;
    private final Pacing pacing;
    private final Settled forgiven;
    private final SendMode sendMode;
    private final @Nullable Duration evidenceGrace;
    private final @Nullable SenderPool senders;

    private CampaignSettings(Builder builder, RetryPolicy retry, AudienceSummary audience) {
        this.category = builder.category;
        this.retry = retry;
        this.audience = audience;
        this.rate = builder.rate;
        this.sendBy = builder.sendBy;
        this.defaultRegion = builder.defaultRegion;
        this.guards = builder.guards;
        this.pacing = builder.pacing;
        this.forgiven = builder.forgiven;
        this.sendMode = builder.sendMode;
        this.evidenceGrace = builder.evidenceGrace;
        this.senders = builder.senders;
    }

    /** Starts settings with those that every campaign has. Used by the engine. */
    public static Builder builder(TemplateCategory category, RetryPolicy retry, AudienceSummary audience) {
        return new Builder(category, retry, audience);
    }

    /** A builder with these values. */
    public Builder toBuilder() {
        return new Builder(category, retry, audience)
                .rate(rate)
                .sendBy(sendBy)
                .defaultRegion(defaultRegion)
                .guards(guards)
                .forgiven(forgiven)
                .sendMode(sendMode)
                .evidenceGrace(evidenceGrace)
                .senders(senders)
                .pacing(pacing);
    }

    /**
     * The category of its messages; UNKNOWN for free-form texts and for templates that could not be read. It follows the template when
     * a webhook says that the template is in another category.
     */
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

    /** How it paces itself beside its rate. */
    public Pacing pacing() {
        return pacing;
    }

    /** After this time nothing more is sent. */
    public Optional<Instant> sendBy() {
        return Optional.ofNullable(sendBy);
    }

    /** The region of numbers without a country code. */
    public Optional<Region> defaultRegion() {
        return Optional.ofNullable(defaultRegion);
    }

    /** What stops it by itself. */
    public Guards guards() {
        return guards;
    }

    /** What was settled when it was last resumed, which its guards leave out. */
    public Settled forgiven() {
        return forgiven;
    }

    /** What is done when nobody knows whether a message was sent. */
    public SendMode sendMode() {
        return sendMode;
    }

    /** How long such a message waits for evidence, where the campaign says so itself. */
    public Optional<Duration> evidenceGrace() {
        return Optional.ofNullable(evidenceGrace);
    }

    /** The senders that share it; empty if it has one. */
    public Optional<SenderPool> senders() {
        return Optional.ofNullable(senders);
    }

    /** Collects the parts of {@link CampaignSettings}. Not thread-safe. */
    public static final class Builder {

        private TemplateCategory category;
        private final RetryPolicy retry;
        private AudienceSummary audience;
        private @Nullable RateLimit rate;
        private @Nullable Instant sendBy;
        private @Nullable Region defaultRegion;
        private Guards guards = Guards.DEFAULT;
        private Pacing pacing = Pacing.DEFAULT;
        private Settled forgiven = Settled.NONE;
        private SendMode sendMode = SendMode.RECONCILE_HOLD;
        private @Nullable Duration evidenceGrace;
        private @Nullable SenderPool senders;

        private Builder(TemplateCategory category, RetryPolicy retry, AudienceSummary audience) {
            this.category = category;
            this.retry = retry;
            this.audience = audience;
        }

        /** The category of its messages, instead of the one that the builder began with. */
        public Builder category(TemplateCategory value) {
            category = value;
            return this;
        }

        /** What was captured, instead of what the builder began with. */
        public Builder audience(AudienceSummary value) {
            audience = value;
            return this;
        }

        /** Its own fastest rate; null for none. */
        public Builder rate(@Nullable RateLimit value) {
            rate = value;
            return this;
        }

        /** How it paces itself beside its rate. */
        public Builder pacing(Pacing value) {
            pacing = value;
            return this;
        }

        /** After this time nothing more is sent; null for no end. */
        public Builder sendBy(@Nullable Instant value) {
            sendBy = value;
            return this;
        }

        /** The region of numbers without a country code; null for none. */
        public Builder defaultRegion(@Nullable Region value) {
            defaultRegion = value;
            return this;
        }

        /** What stops it by itself. */
        public Builder guards(Guards value) {
            guards = value;
            return this;
        }

        /** What its guards leave out. */
        public Builder forgiven(Settled value) {
            forgiven = value;
            return this;
        }

        /** What is done when nobody knows whether a message was sent. */
        public Builder sendMode(SendMode value) {
            sendMode = value;
            return this;
        }

        /** How long such a message waits for evidence; null for the time of its category. */
        public Builder evidenceGrace(@Nullable Duration value) {
            evidenceGrace = value;
            return this;
        }

        /** The senders that share it; null for one sender. */
        public Builder senders(@Nullable SenderPool value) {
            senders = value;
            return this;
        }

        /** Builds the settings. */
        public CampaignSettings build() {
            return new CampaignSettings(this, retry, audience);
        }
    }
}
