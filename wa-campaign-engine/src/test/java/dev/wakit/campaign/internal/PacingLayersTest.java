package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignProgress;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.pacing.BatchPause;
import dev.wakit.campaign.pacing.Canary;
import dev.wakit.campaign.pacing.DelayRange;
import dev.wakit.campaign.pacing.Hold;
import dev.wakit.campaign.pacing.HoldLayer;
import dev.wakit.campaign.store.CounterNames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class PacingLayersTest {

    private Moment now = new Moment(Instant.parse("2026-03-01T10:00:00Z"), 77);

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private int takeAll(PacingLayer layer) {
        int taken = 0;
        while (layer.permits(now) > 0) {
            layer.took(now);
            taken++;
        }
        return taken;
    }

    private static CampaignProgress progress(Map<DeliveryState, Long> states) {
        var counters = new HashMap<String, Long>();
        states.forEach((state, count) -> counters.put(CounterNames.state(state), count));
        return CampaignProgress.of(counters);
    }

    @Test
    void aRandomDelayLiesBetweenItsBoundsAndDiffers() {
        var layer = new DelayLayer(new DelayRange(Duration.ofSeconds(1), Duration.ofSeconds(4)), new Random(3), now);
        var waits = new ArrayList<Long>();
        for (int i = 0; i < 500; i++) {
            assertThat(takeAll(layer)).isEqualTo(1);
            long wait = layer.nanosUntilReady(now, Long.MAX_VALUE);
            assertThat(layer.hold(now).flatMap(Hold::until)).contains(now.at().plusNanos(wait));
            waits.add(wait);
            pass(Duration.ofNanos(wait));
        }

        assertThat(waits).allMatch(wait -> wait >= 1_000_000_000L && wait <= 4_000_000_000L);
        assertThat(waits.stream().mapToLong(Long::longValue).average().orElseThrow())
                .isCloseTo(2.5e9, Percentage.withPercentage(5));
    }

    @Test
    void aBatchIsFollowedByItsPause() {
        var layer = new BatchLayer(new BatchPause(3, Duration.ofMinutes(5)), now);

        assertThat(takeAll(layer)).isEqualTo(3);
        assertThat(layer.hold(now).flatMap(Hold::until)).contains(now.at().plus(Duration.ofMinutes(5)));
        pass(Duration.ofMinutes(5).minusNanos(1));
        assertThat(layer.permits(now)).isZero();
        pass(Duration.ofNanos(1));
        assertThat(takeAll(layer)).isEqualTo(3);
    }

    @Test
    void noMoreAreOnTheirWayThanMayBe() {
        var inFlight = new AtomicInteger(2);
        var layer = new InFlightLayer(5, inFlight);

        assertThat(takeAll(layer)).isEqualTo(3);
        inFlight.set(5);
        pass(Duration.ofMillis(1));
        assertThat(layer.permits(now)).isZero();
        assertThat(layer.hold(now)).isPresent();
        inFlight.set(4);
        assertThat(layer.permits(now)).isEqualTo(1);
    }

    @Test
    void aSpreadEndsWithItsPeriodAlsoAfterAPause() {
        Instant end = now.at().plus(Duration.ofHours(1));
        var layer = RateLayer.until(end, now);
        long left = 3_600;
        assertThat(layer.permits(now)).isZero();

        for (int second = 0; second < 3_600; second++) {
            boolean paused = second >= 900 && second < 1_800;
            layer.progress(progress(Map.of(DeliveryState.PENDING, left)), now);
            left -= paused ? 0 : takeAll(layer);
            if (second == 899) {
                assertThat(left).isBetween(2_690L, 2_710L);
            }
            pass(Duration.ofSeconds(1));
        }

        assertThat(left).isBetween(0L, 3L);
        layer.progress(progress(Map.of(DeliveryState.PENDING, left)), now);
        assertThat(layer.permits(now)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aCanaryIsWatchedAndTheRestFollowsWhenFewFailed() {
        List<String> pauses = new ArrayList<>();
        var layer = new CanaryLayer(Canary.of(10, Duration.ofMinutes(30), 0.2), pauses::add);
        assertThat(layer.permits(now)).isZero();

        layer.progress(progress(Map.of(DeliveryState.PENDING, 100L)), now);
        assertThat(takeAll(layer)).isEqualTo(10);
        layer.progress(progress(Map.of(DeliveryState.PENDING, 90L, DeliveryState.SENDING, 10L)), now);
        assertThat(layer.hold(now)).isEmpty();
        layer.progress(
                progress(Map.of(DeliveryState.PENDING, 90L, DeliveryState.READ, 8L, DeliveryState.FAILED, 2L)), now);
        assertThat(layer.permits(now)).isZero();
        assertThat(layer.hold(now).flatMap(Hold::until)).contains(now.at().plus(Duration.ofMinutes(30)));
        pass(Duration.ofMinutes(30));
        layer.progress(
                progress(Map.of(DeliveryState.PENDING, 90L, DeliveryState.READ, 8L, DeliveryState.FAILED, 2L)), now);

        assertThat(layer.permits(now)).isEqualTo(Integer.MAX_VALUE);
        assertThat(pauses).isEmpty();
    }

    @Test
    void aCanaryThatFailsPausesTheCampaignOnce() {
        List<String> pauses = new ArrayList<>();
        var layer = new CanaryLayer(Canary.share(0.1, Duration.ZERO, 0.2), pauses::add);
        layer.progress(progress(Map.of(DeliveryState.PENDING, 100L)), now);
        assertThat(takeAll(layer)).isEqualTo(10);

        for (int i = 0; i < 3; i++) {
            layer.progress(
                    progress(Map.of(DeliveryState.PENDING, 90L, DeliveryState.READ, 7L, DeliveryState.FAILED, 3L)),
                    now);
        }

        assertThat(layer.permits(now)).isZero();
        assertThat(pauses).singleElement().asString().contains("3 of the first 10");
    }

    @Test
    void aCanaryThatIsResumedSendsNothingBeforeItKnowsWhereItStandsAndIsJudgedAgain() {
        List<String> pauses = new ArrayList<>();
        var layer = new CanaryLayer(Canary.share(0.1, Duration.ZERO, 0.2), pauses::add);
        layer.progress(progress(Map.of(DeliveryState.PENDING, 100L)), now);
        assertThat(takeAll(layer)).isEqualTo(10);
        var failed = progress(Map.of(DeliveryState.PENDING, 90L, DeliveryState.READ, 7L, DeliveryState.FAILED, 3L));
        layer.progress(failed, now);

        layer.resume();
        assertThat(layer.permits(now)).isZero();
        assertThat(layer.hold(now)).isEmpty();
        layer.progress(failed, now);

        assertThat(layer.permits(now)).isZero();
        assertThat(pauses).hasSize(2);
    }

    @Test
    void aCanaryThatPassedIsNotWatchedAgainByTheNextWorker() {
        var layer = new CanaryLayer(Canary.of(10, Duration.ofMinutes(30), 0), reason -> {});

        layer.progress(progress(Map.of(DeliveryState.PENDING, 80L, DeliveryState.READ, 20L)), now);

        assertThat(layer.permits(now)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aClosedGateTriesAgainAfterAMinuteAndTellsItsRealEnd() {
        var gate = new GateLayer(HoldLayer.PORTFOLIO);
        assertThat(gate.permits(now)).isEqualTo(Integer.MAX_VALUE);

        gate.close("spent", now.at().plus(Duration.ofHours(5)), now.at());

        assertThat(gate.permits(now)).isZero();
        assertThat(gate.hold(now).flatMap(Hold::until)).contains(now.at().plus(Duration.ofHours(5)));
        pass(Duration.ofMinutes(1));
        assertThat(gate.permits(now)).isPositive();
        assertThat(gate.hold(now)).isPresent();
        gate.opened();
        assertThat(gate.hold(now)).isEmpty();
    }

    @Test
    void aGateIsClosedForASecondAtLeast() {
        var gate = new GateLayer(HoldLayer.PORTFOLIO);

        gate.close("spent", now.at().minusSeconds(5), now.at());

        pass(Duration.ofMillis(999));
        assertThat(gate.permits(now)).isZero();
        pass(Duration.ofMillis(1));
        assertThat(gate.permits(now)).isPositive();
    }

    @Test
    void aPersonWaitsSixSecondsForTheNextMessage() {
        var pairs = new PairSpacing(Duration.ofSeconds(6));

        assertThat(pairs.tryTake("+1", 0)).isZero();
        assertThat(pairs.tryTake("+2", 0)).isZero();
        assertThat(pairs.tryTake("+1", 2_000_000_000L)).isEqualTo(4_000_000_000L);
        assertThat(pairs.tryTake("+1", 6_000_000_000L)).isZero();
        assertThat(pairs.tryTake("+1", 6_000_000_001L)).isPositive();
    }

    @Test
    void onlyTheLatestPeopleAreRemembered() {
        var pairs = new PairSpacing(Duration.ofSeconds(6));
        for (int i = 0; i < 50_000; i++) {
            pairs.tryTake("+" + i, i);
        }

        assertThat(pairs.size()).isEqualTo(20_000);
        assertThat(pairs.tryTake("+49999", 50_000)).isPositive();
    }
}
