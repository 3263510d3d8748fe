package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlannedKeysTest {

    private static final int PEOPLE = 100_000;

    /** Fewer bits than people, as when an audience is far larger than the filter may be. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 100, 20_000})
    void neverTakesAnybodyForNewTwiceHoweverFullItIs(long expected) {
        PlannedKeys keys = PlannedKeys.ofAll(expected);
        IntStream.range(0, 20_000).mapToObj(PlannedKeysTest::phone).forEach(keys::add);

        assertThat(IntStream.range(0, 20_000).mapToObj(PlannedKeysTest::phone)).noneMatch(keys::add);
    }

    @Test
    void isCertainOfAlmostEverybodyNew() {
        PlannedKeys keys = PlannedKeys.ofAll(PEOPLE);

        assertThat(IntStream.range(0, PEOPLE)
                        .mapToObj(PlannedKeysTest::phone)
                        .filter(keys::add)
                        .count())
                .isGreaterThan(PEOPLE - PEOPLE / 1_000);
    }

    @Test
    void isCertainOfNobodyWhenOthersWerePlannedBefore() {
        assertThat(PlannedKeys.ofSome().add(phone(1))).isFalse();
    }

    private static String phone(int person) {
        return "+9198" + (10_000_000 + person);
    }
}
