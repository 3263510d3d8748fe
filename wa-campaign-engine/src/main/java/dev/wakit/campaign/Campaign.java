package dev.wakit.campaign;

import dev.wakit.TenantId;
import dev.wakit.campaign.content.CampaignContent;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.CampaignRow;
import java.time.Instant;
import java.util.Optional;

/**
 * A campaign as it stood at one moment.
 *
 * <p>Immutable; ask {@link Campaigns#get} again for news.
 *
 * @since 0.1
 */
public final class Campaign {

    private final CampaignRow row;
    private final CampaignContent content;
    private final CampaignSettings settings;
    private final CampaignProgress progress;

    /** Used by the engine. */
    public Campaign(CampaignRow row, CampaignContent content, CampaignSettings settings, CampaignProgress progress) {
        this.row = row;
        this.content = content;
        this.settings = settings;
        this.progress = progress;
    }

    /** Its id. */
    public CampaignId id() {
        return row.id();
    }

    /** Its owner. */
    public TenantId tenant() {
        return row.tenant();
    }

    /** What people call it. */
    public String name() {
        return row.name();
    }

    /** Where it stands. */
    public CampaignStatus status() {
        return row.status();
    }

    /** Why it stands there, in words; empty if there is nothing to say. */
    public String reason() {
        return row.reason();
    }

    /** The lane that sends it. */
    public LaneKey lane() {
        return row.lane();
    }

    /** What it sends. */
    public CampaignContent content() {
        return content;
    }

    /** How it is sent. */
    public CampaignSettings settings() {
        return settings;
    }

    /** How far it got. */
    public CampaignProgress progress() {
        return progress;
    }

    /** When it was created. */
    public Instant createdAt() {
        return row.createdAt();
    }

    /** When it is due, if it is or was scheduled. */
    public Optional<Instant> startAt() {
        return set(row.startAt());
    }

    /** When its planning began. */
    public Optional<Instant> startedAt() {
        return set(row.startedAt());
    }

    /** When it reached a finished status. */
    public Optional<Instant> finishedAt() {
        return set(row.finishedAt());
    }

    private static Optional<Instant> set(Instant at) {
        return at.equals(Instant.EPOCH) ? Optional.empty() : Optional.of(at);
    }

    @Override
    public String toString() {
        return "Campaign[" + id() + " " + status() + "]";
    }
}
