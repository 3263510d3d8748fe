package dev.wakit.campaign.outbox;

import dev.wakit.address.Region;
import dev.wakit.address.SenderId;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.content.CampaignContent;
import dev.wakit.campaign.pacing.Priority;
import dev.wakit.provider.ProviderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The same content to a few people, each with their own values.
 *
 * <p>Immutable. {@link #toString()} shows how many people it is for.
 *
 * @since 0.1
 */
public final class QuickSend {

    /**
     * The most people of a quick send, unless the engine was built with another limit: {@value}. More of them are a campaign,
     * which can be watched, paused and cancelled.
     */
    public static final int DEFAULT_LIMIT = 50;

    private final Builder b;

    private QuickSend(Builder builder) {
        this.b = builder;
    }

    /** Starts a quick send of this content. */
    public static Builder builder(CampaignContent content) {
        return new Builder(Objects.requireNonNull(content, "content"));
    }

    /** What is sent. */
    public CampaignContent content() {
        return b.content;
    }

    /** To whom, in this order. */
    public List<AudienceMember> people() {
        return b.people;
    }

    /** The provider; the engine's only one when not given. */
    public Optional<ProviderId> provider() {
        return Optional.ofNullable(b.provider);
    }

    /** The sender; the provider's default sender when not given. */
    public Optional<SenderId> sender() {
        return Optional.ofNullable(b.sender);
    }

    /** Who goes first. */
    public Priority priority() {
        return b.priority;
    }

    /** What it is for; when not given as for a {@link SingleSend}. */
    public Optional<SendCategory> category() {
        return Optional.ofNullable(b.category);
    }

    /** The name of the whole quick send, under which it is enqueued once only. */
    public Optional<String> idempotencyKey() {
        return Optional.ofNullable(b.idempotencyKey);
    }

    /** When it is too late. */
    public Optional<Instant> sendBy() {
        return Optional.ofNullable(b.sendBy);
    }

    /** The region of numbers without a country code. */
    public Optional<Region> defaultRegion() {
        return Optional.ofNullable(b.defaultRegion);
    }

    @Override
    public String toString() {
        return "QuickSend[" + b.people.size() + " people]";
    }

    /** Collects the parts of a {@link QuickSend}. Not thread-safe. */
    public static final class Builder {

        private final CampaignContent content;
        private List<AudienceMember> people = new ArrayList<>();
        private @Nullable ProviderId provider;
        private @Nullable SenderId sender;
        private Priority priority = Priority.NORMAL;
        private @Nullable SendCategory category;
        private @Nullable String idempotencyKey;
        private @Nullable Instant sendBy;
        private @Nullable Region defaultRegion;

        private Builder(CampaignContent content) {
            this.content = content;
        }

        /** Adds people. */
        public Builder to(List<AudienceMember> members) {
            people.addAll(members);
            return this;
        }

        /** Adds a person. */
        public Builder to(AudienceMember member) {
            people.add(Objects.requireNonNull(member, "member"));
            return this;
        }

        /** The provider that sends it, where the engine has several. */
        public Builder provider(ProviderId provider) {
            this.provider = Objects.requireNonNull(provider, "provider");
            return this;
        }

        /** The sender, where it is not the provider's default one. */
        public Builder sender(SenderId sender) {
            this.sender = Objects.requireNonNull(sender, "sender");
            return this;
        }

        /** Who goes first. */
        public Builder priority(Priority priority) {
            this.priority = Objects.requireNonNull(priority, "priority");
            return this;
        }

        /** What it is for. */
        public Builder category(SendCategory category) {
            this.category = Objects.requireNonNull(category, "category");
            return this;
        }

        /**
         * The name of the whole quick send, as in {@link SingleSend.Builder#idempotencyKey}; at most 190 characters, since the
         * position of each person is added to it.
         */
        public Builder idempotencyKey(String key) {
            if (key.length() > SingleSend.MAX_KEY - 10) {
                throw new IllegalArgumentException("The idempotency key of a quick send has at most "
                        + (SingleSend.MAX_KEY - 10) + " characters; this one has " + key.length() + ".");
            }
            this.idempotencyKey = key;
            return this;
        }

        /** From this time on it is too late. */
        public Builder sendBy(Instant sendBy) {
            this.sendBy = Objects.requireNonNull(sendBy, "sendBy");
            return this;
        }

        /** The region of numbers without a country code. */
        public Builder defaultRegion(Region region) {
            this.defaultRegion = Objects.requireNonNull(region, "region");
            return this;
        }

        /** Builds the quick send. */
        public QuickSend build() {
            var copy = new Builder(content);
            copy.people = List.copyOf(people);
            copy.provider = provider;
            copy.sender = sender;
            copy.priority = priority;
            copy.category = category;
            copy.idempotencyKey = idempotencyKey;
            copy.sendBy = sendBy;
            copy.defaultRegion = defaultRegion;
            return new QuickSend(copy);
        }
    }
}
