package dev.wakit.campaign.pacing;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SendWindowTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    private static boolean open(SendWindow window, String at) {
        return window.isOpen(List.of(), Instant.parse(at));
    }

    private static Instant next(SendWindow window, String at) {
        return window.nextOpen(List.of(), Instant.parse(at)).orElseThrow();
    }

    @Test
    void isOpenFromItsBeginToJustBeforeItsEnd() {
        SendWindow window = SendWindow.between("09:00", "21:00").inZone(KOLKATA);

        assertThat(open(window, "2026-03-02T03:29:59.999Z")).isFalse();
        assertThat(open(window, "2026-03-02T03:30:00Z")).isTrue();
        assertThat(open(window, "2026-03-02T15:29:59.999Z")).isTrue();
        assertThat(open(window, "2026-03-02T15:30:00Z")).isFalse();
    }

    @Test
    void opensOnItsDaysOnly() {
        SendWindow window =
                SendWindow.between("09:00", "21:00").on(MONDAY, FRIDAY).inZone("UTC");

        assertThat(open(window, "2026-03-02T12:00:00Z")).isTrue();
        assertThat(open(window, "2026-03-03T12:00:00Z")).isFalse();
        assertThat(next(window, "2026-03-02T21:00:00Z")).isEqualTo("2026-03-06T09:00:00Z");
    }

    @Test
    void belongsToTheDayOnWhichItOpensWhenItSpansMidnight() {
        SendWindow window = SendWindow.between("22:00", "02:00").on(SATURDAY).inZone("UTC");

        assertThat(open(window, "2026-03-07T01:00:00Z")).isFalse();
        assertThat(open(window, "2026-03-07T23:00:00Z")).isTrue();
        assertThat(open(window, "2026-03-08T01:59:59Z")).isTrue();
        assertThat(open(window, "2026-03-08T02:00:00Z")).isFalse();
        assertThat(open(window, "2026-03-08T23:00:00Z")).isFalse();
    }

    @Test
    void isTheTimeItselfWhenItIsOpen() {
        SendWindow window = SendWindow.between("09:00", "21:00").inZone("UTC");

        assertThat(next(window, "2026-03-02T12:00:00Z")).isEqualTo("2026-03-02T12:00:00Z");
    }

    @Test
    void ofSeveralZonesIsOpenWhenAllOfThemAre() {
        SendWindow window = SendWindow.between("09:00", "21:00").inRecipientZone(KOLKATA);
        List<ZoneId> both = List.of(NEW_YORK, LOS_ANGELES);

        assertThat(window.isOpen(both, Instant.parse("2026-01-15T15:00:00Z"))).isFalse();
        assertThat(window.isOpen(both, Instant.parse("2026-01-15T17:00:00Z"))).isTrue();
        assertThat(window.nextOpen(both, Instant.parse("2026-01-15T15:00:00Z")))
                .contains(Instant.parse("2026-01-15T17:00:00Z"));
    }

    @Test
    void neverOpensInZonesThatShareNoHour() {
        SendWindow window = SendWindow.between("09:00", "12:00").inRecipientZone(KOLKATA);

        assertThat(window.nextOpen(List.of(NEW_YORK, KOLKATA), Instant.parse("2026-01-15T15:00:00Z")))
                .isEmpty();
    }

    @Test
    void refusesAnEmptyOne() {
        assertThatThrownBy(() -> SendWindow.between("09:00", "09:00"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("09:00");
        assertThatThrownBy(() -> SendWindow.between("09:00", "10:00").on(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Berlin goes from 02:00 to 03:00 on 2026-03-29 and from 03:00 back to 02:00 on 2026-10-25. */
    @Nested
    class WhenClocksChange {

        @Test
        void opensWhenTheGapIsOverIfItsBeginFallsIntoTheGap() {
            SendWindow window = SendWindow.between("02:30", "09:00").inZone(BERLIN);

            assertThat(next(window, "2026-03-29T00:00:00Z")).isEqualTo("2026-03-29T01:00:00Z");
            assertThat(next(window, "2026-03-30T00:00:00Z")).isEqualTo("2026-03-30T00:30:00Z");
        }

        @Test
        void closesAtTheGapIfItsEndFallsIntoTheGap() {
            SendWindow window = SendWindow.between("00:30", "02:30").inZone(BERLIN);

            assertThat(open(window, "2026-03-29T00:59:59Z")).isTrue();
            assertThat(open(window, "2026-03-29T01:00:00Z")).isFalse();
        }

        @Test
        void doesNotOpenOnADayOnWhichItLiesInTheGap() {
            SendWindow window = SendWindow.between("02:10", "02:50").inZone(BERLIN);

            assertThat(open(window, "2026-03-29T01:00:00Z")).isFalse();
            assertThat(next(window, "2026-03-29T00:00:00Z")).isEqualTo("2026-03-30T00:10:00Z");
        }

        @Test
        void opensTheSecondTimeIfItsBeginComesTwice() {
            SendWindow window = SendWindow.between("02:30", "09:00").inZone(BERLIN);

            assertThat(open(window, "2026-10-25T00:45:00Z")).isFalse();
            assertThat(open(window, "2026-10-25T01:29:59Z")).isFalse();
            assertThat(open(window, "2026-10-25T01:30:00Z")).isTrue();
        }

        @Test
        void closesTheFirstTimeIfItsEndComesTwice() {
            SendWindow window = SendWindow.between("22:00", "02:30").inZone(BERLIN);

            assertThat(open(window, "2026-10-25T00:29:59Z")).isTrue();
            assertThat(open(window, "2026-10-25T00:30:00Z")).isFalse();
            assertThat(open(window, "2026-10-25T01:15:00Z")).isFalse();
        }

        @Test
        void keepsItsLocalHoursAcrossTheChange() {
            SendWindow window = SendWindow.between("09:00", "21:00").inZone(NEW_YORK);

            assertThat(next(window, "2026-03-07T12:00:00Z")).isEqualTo("2026-03-07T14:00:00Z");
            assertThat(next(window, "2026-03-08T12:00:00Z")).isEqualTo("2026-03-08T13:00:00Z");
        }
    }
}
