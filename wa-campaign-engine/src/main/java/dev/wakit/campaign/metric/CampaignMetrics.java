package dev.wakit.campaign.metric;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.event.CampaignListener;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.LaneStatus;
import dev.wakit.inbound.UnknownEvent;
import dev.wakit.inbound.content.UnknownContent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The engine's numbers as Micrometer meters. No name or tag holds personal data; campaigns are not told apart, since their number
 * grows without end.
 *
 * <p>Thread-safe. It needs {@code io.micrometer:micrometer-core} on the class path:
 *
 * <pre>{@code
 * var metrics = new CampaignMetrics();
 * var engine = CampaignEngine.builder(stores).provider(meta).listener(metrics).build();
 * metrics.watch(engine).bindTo(registry);
 * }</pre>
 *
 * <table>
 * <caption>Meters</caption>
 * <tr><th>name</th><th>kind</th><th>what</th></tr>
 * <tr><td>wakit.deliveries</td><td>counter, tag state</td><td>changes of deliveries into a state, as this worker saw them</td></tr>
 * <tr><td>wakit.delivery.errors</td><td>counter, tag code</td><td>deliveries that failed, by the BSP's code</td></tr>
 * <tr><td>wakit.campaigns</td><td>counter, tag status</td><td>changes of campaigns into a status</td></tr>
 * <tr><td>wakit.duplicate.sends</td><td>counter</td><td>second messages of one attempt; must stay 0</td></tr>
 * <tr><td>wakit.suppressions</td><td>counter</td><td>people added to the suppression list</td></tr>
 * <tr><td>wakit.webhook.unknown</td><td>counter, tag event</td><td>webhook events and kinds of message that this version has no
 * type for</td></tr>
 * <tr><td>wakit.lane.holds</td><td>counter, tag lane</td><td>holds that began or changed</td></tr>
 * <tr><td>wakit.database.outages</td><td>counter</td><td>times that the signs of life could no longer be written</td></tr>
 * <tr><td>wakit.database.down</td><td>gauge</td><td>1 while they cannot; read from memory</td></tr>
 * <tr><td>wakit.clock.jumps</td><td>counter</td><td>jumps of the machine's wall clock by five seconds or more</td></tr>
 * <tr><td>wakit.lanes</td><td>gauge</td><td>lanes that this worker sends; one query for each scrape</td></tr>
 * <tr><td>wakit.lane.rate.allowed</td><td>gauge, tag lane</td><td>messages a second that the lane may send now</td></tr>
 * <tr><td>wakit.lane.inflight</td><td>gauge, tag lane</td><td>requests on their way</td></tr>
 * <tr><td>wakit.lane.held</td><td>gauge, tag lane</td><td>1 while something holds the lane</td></tr>
 * <tr><td>wakit.inbox.backlog</td><td>gauge</td><td>webhooks that wait; one query for each scrape</td></tr>
 * <tr><td>wakit.inbox.parked</td><td>gauge</td><td>webhooks set aside after five tries; one query for each scrape</td></tr>
 * </table>
 *
 * @since 0.1
 */
public final class CampaignMetrics implements CampaignListener, MeterBinder {

    private static final Pattern WORD = Pattern.compile("[a-z_]{1,48}( [a-z_]{1,48}){0,2}");

    private volatile @Nullable CampaignEngine engine;
    private volatile @Nullable MeterRegistry registry;
    private volatile List<MultiGauge> laneGauges = List.of();

    /** Meters of an engine that {@link #watch} names. */
    public CampaignMetrics() {
        // Made before the engine, which it listens to.
    }

