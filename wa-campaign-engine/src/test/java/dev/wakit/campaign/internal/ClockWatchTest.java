package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.TenantId;
import dev.wakit.campaign.event.CampaignEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockWatchTest {

    private final List<CampaignEvent> events = new ArrayList<>();
    private final ClockWatch watch = new ClockWatch(TenantId.DEFAULT, new Notifier(List.of(events::add), List.of()));
    private Moment now = new Moment(Instant.parse("2026-03-01T10:00:00Z"), -500);

    private void pass(Duration wall, Duration monotonic) {
        now = new Moment(now.at().plus(wall), now.nanos() + monotonic.toNanos());
        watch.look(now);
    }

    @Test
    void clocksThatGoTogetherAreNoJumpHoweverLongNobodyLooked() {
        watch.look(now);
        pass(Duration.ofHours(3), Duration.ofHours(3));
        pass(Duration.ofMillis(4_999), Duration.ZERO);

        assertThat(events).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400, -5, 5, 600})
    void aWallClockThatIsSetIsToldOnce(long seconds) {
        watch.look(now);
        pass(Duration.ofSeconds(1 + seconds), Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1), Duration.ofSeconds(1));

        assertThat(events)
                .containsExactly(new CampaignEvent.ClockJumped(
                        TenantId.DEFAULT, Duration.ofSeconds(seconds), now.at().minusSeconds(1)));
    }
}
