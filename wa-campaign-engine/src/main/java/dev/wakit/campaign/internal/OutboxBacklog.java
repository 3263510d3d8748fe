package dev.wakit.campaign.internal;

import dev.wakit.campaign.outbox.OutboxFullException;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.OutboxStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bounds how many single sends wait on a lane. The database is counted at most every so often, and what this process adds meanwhile
 * is added to the count, so that one process never exceeds the limit; several may by what the others add in between. Thread-safe.
 */
final class OutboxBacklog {

    private static final long COUNT_EVERY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long COUNT_FULL_EVERY_NANOS = Duration.ofMillis(100).toNanos();

    private final EngineCore engine;
    private final long limit;
    private final Map<LaneKey, Waiting> lanes = new ConcurrentHashMap<>();

    OutboxBacklog(EngineCore engine, long limit) {
        this.engine = engine;
        this.limit = limit;
    }

    /**
     * Makes room for some messages.
     *
     * @throws OutboxFullException if there is none
     */
    void add(LaneKey lane, int messages) {
        if (!lanes.computeIfAbsent(lane, first -> new Waiting()).add(lane, messages)) {
            throw new OutboxFullException(lane, limit);
        }
    }

    /** Gives room back that was not needed. */
    void giveBack(LaneKey lane, int messages) {
        Waiting waiting = lanes.get(lane);
        if (waiting != null) {
            waiting.giveBack(messages);
        }
    }

    private final class Waiting {

        private long count;
        private long countedNanos;
        private boolean counted;

        synchronized boolean add(LaneKey lane, int messages) {
            long now = engine.nanos();
            long every = count + messages > limit ? COUNT_FULL_EVERY_NANOS : COUNT_EVERY_NANOS;
            if (!counted || now - countedNanos >= every) {
                OutboxStore store = engine.stores().outbox();
                count = store.countPending(lane, limit + 1);
                countedNanos = now;
                counted = true;
            }
            if (count + messages > limit) {
                return false;
            }
            count += messages;
            return true;
        }

        synchronized void giveBack(int messages) {
            count = Math.max(0, count - messages);
        }
    }
}
