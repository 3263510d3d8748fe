package dev.wakit.campaign.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.PhoneNumber;
import dev.wakit.campaign.pacing.NumberZone.Confidence;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberZoneTest {

    private static final Instant WINTER = Instant.parse("2026-01-15T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "+919978783238, +05:30",
        "+12125550123, -05:00",
        "+14155550123, -08:00",
        "+4915123456789, +01:00",
        "+6591234567, +08:00"
    })
    void isSureWhereAPrefixHasOneZone(String number, String offset) {
        NumberZone zone = NumberZone.of(PhoneNumber.parse(number));

        assertThat(zone.confidence()).isEqualTo(Confidence.SURE);
        assertThat(zone.zones())
                .singleElement()
                .satisfies(id ->
                        assertThat(id.getRules().getOffset(WINTER).getId()).isEqualTo(offset));
    }

    @Test
    void listsEveryZoneWhereAPrefixHasSeveral() {
        NumberZone zone = NumberZone.of(PhoneNumber.parse("+61412345678"));

        assertThat(zone.confidence()).isEqualTo(Confidence.AMBIGUOUS);
        assertThat(zone.zones())
                .contains(ZoneId.of("Australia/Perth"), ZoneId.of("Australia/Sydney"))
                .isSortedAccordingTo((one, other) -> one.getId().compareTo(other.getId()));
    }

    @Test
    void saysSoWhenAPrefixTellsNothing() {
        NumberZone zone = NumberZone.of(PhoneNumber.parse("+881612345678"));

        assertThat(zone.confidence()).isEqualTo(Confidence.UNKNOWN);
        assertThat(zone.zones()).isEmpty();
    }
}
