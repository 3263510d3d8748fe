package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.PoolMember;
import dev.wakit.campaign.SenderPool;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.ScheduleRow;
import dev.wakit.provider.ProviderId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The senders of campaigns as the database has them. Thread-safe. */
final class Pools {

    private static final Logger LOG = LoggerFactory.getLogger(Pools.class);

    private final EngineCore engine;

    Pools(EngineCore engine) {
        this.engine = engine;
    }

    /** The senders of a campaign now. */
    Pool of(CampaignRow row) {
        return of(row.tenant(), List.of(row)).getOrDefault(row.id(), Pool.of(row));
    }

    /** The senders of campaigns now, by campaign. The database is asked only if some have a pool. */
    Map<CampaignId, Pool> of(TenantId tenant, Collection<CampaignRow> rows) {
        List<CampaignId> pooled = rows.stream()
                .filter(row -> engine.book().enter(row).settings().senders().isPresent())
                .map(CampaignRow::id)
                .toList();
        Map<CampaignId, List<PoolMember>> members =
                pooled.isEmpty() ? Map.of() : engine.stores().campaigns().members(tenant, pooled);
        var pools = new HashMap<CampaignId, Pool>();
        for (CampaignRow row : rows) {
            List<PoolMember> some = members.getOrDefault(row.id(), List.of());
            pools.put(row.id(), some.isEmpty() ? Pool.of(row) : new Pool(some));
        }
        return pools;
    }

    /** The providers over which a campaign with these settings goes; that of its lane if it has no pool. */
    static Set<ProviderId> providers(CampaignSettings settings, LaneKey lane) {
        return settings.senders().map(SenderPool::providers).orElseGet(() -> Set.of(lane.provider()));
    }

    /** The providers over which the campaigns of a schedule go. */
    Set<ProviderId> providers(ScheduleRow schedule) {
        return providers(engine.codec().readSettings(schedule.settings()), schedule.lane());
    }

    /**
     * Changes the state of a sender, if it still is as it was read.
     *
     * @return whether it did
     */
    boolean change(TenantId tenant, CampaignId campaign, PoolMember read, PoolMember.State to, String reason) {
        var member = new PoolMember(read.lane(), read.weight(), to, reason, engine.now());
        if (!engine.stores().campaigns().changeMember(tenant, campaign, read.state(), member)) {
            return false;
        }
        if (member.isIn()) {
            LOG.info("Campaign {}: sender {} takes part again", campaign, read.lane());
        } else {
            LOG.warn("Campaign {}: sender {} is {}: {}", campaign, read.lane(), to, reason);
        }
        engine.notifier().tell(new CampaignEvent.PoolChanged(tenant, campaign, member));
        return true;
    }

    /** Lets every sender take part again that was stopped. */
    void admitAll(TenantId tenant, CampaignId campaign) {
        for (PoolMember member :
                engine.stores().campaigns().members(tenant, List.of(campaign)).getOrDefault(campaign, List.of())) {
            if (member.state() == PoolMember.State.STOPPED) {
                change(tenant, campaign, member, PoolMember.State.IN, "");
            }
        }
    }
}
