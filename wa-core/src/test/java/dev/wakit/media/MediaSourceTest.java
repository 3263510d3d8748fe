package dev.wakit.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.InvalidMessageException;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaSourceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.png",
                "/a.png",
                "ftp://host/a.png",
                "https:///a.png",
                "https://host/a b.png",
                "file:///etc"
            })
    void refusesLinksThatCannotBeFetched(String url) {
        assertThatThrownBy(() -> MediaSource.link(url))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageStartingWith("media.link must be");
    }

    @Test
    void showsOnlyTheHostOfALink() {
        assertThat(MediaSource.link("https://cdn.example.com/a.png?sig=secret"))
                .hasToString("https://cdn.example.com/…");
    }

    @ParameterizedTest
    @CsvSource({"90.1, 0", "-90.1, 0", "0, 180.1", "0, -180.1", "NaN, 0", "0, NaN"})
    void refusesPointsOffTheGlobe(double latitude, double longitude) {
        assertThatThrownBy(() -> GeoLocation.of(latitude, longitude)).isInstanceOf(InvalidMessageException.class);
    }

    @Test
    void keepsTheNameAndAddressOfAPlaceWithoutShowingThem() {
        GeoLocation place = GeoLocation.builder(37.44, -122.16)
                .name("Philz")
                .address("101 Forest Ave")
                .build();

        assertThat(place.toBuilder().build()).isEqualTo(place);
        assertThat(place.name()).contains("Philz");
        assertThat(place.toString()).doesNotContain("37", "Philz", "Forest");
    }

    @Test
    void pointsAreEqualByAllTheirParts() {
        EqualsVerifier.forClass(GeoLocation.class).suppress(Warning.NULL_FIELDS).verify();
    }
}
