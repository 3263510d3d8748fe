package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.PhoneNumber;
import dev.wakit.campaign.pacing.SendWindow;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowGateTest {

    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    private static final SendWindow THEIRS =
            SendWindow.between("09:00", "21:00").inRecipientZone("UTC");
    private static final Optional<PhoneNumber> INDIAN = Optional.of(PhoneNumber.parse("+919978783238"));
    private static final Optional<PhoneNumber> AUSTRALIAN = Optional.of(PhoneNumber.parse("+61412345678"));

    @Test
    void theAudiencesZoneCountsBeforeTheNumbers() {
        assertThat(WindowGate.zoneFor(THEIRS, "Europe/Berlin", INDIAN, NOON)).isEqualTo("Europe/Berlin");
        assertThat(WindowGate.zoneFor(THEIRS, "no such zone", INDIAN, NOON)).isEqualTo("Asia/Calcutta");
        assertThat(WindowGate.zoneFor(THEIRS, "", INDIAN, NOON)).isEqualTo("Asia/Calcutta");
    }

    @Test
    void allZonesOfAnAmbiguousNumberCount() {
        String zones = WindowGate.zoneFor(THEIRS, "", AUSTRALIAN, NOON);

        assertThat(zones)
                .contains("Australia/Perth")
                .contains("Australia/Sydney")
                .contains(",");
        // 09:00 in Sydney is 06:00 in Perth, and 21:00 in Sydney comes first.
        assertThat(WindowGate.isOpen(Optional.of(THEIRS), zones, Instant.parse("2026-01-14T22:30:00Z")))
                .isFalse();
        assertThat(WindowGate.isOpen(Optional.of(THEIRS), zones, Instant.parse("2026-01-15T03:00:00Z")))
                .isTrue();
    }

    @Test
    void theFallbackCountsWhereNothingIsKnownOrTheZonesShareNoHour() {
        SendWindow short1 = SendWindow.between("09:00", "09:30").inRecipientZone("UTC");

        assertThat(WindowGate.zoneFor(THEIRS, "", Optional.empty(), NOON)).isEmpty();
        assertThat(WindowGate.zoneFor(short1, "", AUSTRALIAN, NOON)).isEmpty();
        assertThat(WindowGate.isOpen(Optional.of(short1), "", Instant.parse("2026-01-15T09:10:00Z")))
                .isTrue();
    }

    @Test
    void aWindowInOneZoneIgnoresTheRecipients() {
        SendWindow berlin = SendWindow.between("09:00", "21:00").inZone("Europe/Berlin");

        assertThat(WindowGate.zoneFor(berlin, "Asia/Kolkata", INDIAN, NOON)).isEmpty();
        assertThat(WindowGate.isOpen(Optional.of(berlin), "Asia/Tokyo", NOON)).isTrue();
    }

    @Test
    void aPersonOfWhomOnlyTheNumberIsKnownWaitsForTheirMorning() {
        Instant night = Instant.parse("2026-01-15T20:00:00Z");

        assertThat(WindowGate.opensAt(THEIRS, INDIAN, night)).isEqualTo("2026-01-16T03:30:00Z");
        assertThat(WindowGate.opensAt(THEIRS, Optional.empty(), night)).isEqualTo(night);
        assertThat(WindowGate.opensAt(THEIRS, INDIAN, NOON)).isEqualTo(NOON);
    }

    @Test
    void aClosedWindowSaysWhenItOpens() {
        Instant night = Instant.parse("2026-01-15T22:00:00Z");

        assertThat(WindowGate.hold(Optional.of(THEIRS), night))
                .hasValueSatisfying(hold -> assertThat(hold.until()).contains(Instant.parse("2026-01-16T09:00:00Z")));
        assertThat(WindowGate.hold(Optional.of(THEIRS), NOON)).isEmpty();
        assertThat(WindowGate.hold(Optional.empty(), night)).isEmpty();
    }
}
