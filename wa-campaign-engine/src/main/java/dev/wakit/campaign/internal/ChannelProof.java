package dev.wakit.campaign.internal;

import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.InboxAge;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether the webhooks of a lane's sender work, so that the absence of a status says something. Thread-safe.
 *
 * <p>They are proven to have worked since an intent when a status of a later time was processed, whatever message it was of, and
 * nothing that arrived within a minute of the intent still waits.
 */
final class ChannelProof {

    /** How old the oldest webhook that waits may be. */
    private static final Duration READ_WITHIN = Duration.ofSeconds(60);

    private final EngineCore engine;
    private final Map<LaneKey, Instant> noted = new ConcurrentHashMap<>();

    ChannelProof(EngineCore engine) {
        this.engine = engine;
    }

    /**
     * Intents for which the absence of a status counts: those between these two times.
     *
     * @param after a webhook that was set aside since may hold the status
     * @param before later ones are not proven; the epoch if none is
     */
    record Window(Instant after, Instant before) {

        boolean holds(Instant intentAt) {
            return intentAt.isAfter(after) && intentAt.isBefore(before);
        }
    }

    /** Notes the time of a status that was processed, at most once for each second: the times of most BSPs are whole seconds. */
    void processed(LaneKey lane, Instant at) {
        Instant now = engine.now();
        Instant told = at.isAfter(now) ? now : at;
        Instant known = noted.getOrDefault(lane, Instant.EPOCH);
        if (told.getEpochSecond() > known.getEpochSecond()) {
            engine.stores().lanes().statusProcessed(lane, told);
            noted.put(lane, told);
        }
    }

    /** For which intents absence counts now. Only a mode that sends again by itself asks what was set aside. */
    Window window(LaneKey lane, SendMode mode, Instant now) {
        Optional<Instant> latest = engine.stores().lanes().latestStatus(lane);
        if (latest.isEmpty()) {
            return new Window(Instant.EPOCH, Instant.EPOCH);
        }
        InboxAge age = engine.stores().inbox().age(lane.tenant());
        Instant before = age.oldestWaiting()
                .map(oldest -> oldest.isBefore(now.minus(READ_WITHIN)) ? Instant.EPOCH : oldest.minus(READ_WITHIN))
                .filter(oldest -> oldest.isBefore(latest.get()))
                .orElse(latest.get());
        Optional<Instant> parked = mode == SendMode.RECONCILE_RESEND ? age.latestParked() : Optional.empty();
        return new Window(parked.orElse(Instant.EPOCH), before);
    }
}
