package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.campaign.schedule.Misfire;
import dev.wakit.campaign.schedule.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    private static List<Instant> times(Recurrence recurrence, String after, int count) {
        var times = new ArrayList<Instant>();
        Instant at = ZonedDateTime.parse(after).toInstant();
        for (int i = 0; i < count; i++) {
            at = recurrence.next(at).orElseThrow();
            times.add(at);
        }
        return times;
    }

    private static Instant[] at(String... times) {
        return java.util.Arrays.stream(times)
                .map(t -> ZonedDateTime.parse(t).toInstant())
                .toArray(Instant[]::new);
    }

    @Test
    void comesEveryMondayAtNineInItsZone() {
        assertThat(times(Recurrence.cron("0 9 * * MON", KOLKATA), "2026-03-01T00:00:00Z", 2))
                .containsExactly(at("2026-03-02T09:00:00+05:30", "2026-03-09T09:00:00+05:30"));
    }

    @Test
    void comesAtTheMomentOfTheChangeWhenItsTimeIsLeftOut() {
        // On 29 March 2026 the clocks of Berlin go from 02:00 to 03:00.
        assertThat(times(Recurrence.cron("30 2 * * *", BERLIN), "2026-03-28T12:00:00+01:00", 2))
                .containsExactly(at("2026-03-29T03:00:00+02:00", "2026-03-30T02:30:00+02:00"));
    }

    @Test
    void comesOnceWhenItsTimeComesTwice() {
        // On 25 October 2026 the hour from 02:00 to 03:00 comes twice in Berlin.
        assertThat(times(Recurrence.cron("30 2 * * *", BERLIN), "2026-10-24T12:00:00+02:00", 2))
                .containsExactly(at("2026-10-25T02:30:00+02:00", "2026-10-26T02:30:00+01:00"));
    }

    @Test
    void leavesTheRepeatedHourOutWhenItComesOften() {
        assertThat(times(Recurrence.cron("*/30 * * * *", BERLIN), "2026-10-25T02:15:00+02:00", 3))
                .containsExactly(
                        at("2026-10-25T02:30:00+02:00", "2026-10-25T03:00:00+01:00", "2026-10-25T03:30:00+01:00"));
    }

    @Test
    void neverComesTwiceAtTheEndOfAGap() {
        assertThat(times(Recurrence.cron("0,20,40 2,3 * * *", BERLIN), "2026-03-29T01:59:00+01:00", 3))
                .containsExactly(
                        at("2026-03-29T03:00:00+02:00", "2026-03-29T03:20:00+02:00", "2026-03-29T03:40:00+02:00"));
    }

    @Test
    void goesOnFromInsideTheRepeatedHour() {
        assertThat(times(Recurrence.cron("30 2 * * *", BERLIN), "2026-10-25T02:10:00+01:00", 1))
                .containsExactly(at("2026-10-26T02:30:00+01:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "every day", "* * * *", "61 * * * *", "0 0 30 2 *", "0 0 9 * * MON"})
    void namesAnExpressionThatCannotBeUsed(String cron) {
        assertThatThrownBy(() -> Recurrence.cron(cron, BERLIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + cron + "'")
                .hasMessageContaining("0 9 * * MON");
    }

    @Test
    void aMisfireRuleIsNotMorePunctualThanAMinute() {
        assertThat(Misfire.skip().within()).isEqualTo(Duration.ofMinutes(1));
        assertThatThrownBy(() -> Misfire.within(Duration.ofSeconds(59))).hasMessageContaining("PT59S");
    }
}
