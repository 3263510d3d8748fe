package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignProgress;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.pacing.BatchPause;
import dev.wakit.campaign.pacing.Hold;
import dev.wakit.campaign.pacing.HoldLayer;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.Pacing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The layers of one campaign on one lane, put together from its settings; a layer keeps its state while its own setting stays the
 * same. Belongs to the lane's thread.
 */
final class CampaignPace {

    private final EngineCore engine;
    private final LaneKey lane;
    private final AtomicInteger inFlight;
    private final List<GateLayer> gates;
    private final Map<HoldLayer, Object> settings = new EnumMap<>(HoldLayer.class);
    private final Map<HoldLayer, PacingLayer> layers = new EnumMap<>(HoldLayer.class);
    private boolean initiates;
    private boolean isShared;

    /** A part of the end of a spread: all lanes together keep to it. */
    private record SpreadPart(Instant end, double share) {}

    CampaignPace(EngineCore engine, LaneKey lane, AtomicInteger inFlight, List<GateLayer> gates) {
        this.engine = engine;
        this.lane = lane;
        this.inFlight = inFlight;
        this.gates = gates;
    }

    /** Takes over the campaign's latest settings, and this lane's part of those that the senders of a pool share. */
    void update(CampaignBook.Entry entry, Pool pool, Moment now) {
        Pacing pacing = entry.settings().pacing();
        double share = pool.share(lane);
        isShared = pool.members().size() > 1;
        replace(
                HoldLayer.RATE,
                entry.settings().rate().map(rate -> rate.messagesPerSecond() * share),
                perSecond -> RateLayer.of(perSecond, now));
        replace(HoldLayer.DELAY, pacing.delay(), delay -> new DelayLayer(delay, engine.random(), now));
        replace(
                HoldLayer.BATCH,
                pacing.batch().map(batch -> new BatchPause(pool.share(lane, batch.size()), batch.pause())),
                batch -> new BatchLayer(batch, now));
        Optional<Integer> most =
                Optional.of(pacing.maxInFlight()).filter(max -> max > 0).map(max -> pool.share(lane, max));
        replace(HoldLayer.IN_FLIGHT, most, max -> new InFlightLayer(max, inFlight));
        replace(
                HoldLayer.SPREAD,
                pacing.spread()
                        .map(spread -> new SpreadPart(spread.end(entry.row().startedAt()), share)),
                part -> RateLayer.until(part.end(), part.share(), now));
        replace(
                HoldLayer.CANARY,
                pacing.canary(),
                canary -> new CanaryLayer(
                        canary,
                        reason -> engine.stops()
                                .pause(entry.row().tenant(), entry.row().id(), reason)));
        initiates = entry.row().isMailbox()
                ? !Mailboxes.isService(entry.row())
                : entry.contents().of(lane.provider()) instanceof TemplateContent;
    }

    private <S> void replace(HoldLayer key, Optional<S> setting, Function<S, PacingLayer> maker) {
        if (setting.isEmpty()) {
            settings.remove(key);
            layers.remove(key);
        } else if (!setting.get().equals(settings.get(key))) {
            settings.put(key, setting.get());
            layers.put(key, maker.apply(setting.get()));
        }
    }

    /** Whether its messages begin a conversation, so that the portfolio's limits count them. */
    boolean initiates() {
        return initiates;
    }

    /** How many deliveries of the campaign the senders of a pool may have begun together; a lane that is alone counts by itself. */
    OptionalLong mostBegun() {
        return isShared && layers.get(HoldLayer.CANARY) instanceof CanaryLayer canary
                ? canary.mostBegun()
                : OptionalLong.empty();
    }

    int permits(Moment now) {
        int permits = Integer.MAX_VALUE;
        for (PacingLayer layer : layers.values()) {
            permits = Math.min(permits, layer.permits(now));
        }
        for (GateLayer gate : initiates ? gates : List.<GateLayer>of()) {
            permits = Math.min(permits, gate.permits(now));
        }
        return permits;
    }

    void took(Moment now) {
        layers.values().forEach(layer -> layer.took(now));
    }

    /** The campaign runs again after a rest; its layers go on where they were. */
    void resume() {
        layers.values().forEach(PacingLayer::resume);
    }

    boolean needsProgress() {
        return layers.values().stream().anyMatch(PacingLayer::needsProgress);
    }

    void progress(CampaignProgress progress, Moment now) {
        layers.values().forEach(layer -> layer.progress(progress, now));
    }

    /** How long until a layer that knows it lets a message through; the given time if none holds for less. */
    long nanosUntilReady(Moment now, long otherwise) {
        long wait = otherwise;
        for (PacingLayer layer : layers.values()) {
            if (layer.permits(now) == 0) {
                wait = layer.nanosUntilReady(now, wait);
            }
        }
        return wait;
    }

    List<Hold> holds(Moment now) {
        var holds = new ArrayList<Hold>();
        layers.values().forEach(layer -> layer.hold(now).ifPresent(holds::add));
        if (initiates) {
            gates.forEach(gate -> gate.hold(now).ifPresent(holds::add));
        }
        return holds;
    }
}
