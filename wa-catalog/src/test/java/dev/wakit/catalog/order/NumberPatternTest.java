package dev.wakit.catalog.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberPatternTest {

    private static final Instant NEW_YEARS_EVE = Instant.parse("2026-12-31T20:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "ORD-{yyyy}-{seq:06}, 123, ORD-2026-000123",
        "ORD-{yyyy}-{seq:06}, 1234567, ORD-2026-1234567",
        "{yy}{MM}.{seq:3}.A, 7, 2612.007.A",
        "{seq}, 7, 7"
    })
    void fillsInTheTimeAndTheSequence(String pattern, long sequence, String number) {
        assertThat(NumberPattern.of(pattern).at(NEW_YEARS_EVE, ZoneOffset.UTC).number(sequence))
                .isEqualTo(number);
    }

    @Test
    void aYearBeginsInItsZone() {
        NumberSeries utc = NumberPattern.DEFAULT.at(NEW_YEARS_EVE, ZoneOffset.UTC);
        NumberSeries india = NumberPattern.DEFAULT.at(NEW_YEARS_EVE, ZoneId.of("Asia/Kolkata"));

        assertThat(utc.number(1)).isEqualTo("ORD-2026-000001");
        assertThat(india.number(1)).isEqualTo("ORD-2027-000001");
        assertThat(utc.name()).isNotEqualTo(india.name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ORD",
                "ORD {seq}",
                "{seq}-{seq}",
                "{day}-{seq}",
                "{seq:13}",
                "A-VERY-LONG-PREFIX-OF-ORDERS-{seq}",
                "Bestellung-ä-{seq}"
            })
    void refusesWhatMakesNoReference(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberPattern.of(pattern))
                .withMessageContaining("ORD-{yyyy}-{seq:06}");
    }
}
