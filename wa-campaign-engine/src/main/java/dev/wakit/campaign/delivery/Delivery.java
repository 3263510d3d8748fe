package dev.wakit.campaign.delivery;

import dev.wakit.TenantId;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.message.MessageId;
import dev.wakit.template.TemplateCategory;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message to one recipient: one row, with everything known about it.
 *
 * <p>Times of statuses are facts that only accumulate; the state follows from them. Immutable. {@link #toString()} shows id and
 * state only.
 *
 * @since 0.1
 */
public final class Delivery {

    private final Builder b;

    private Delivery(Builder builder) {
        this.b = builder;
    }

    /** Starts a delivery in state PENDING. */
    public static Builder builder(TenantId tenant, DeliveryId id, CampaignId campaign) {
        return new Builder(tenant, id, campaign);
    }

    /** A builder that holds this delivery's values. */
    public Builder toBuilder() {
        return new Builder(b);
    }

    /** Its owner. */
    public TenantId tenant() {
        return b.tenant;
    }

    /** Its id. */
    public DeliveryId id() {
        return b.id;
    }

    /** The campaign it belongs to. */
    public CampaignId campaign() {
        return b.campaign;
    }

    /** The lane that sends it, or sent it; absent before it is stored. One that waits may move to another sender of its pool. */
    public Optional<LaneKey> lane() {
        return Optional.ofNullable(b.lane);
    }

    /** The line of the audience it came from, from 1. */
    public long line() {
        return b.line;
    }

    /** Where it stands. */
    public DeliveryState state() {
        return b.state;
    }

    /** Whom it goes to; absent when the row held no usable address. */
    public Optional<Recipient> recipient() {
        return Optional.ofNullable(b.recipient);
    }

    /** The address as the audience wrote it, for rows that were skipped because of it. */
    public Optional<String> rawAddress() {
        return Optional.ofNullable(b.rawAddress);
    }

    /** The recipient's name. */
    public Optional<String> name() {
        return Optional.ofNullable(b.name);
    }

    /** The values of the content's placeholders. */
    public Map<String, String> variables() {
        return b.variables;
    }

    /** The message of a single send in the engine's own text form; absent for one of a campaign, which has the content. */
    public Optional<String> content() {
        return Optional.ofNullable(b.content);
    }

    /** Whether it is a single send, and not of a campaign. */
    public boolean isSingle() {
        return b.content != null;
    }

    /** From this time on it is too late to send it; absent where only the campaign says so. */
    public Optional<Instant> sendBy() {
        return Optional.ofNullable(b.sendBy);
    }

    /**
     * The zones in which the campaign's sending window must be open, by name and joined by commas; empty when the campaign's own
     * zone counts.
     */
    public String zone() {
        return b.zone;
    }

    /** The category of its message, for frequency caps; UNKNOWN if that is not known. */
    public TemplateCategory category() {
        return b.category;
    }

    /** Not before this time; the epoch for at once. */
    public Instant notBefore() {
        return b.notBefore;
    }

    /** The number of the latest attempt; 0 before the first. */
    public int attemptNo() {
        return b.attemptNo;
    }

    /** How many attempts count against the limit of tries; throttled ones do not. */
    public int tries() {
        return b.tries;
    }

    /** The latest attempt that was followed by another without proof that it had failed; 0 if there is none. */
    public int resentAttempt() {
        return b.resentAttempt;
    }

    /** The lane epoch under which the latest attempt was made. */
    public long laneEpoch() {
        return b.laneEpoch;
    }

    /** When the latest intent to send was committed. */
    public Optional<Instant> intentAt() {
        return Optional.ofNullable(b.intentAt);
    }

    /** The BSP's id of the latest attempt. */
    public Optional<MessageId> messageId() {
        return Optional.ofNullable(b.messageId);
    }

    /** When the BSP took it. */
    public Optional<Instant> acceptedAt() {
        return Optional.ofNullable(b.acceptedAt);
    }

    /** When it was on its way from the BSP. */
    public Optional<Instant> sentAt() {
        return Optional.ofNullable(b.sentAt);
    }

    /** When it was on the person's device. */
    public Optional<Instant> deliveredAt() {
        return Optional.ofNullable(b.deliveredAt);
    }

    /** When it was opened. */
    public Optional<Instant> readAt() {
        return Optional.ofNullable(b.readAt);
    }

    /** When its voice note was played. */
    public Optional<Instant> playedAt() {
        return Optional.ofNullable(b.playedAt);
    }

    /** When it failed. */
    public Optional<Instant> failedAt() {
        return Optional.ofNullable(b.failedAt);
    }

    /** When the person answered. */
    public Optional<Instant> repliedAt() {
        return Optional.ofNullable(b.repliedAt);
    }

    /** Since when it is UNCERTAIN. */
    public Optional<Instant> uncertainAt() {
        return Optional.ofNullable(b.uncertainAt);
    }

    /** The BSP's code of the latest error. */
    public Optional<String> errorCode() {
        return Optional.ofNullable(b.errorCode);
    }

    /** The latest error, or why the delivery is uncertain, in words. */
    public Optional<String> errorText() {
        return Optional.ofNullable(b.errorText);
    }

    /** Why it was skipped. */
    public Optional<SkipReason> skipReason() {
        return Optional.ofNullable(b.skipReason);
    }

    /** The value that was at fault, such as the name of the missing variable. */
    public Optional<String> skipDetail() {
        return Optional.ofNullable(b.skipDetail);
    }

    @Override
    public String toString() {
        return "Delivery[" + b.id + " " + b.state + "]";
    }

    /** Collects the parts of a {@link Delivery}. Not thread-safe. */
    public static final class Builder {

        private final TenantId tenant;
        private final DeliveryId id;
        private final CampaignId campaign;
        private @Nullable LaneKey lane;
        private long line;
        private DeliveryState state = DeliveryState.PENDING;
        private @Nullable Recipient recipient;
        private @Nullable String rawAddress;
        private @Nullable String name;
        private Map<String, String> variables = Map.of();
        private @Nullable String content;
        private @Nullable Instant sendBy;
        private String zone = "";
        private TemplateCategory category = TemplateCategory.UNKNOWN;
        private Instant notBefore = Instant.EPOCH;
        private int attemptNo;
        private int tries;
        private int resentAttempt;
        private long laneEpoch;
        private @Nullable Instant intentAt;
        private @Nullable MessageId messageId;
        private @Nullable Instant acceptedAt;
        private @Nullable Instant sentAt;
        private @Nullable Instant deliveredAt;
        private @Nullable Instant readAt;
        private @Nullable Instant playedAt;
        private @Nullable Instant failedAt;
        private @Nullable Instant repliedAt;
        private @Nullable Instant uncertainAt;
        private @Nullable String errorCode;
        private @Nullable String errorText;
        private @Nullable SkipReason skipReason;
        private @Nullable String skipDetail;

        private Builder(TenantId tenant, DeliveryId id, CampaignId campaign) {
            this.tenant = tenant;
            this.id = id;
            this.campaign = campaign;
        }

        private Builder(Builder other) {
            this(other.tenant, other.id, other.campaign);
            this.lane = other.lane;
            this.line = other.line;
            this.state = other.state;
            this.recipient = other.recipient;
            this.rawAddress = other.rawAddress;
            this.name = other.name;
            this.variables = other.variables;
            this.content = other.content;
            this.sendBy = other.sendBy;
            this.zone = other.zone;
            this.category = other.category;
            this.notBefore = other.notBefore;
            this.attemptNo = other.attemptNo;
            this.tries = other.tries;
            this.resentAttempt = other.resentAttempt;
            this.laneEpoch = other.laneEpoch;
            this.intentAt = other.intentAt;
            this.messageId = other.messageId;
            this.acceptedAt = other.acceptedAt;
            this.sentAt = other.sentAt;
            this.deliveredAt = other.deliveredAt;
            this.readAt = other.readAt;
            this.playedAt = other.playedAt;
            this.failedAt = other.failedAt;
            this.repliedAt = other.repliedAt;
            this.uncertainAt = other.uncertainAt;
            this.errorCode = other.errorCode;
            this.errorText = other.errorText;
            this.skipReason = other.skipReason;
            this.skipDetail = other.skipDetail;
        }

        /** The lane. */
        public Builder lane(@Nullable LaneKey lane) {
            this.lane = lane;
            return this;
        }

        /** The line of the audience. */
        public Builder line(long line) {
            this.line = line;
            return this;
        }

        /** The state. */
        public Builder state(DeliveryState state) {
            this.state = state;
            return this;
        }

        /** Whom it goes to. */
        public Builder recipient(@Nullable Recipient recipient) {
            this.recipient = recipient;
            return this;
        }

        /** The address as the audience wrote it. */
        public Builder rawAddress(@Nullable String rawAddress) {
            this.rawAddress = rawAddress;
            return this;
        }

        /** The recipient's name. */
        public Builder name(@Nullable String name) {
            this.name = name;
            return this;
        }

        /** The values of the placeholders. */
        public Builder variables(Map<String, String> variables) {
            this.variables = Map.copyOf(variables);
            return this;
        }

        /** The message of a single send, in the engine's own text form. */
        public Builder content(@Nullable String content) {
            this.content = content;
            return this;
        }

        /** When it is too late. */
        public Builder sendBy(@Nullable Instant sendBy) {
            this.sendBy = sendBy;
            return this;
        }

        /** The zones whose windows count; empty for the campaign's. */
        public Builder zone(String zone) {
            this.zone = zone;
            return this;
        }

        /** The category of the message. */
        public Builder category(TemplateCategory category) {
            this.category = category;
            return this;
        }

        /** The earliest time of the next attempt. */
        public Builder notBefore(Instant notBefore) {
            this.notBefore = notBefore;
            return this;
        }

        /** The number of the latest attempt. */
        public Builder attemptNo(int attemptNo) {
            this.attemptNo = attemptNo;
            return this;
        }

        /** How many attempts count. */
        public Builder tries(int tries) {
            this.tries = tries;
            return this;
        }

        /** The latest attempt that was followed without proof that it had failed. */
        public Builder resentAttempt(int resentAttempt) {
            this.resentAttempt = resentAttempt;
            return this;
        }

        /** The lane epoch of the latest attempt. */
        public Builder laneEpoch(long laneEpoch) {
            this.laneEpoch = laneEpoch;
            return this;
        }

        /** When the intent was committed. */
        public Builder intentAt(@Nullable Instant intentAt) {
            this.intentAt = intentAt;
            return this;
        }

        /** The BSP's id. */
        public Builder messageId(@Nullable MessageId messageId) {
            this.messageId = messageId;
            return this;
        }

        /** When the BSP took it. */
        public Builder acceptedAt(@Nullable Instant acceptedAt) {
            this.acceptedAt = acceptedAt;
            return this;
        }

        /** When it was sent. */
        public Builder sentAt(@Nullable Instant sentAt) {
            this.sentAt = sentAt;
            return this;
        }

        /** When it was delivered. */
        public Builder deliveredAt(@Nullable Instant deliveredAt) {
            this.deliveredAt = deliveredAt;
            return this;
        }

        /** When it was read. */
        public Builder readAt(@Nullable Instant readAt) {
            this.readAt = readAt;
            return this;
        }

        /** When it was played. */
        public Builder playedAt(@Nullable Instant playedAt) {
            this.playedAt = playedAt;
            return this;
        }

        /** When it failed. */
        public Builder failedAt(@Nullable Instant failedAt) {
            this.failedAt = failedAt;
            return this;
        }

        /** When the person answered. */
        public Builder repliedAt(@Nullable Instant repliedAt) {
            this.repliedAt = repliedAt;
            return this;
        }

        /** Since when it is UNCERTAIN. */
        public Builder uncertainAt(@Nullable Instant uncertainAt) {
            this.uncertainAt = uncertainAt;
            return this;
        }

        /** The latest error. */
        public Builder error(@Nullable String code, @Nullable String text) {
            this.errorCode = code;
            this.errorText = text;
            return this;
        }

        /** Marks it as SKIPPED. */
        public Builder skipped(SkipReason reason, @Nullable String detail) {
            this.state = DeliveryState.SKIPPED;
            this.skipReason = reason;
            this.skipDetail = detail;
            return this;
        }

        /** The reason and detail of a skip as stored. */
        public Builder skip(@Nullable SkipReason reason, @Nullable String detail) {
            this.skipReason = reason;
            this.skipDetail = detail;
            return this;
        }

        /** Builds the delivery. */
        public Delivery build() {
            return new Delivery(new Builder(this));
        }
    }
}
