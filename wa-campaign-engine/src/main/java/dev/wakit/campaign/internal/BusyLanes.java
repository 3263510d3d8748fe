package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.CampaignRow;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which lanes of pools have something to send, looked up once a second where a rate is shared. Belongs to the lane's thread. */
final class BusyLanes {

    private static final long EVERY = Duration.ofSeconds(1).toNanos();

    private final EngineCore engine;
    private final Map<CampaignId, Known> known = new HashMap<>();

    BusyLanes(EngineCore engine) {
        this.engine = engine;
    }

    private record Known(Set<LaneKey> lanes, long untilNanos) {}

    /** The same pools, with those of their lanes that have something to send. */
    Map<CampaignId, Pool> look(Collection<CampaignRow> running, Map<CampaignId, Pool> pools, Moment now) {
        known.keySet().retainAll(pools.keySet());
        var seen = new HashMap<>(pools);
        for (CampaignRow row : running) {
            Pool pool = pools.getOrDefault(row.id(), Pool.of(row));
            if (pool.members().size() > 1 && sharesRate(engine.book().enter(row).settings())) {
                seen.put(row.id(), pool.withWaiting(lanes(row, now)));
            }
        }
        return seen;
    }

    private static boolean sharesRate(CampaignSettings settings) {
        return settings.rate().isPresent() || settings.pacing().spread().isPresent();
    }

    private Set<LaneKey> lanes(CampaignRow row, Moment now) {
        Known latest = known.get(row.id());
        if (latest == null || now.nanos() - latest.untilNanos() >= 0) {
            latest = new Known(
                    engine.stores().deliveries().lanesWaiting(row.tenant(), row.id(), now.at()), now.nanos() + EVERY);
            known.put(row.id(), latest);
        }
        return latest.lanes();
    }
}
