package dev.wakit.campaign;

import dev.wakit.TenantId;
import dev.wakit.campaign.content.CampaignContent;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.provider.ProviderId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    private final Map<ProviderId, CampaignContent> contents;
    private final List<PoolMember> members;

    /**
     * Used by the engine.
     *
     * @param contents what senders of some providers send instead of the content
     * @param members the senders, one at least
     */
    public Campaign(
            CampaignRow row,
            CampaignContent content,
            Map<ProviderId, CampaignContent> contents,
            CampaignSettings settings,
            CampaignProgress progress,
            List<PoolMember> members) {
        this.row = row;
        this.content = content;
        this.contents = Map.copyOf(contents);
        this.settings = settings;
        this.progress = progress;
        this.members = List.copyOf(members);
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

    /** The lane that sends it; the one of the first sender if it has a pool. */
    public LaneKey lane() {
        return row.lane();
    }

    /** Its senders, and whether each takes part now: one that is always IN if it has no pool. */
    public List<PoolMember> members() {
        return members;
    }

    /** What it sends, over every provider that has no content of its own. */
    public CampaignContent content() {
        return content;
    }

    /** What senders of these providers send instead. */
    public Map<ProviderId, CampaignContent> contents() {
        return contents;
    }

    /** What senders of a provider send. */
    public CampaignContent content(ProviderId provider) {
        return contents.getOrDefault(provider, content);
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
