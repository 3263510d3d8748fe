package dev.wakit.campaign.internal;

import dev.wakit.campaign.PoolMember;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.CampaignRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives the deliveries of a batch to the senders of a pool: to the one that wrote to the person last, and otherwise to the one that the
 * weights pick. Not thread-safe.
 */
final class SenderChoice {

    private final EngineCore engine;
    private final CampaignRow row;
    private final List<PoolMember> open;
    private final Rendezvous byWeight;

    private SenderChoice(EngineCore engine, CampaignRow row, List<PoolMember> open) {
        this.engine = engine;
        this.row = row;
        this.open = open;
        this.byWeight = new Rendezvous(open);
    }

    /** As the pool stands now. While nobody takes part, what is planned waits where it would go otherwise. */
    static SenderChoice of(EngineCore engine, CampaignRow row) {
        Pool pool = engine.pools().of(row);
        return new SenderChoice(engine, row, pool.in().isEmpty() ? pool.members() : pool.in());
    }

    List<Delivery> assign(List<Delivery> batch) {
        Set<String> people = batch.stream()
                .filter(delivery -> delivery.state() == DeliveryState.PENDING)
                .flatMap(delivery -> key(delivery).stream())
                .collect(Collectors.toSet());
        Map<String, LaneKey> known = engine.stores()
                .deliveries()
                .latestLanes(
                        row.tenant(),
                        people,
                        open.stream().map(PoolMember::lane).toList());
        return batch.stream()
                .map(delivery -> delivery.toBuilder()
                        .lane(key(delivery).map(key -> lane(key, known)).orElse(null))
                        .build())
                .toList();
    }

    private LaneKey lane(String key, Map<String, LaneKey> known) {
        LaneKey latest = known.get(key);
        return latest != null ? latest : byWeight.pick(key);
    }

    private static Optional<String> key(Delivery delivery) {
        return delivery.recipient().map(recipient -> recipient.key());
    }
}
