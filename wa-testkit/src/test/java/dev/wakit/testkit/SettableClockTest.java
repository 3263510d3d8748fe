package dev.wakit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettableClockTest {

    @Test
    void standsStillUntilMoved() {
        SettableClock clock = SettableClock.create();

        assertThat(clock.instant()).isEqualTo(SettableClock.START).isEqualTo(clock.instant());
    }

    @Test
    void advancesByADuration() {
        SettableClock clock = SettableClock.create();

        assertThat(clock.advance(Duration.ofHours(1))).isEqualTo(SettableClock.START.plusSeconds(3600));
        assertThat(clock.instant()).isEqualTo(SettableClock.START.plusSeconds(3600));
    }

    @Test
    void jumpsToAnyInstant() {
        SettableClock clock = SettableClock.at(Instant.parse("2030-01-01T00:00:00Z"));

        clock.set(Instant.EPOCH);

        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
    }
}