    /** Takes gauges from this engine, whose listener this is. */
    public CampaignMetrics watch(CampaignEngine watched) {
        engine = Objects.requireNonNull(watched, "watched");
        return this;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if no engine is watched yet
     */
    @Override
    public void bindTo(MeterRegistry meters) {
        CampaignEngine watched = engine;
        if (watched == null) {
            throw new IllegalStateException("These metrics have no engine. Call watch(engine) first.");
        }
        meters.gauge("wakit.inbox.backlog", watched, CampaignEngine::webhookBacklog);
        meters.gauge("wakit.inbox.parked", watched, CampaignEngine::webhooksParked);
        meters.gauge(
                "wakit.database.down",
                watched,
                known -> known.databaseDownSince().isPresent() ? 1 : 0);
        laneGauges = List.of(
                MultiGauge.builder("wakit.lane.rate.allowed").register(meters),
                MultiGauge.builder("wakit.lane.inflight").register(meters),
                MultiGauge.builder("wakit.lane.held").register(meters));
        registry = meters;
        meters.gauge("wakit.lanes", this, CampaignMetrics::readLanes);
        readLanes();
    }

    /** Lanes come and go: whoever reads their number brings the gauges of each up to date. */
    private double readLanes() {
        CampaignEngine watched = engine;
        List<MultiGauge> gauges = laneGauges;
        if (watched == null || gauges.isEmpty()) {
            return 0;
        }
        List<LaneStatus> lanes =
                watched.lanes().stream().filter(LaneStatus::ownedHere).toList();
        register(gauges.get(0), lanes, LaneStatus::allowedPerSecond);
        register(gauges.get(1), lanes, LaneStatus::inFlight);
        register(gauges.get(2), lanes, lane -> lane.holdReason().isPresent() ? 1 : 0);
        return lanes.size();
    }

    private static void register(MultiGauge gauge, List<LaneStatus> lanes, ToDoubleFunction<LaneStatus> value) {
        gauge.register(
                lanes.stream()
                        .map(lane -> MultiGauge.Row.of(tags(lane.lane()), value.applyAsDouble(lane)))
                        .toList(),
                true);
    }

    private static Tags tags(LaneKey lane) {
        return Tags.of("tenant", lane.tenant().value(), "lane", lane.lane());
    }

    @Override
    public void on(CampaignEvent event) {
        MeterRegistry meters = registry;
        if (meters == null) {
            return;
        }
        if (event instanceof CampaignEvent.DeliveryChanged changed) {
            if (changed.isNewState()) {
                count(meters, changed.delivery());
            }
        } else if (event instanceof CampaignEvent.StatusChanged changed) {
            meters.counter("wakit.campaigns", "status", lower(changed.status())).increment();
        } else if (event instanceof CampaignEvent.DuplicateSendDetected) {
            meters.counter("wakit.duplicate.sends").increment();
        } else if (event instanceof CampaignEvent.PersonSuppressed) {
            meters.counter("wakit.suppressions").increment();
        } else if (event instanceof CampaignEvent.LaneHeld held) {
            meters.counter("wakit.lane.holds", tags(held.lane())).increment();
        } else if (event instanceof CampaignEvent.OtherEvent other && other.event() instanceof UnknownEvent unknown) {
            countUnknown(meters, unknown.name());
        } else if (event instanceof CampaignEvent.ReplyReceived reply
                && reply.message().content() instanceof UnknownContent content) {
            countUnknown(meters, "messages " + content.type());
        } else if (event instanceof CampaignEvent.DatabaseLost) {
            meters.counter("wakit.database.outages").increment();
        } else if (event instanceof CampaignEvent.ClockJumped) {
            meters.counter("wakit.clock.jumps").increment();
        }
    }

    /** A word of the BSP becomes a tag only if it looks like one, so that the number of tags stays small. */
    private static void countUnknown(MeterRegistry meters, String name) {
        String tag = WORD.matcher(name).matches() ? name : "other";
        meters.counter("wakit.webhook.unknown", "event", tag).increment();
    }

    private static void count(MeterRegistry meters, Delivery delivery) {
        meters.counter("wakit.deliveries", "state", lower(delivery.state())).increment();
        if (delivery.state() == DeliveryState.FAILED) {
            meters.counter("wakit.delivery.errors", "code", delivery.errorCode().orElse("none"))
                    .increment();
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
