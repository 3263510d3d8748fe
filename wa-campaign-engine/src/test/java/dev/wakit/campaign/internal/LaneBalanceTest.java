package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.TenantId;
import dev.wakit.address.SenderId;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.LaneRow;
import dev.wakit.provider.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LaneBalanceTest {

    private static final ProviderId META = ProviderId.of("meta");
    private static final LaneKey LANE = new LaneKey(TenantId.DEFAULT, META, SenderId.of("sender-1"));
    private static final LaneKey OTHER = new LaneKey(TenantId.DEFAULT, META, SenderId.of("sender-2"));
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final AtomicLong nanos = new AtomicLong(-7);
    private final LaneBalance balance = new LaneBalance(nanos::get, LEASE);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** Worker b has one of two lanes, a has none: the free one is for a. */
    private static LaneShare forWorkerB() {
        return new LaneShare(
                "b",
                List.of(
                        new LaneRow(LANE, "", 1, Instant.EPOCH, true),
                        new LaneRow(OTHER, "b", 1, Instant.EPOCH, false)),
                Map.of("a", Set.of(META), "b", Set.of(META)),
                Set.of());
    }

    @Test
    void aLaneThatOthersShouldTakeIsAdoptedAfterALease() {
        assertThat(balance.takes(LANE, forWorkerB())).isFalse();
        pass(LEASE.minusMillis(1));
        assertThat(balance.takes(LANE, forWorkerB())).isFalse();
        pass(Duration.ofMillis(1));

        assertThat(balance.takes(LANE, forWorkerB())).isTrue();
    }

    @Test
    void theTimeInWhichNobodyCouldTakeALaneMakesItNobodysOrphan() {
        balance.takes(LANE, forWorkerB());
        pass(LEASE.multipliedBy(10));

        balance.nobodyCouldTake();

        assertThat(balance.takes(LANE, forWorkerB())).isFalse();
        pass(LEASE);
        assertThat(balance.takes(LANE, forWorkerB())).isTrue();
    }
}
