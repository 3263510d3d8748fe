package dev.wakit.campaign;

import dev.wakit.address.Region;
import dev.wakit.address.SenderId;
import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.content.CampaignContent;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.guard.Guards;
import dev.wakit.campaign.pacing.Pacing;
import dev.wakit.campaign.pacing.RetryPolicy;
import dev.wakit.campaign.pacing.SendWindow;
import dev.wakit.provider.ProviderId;
import dev.wakit.rate.RateLimit;
import dev.wakit.template.TemplateCategory;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a new campaign should be: content, audience, schedule and pacing.
 *
 * <p>Immutable, except that the audience is read once.
 *
 * @since 0.1
 */
public final class CampaignSpec {

    private final String name;
    private final CampaignContent content;
    private final Audience audience;
    private final @Nullable ProviderId provider;
    private final @Nullable SenderId sender;
    private final @Nullable SenderPool senders;
    private final Map<ProviderId, CampaignContent> contents;
    private final @Nullable RateLimit rate;
    private final @Nullable Instant startAt;
    private final @Nullable Instant sendBy;
    private final @Nullable Region defaultRegion;
    private final @Nullable TemplateCategory category;
    private final @Nullable RetryPolicy retry;
    private final Guards guards;
    private final @Nullable SendMode sendMode;
    private final @Nullable Duration evidenceGrace;
    private final Pacing pacing;

    private CampaignSpec(Builder builder, CampaignContent content, Audience audience) {
        this.name = builder.name;
        this.content = content;
        this.audience = audience;
        this.provider = builder.provider;
        this.sender = builder.sender;
        this.senders = builder.senders;
        this.contents = Map.copyOf(builder.contents);
        this.rate = builder.rate;
        this.startAt = builder.startAt;
        this.sendBy = builder.sendBy;
        this.defaultRegion = builder.defaultRegion;
        this.category = builder.category;
        this.retry = builder.retry;
        this.guards = builder.guards;
        this.sendMode = builder.sendMode;
        this.evidenceGrace = builder.evidenceGrace;
        this.pacing = builder.pacing;
    }

    /** Starts a spec with the name that people will see, 1 to 200 characters. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** The content, for every provider that has none of its own. */
    public CampaignContent content() {
        return content;
    }

    /** What senders of these providers send instead of {@link #content()}. */
    public Map<ProviderId, CampaignContent> contents() {
        return contents;
    }

    /** The audience. */
    public Audience audience() {
        return audience;
    }

    /** The provider; the engine's only one when not given. */
    public Optional<ProviderId> provider() {
        return Optional.ofNullable(provider);
    }

    /** The sender; the provider's default one when not given. */
    public Optional<SenderId> sender() {
        return Optional.ofNullable(sender);
    }

    /** The senders that share the campaign; {@link #provider()} and {@link #sender()} are empty when given. */
    public Optional<SenderPool> senders() {
        return Optional.ofNullable(senders);
    }

    /** The fastest rate of this campaign; as fast as the lane allows when not given. */
    public Optional<RateLimit> rate() {
        return Optional.ofNullable(rate);
    }

    /** When it starts by itself; when not given it waits as a draft for {@link Campaigns#launch}. */
    public Optional<Instant> startAt() {
        return Optional.ofNullable(startAt);
    }

    /** After this time nothing more is sent, not even another try. */
    public Optional<Instant> sendBy() {
        return Optional.ofNullable(sendBy);
    }

    /** The region of phone numbers that are written without a country code. */
    public Optional<Region> defaultRegion() {
        return Optional.ofNullable(defaultRegion);
    }

    /** The category of the message; read from the template when not given. */
    public Optional<TemplateCategory> category() {
        return Optional.ofNullable(category);
    }

    /** How errors are tried again; the engine's setting when not given. */
    public Optional<RetryPolicy> retry() {
        return Optional.ofNullable(retry);
    }

    /** How it paces itself beside its rate; {@link Pacing#DEFAULT} when not given. */
    public Pacing pacing() {
        return pacing;
    }

    /** What stops it by itself; {@link Guards#DEFAULT} when not given. */
    public Guards guards() {
        return guards;
    }

    /** What is done when nobody knows whether a message was sent; {@link SendMode#RECONCILE_HOLD} when not given. */
    public Optional<SendMode> sendMode() {
        return Optional.ofNullable(sendMode);
    }

    /** How long such a message waits for evidence; by its category when not given. */
    public Optional<Duration> evidenceGrace() {
        return Optional.ofNullable(evidenceGrace);
    }

