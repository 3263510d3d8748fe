package dev.wakit.campaign.internal;

import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.LaneRow;
import dev.wakit.provider.ProviderId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How lanes are shared among the workers that live: who holds too many, and who may take one. Immutable.
 *
 * <p>Lanes that the same workers can send are one pool. In a pool of L lanes and W workers each holds L/W, rounded up or down. A
 * worker gives lanes back only if it holds more than that rounded up, or if another one is below that rounded down and nobody holds
 * more than itself: so nothing moves once the numbers of lanes differ by at most one.
 */
final class LaneShare {

    private final String me;
    private final Map<LaneKey, Pool> pools;

    /**
     * @param me this worker
     * @param rows all lanes
     * @param live the workers that live, with the providers that they have; this one among them
     * @param leaving lanes of this worker that it gives back already
     */
    LaneShare(String me, List<LaneRow> rows, Map<String, Set<ProviderId>> live, Set<LaneKey> leaving) {
        this.me = me;
        Map<Set<String>, Pool> byWorkers = new HashMap<>();
        this.pools = new HashMap<>();
        for (LaneRow row : rows) {
            Set<String> able = live.entrySet().stream()
                    .filter(worker -> worker.getValue().contains(row.lane().provider()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            Pool pool = byWorkers.computeIfAbsent(able, Pool::new);
            pool.add(leaving.contains(row.lane()) || row.isFree() ? "" : row.owner());
            pools.put(row.lane(), pool);
        }
    }

    /** Whether this worker should give this lane of its own back to others, as things stand. */
    boolean isTooMany(LaneKey lane) {
        Pool pool = pools.get(lane);
        return pool != null && pool.hasTooMany(me);
    }

    /** Whether this worker may take this free lane without somebody else having a better claim. */
    boolean mayTake(LaneKey lane) {
        Pool pool = pools.get(lane);
        return pool != null && pool.mayTake(me);
    }

    /** Notes that this worker gives a lane back, or took one. */
    void note(LaneKey lane, int change) {
        Pool pool = pools.get(lane);
        if (pool != null) {
            pool.held.merge(me, change, Integer::sum);
        }
    }

    /** Lanes that the same workers can send. */
    private static final class Pool {

        private final Map<String, Integer> held = new TreeMap<>();
        private int lanes;

        Pool(Set<String> workers) {
            workers.forEach(worker -> held.put(worker, 0));
        }

        void add(String owner) {
            lanes++;
            held.computeIfPresent(owner, (worker, count) -> count + 1);
        }

        private int least() {
            return lanes / Math.max(1, held.size());
        }

        private int most() {
            return (lanes + held.size() - 1) / Math.max(1, held.size());
        }

        boolean hasTooMany(String worker) {
            int mine = held.getOrDefault(worker, 0);
            if (mine > most()) {
                return true;
            }
            boolean isMissed = held.values().stream().anyMatch(count -> count < least());
            return mine > least() && isMissed && isFirstOfTheLargest(worker, mine);
        }

        // One of several equal ones moves, by name, so that they do not all give a lane to the same worker.
        private boolean isFirstOfTheLargest(String worker, int mine) {
            return held.entrySet().stream()
                    .filter(other -> !other.getKey().equals(worker))
                    .allMatch(other -> other.getValue() < mine
                            || (other.getValue() == mine && other.getKey().compareTo(worker) > 0));
        }

        boolean mayTake(String worker) {
            if (!held.containsKey(worker)) {
                return false;
            }
            int mine = held.get(worker);
            if (mine < least()) {
                return true;
            }
            return mine < most()
                    && held.entrySet().stream()
                            .noneMatch(other -> !other.getKey().equals(worker) && other.getValue() < least());
        }
    }
}