    @Override
    public String toString() {
        return "CampaignSpec[" + name + "]";
    }

    /** Collects the parts of a {@link CampaignSpec}. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private @Nullable CampaignContent content;
        private @Nullable Audience audience;
        private @Nullable ProviderId provider;
        private @Nullable SenderId sender;
        private @Nullable SenderPool senders;
        private final Map<ProviderId, CampaignContent> contents = new LinkedHashMap<>();
        private @Nullable RateLimit rate;
        private @Nullable Instant startAt;
        private @Nullable Instant sendBy;
        private @Nullable Region defaultRegion;
        private @Nullable TemplateCategory category;
        private @Nullable RetryPolicy retry;
        private Guards guards = Guards.DEFAULT;
        private @Nullable SendMode sendMode;
        private @Nullable Duration evidenceGrace;
        private Pacing pacing = Pacing.DEFAULT;

        private Builder(String name) {
            this.name = name;
        }

        /** What is sent. */
        public Builder content(CampaignContent content) {
            this.content = content;
            return this;
        }

        /**
         * What senders of one provider send instead of {@link #content}: the same message as that BSP knows it, such as a Twilio
         * Content template beside the template of the same name at Meta. Both must be of the same category.
         */
        public Builder contentFor(ProviderId provider, CampaignContent own) {
            contents.put(Objects.requireNonNull(provider, "provider"), Objects.requireNonNull(own, "own"));
            return this;
        }

        /** To whom. */
        public Builder audience(Audience audience) {
            this.audience = audience;
            return this;
        }

        /** Over which provider. */
        public Builder provider(ProviderId provider) {
            this.provider = provider;
            return this;
        }

        /** From which number. */
        public Builder sender(SenderId sender) {
            this.sender = sender;
            return this;
        }

        /** From several numbers, also of several providers; instead of {@link #provider} and {@link #sender}. */
        public Builder senders(SenderPool senders) {
            this.senders = senders;
            return this;
        }

        /** At most how fast. */
        public Builder rate(RateLimit rate) {
            this.rate = rate;
            return this;
        }

        /** When it starts by itself. */
        public Builder startAt(Instant startAt) {
            this.startAt = startAt;
            return this;
        }

        /** After which time nothing more is sent. */
        public Builder sendBy(Instant sendBy) {
            this.sendBy = sendBy;
            return this;
        }

        /** The region of numbers without a country code. */
        public Builder defaultRegion(Region defaultRegion) {
            this.defaultRegion = defaultRegion;
            return this;
        }

        /** The category of the message. */
        public Builder category(TemplateCategory category) {
            this.category = category;
            return this;
        }

        /** How errors are tried again. */
        public Builder retry(RetryPolicy retry) {
            this.retry = retry;
            return this;
        }

        /** How it paces itself beside its rate. */
        public Builder pacing(Pacing pacing) {
            this.pacing = Objects.requireNonNull(pacing, "pacing");
            return this;
        }

        /** The hours at which it sends: the same as a {@link #pacing} with this window, and keeps the rest of what is set. */
        public Builder window(SendWindow window) {
            this.pacing = pacing.toBuilder().window(window).build();
            return this;
        }

        /** What stops it by itself. */
        public Builder guards(Guards guards) {
            this.guards = Objects.requireNonNull(guards, "guards");
            return this;
        }

        /** What is done when nobody knows whether a message was sent. */
        public Builder sendMode(SendMode sendMode) {
            this.sendMode = sendMode;
            return this;
        }

        /** How long such a message waits for evidence, zero or more. */
        public Builder evidenceGrace(Duration evidenceGrace) {
            if (evidenceGrace.isNegative()) {
                throw new IllegalArgumentException("evidenceGrace is " + evidenceGrace + ". Use zero or more.");
            }
            this.evidenceGrace = evidenceGrace;
            return this;
        }

        /**
         * Builds the spec; content and audience must be there.
         *
         * @throws IllegalArgumentException if it has both a pool of senders and a provider or sender of its own
         */
        public CampaignSpec build() {
            if (senders != null && (provider != null || sender != null)) {
                throw new IllegalArgumentException("The campaign has a pool of senders and also "
                        + (provider != null ? "provider '" + provider + "'" : "a sender")
                        + ". Use senders(...) alone, or provider(...) and sender(...) for one sender.");
            }
            return new CampaignSpec(
                    this, Objects.requireNonNull(content, "content"), Objects.requireNonNull(audience, "audience"));
        }
    }
}
