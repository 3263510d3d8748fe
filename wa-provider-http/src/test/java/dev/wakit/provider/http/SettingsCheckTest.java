package dev.wakit.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsCheckTest {

    @Test
    void namesEveryProblemAtOnceAndNoSecret() {
        assertThatThrownBy(() -> new SettingsCheck()
                        .token("apiKey", "my secret")
                        .notBlank("appSecret", List.of("fine", " "))
                        .positive("totalTimeout", Duration.ZERO)
                        .notNegative("cache", Duration.ofMillis(-1))
                        .atLeastOne("maxInFlight", 0)
                        .require(false, "sender must be a number")
                        .throwProblems("The provider cannot be built"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The provider cannot be built: apiKey must")
                .hasMessageContainingAll(
                        "appSecret", "totalTimeout", "cache", "maxInFlight must be at least 1, but is 0", "sender must")
                .hasMessageNotContaining("secret ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://api.example", "ftp://localhost", "https://api.example/?a=1", "https://u@api.example", "x"
            })
    void credentialsGoOverHttpsOnly(String url) {
        assertThat(new SettingsCheck().baseUrl("baseUrl", URI.create(url)).problems())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.example/v1", "http://localhost:8080", "http://127.0.0.1", "http://[::1]:1"})
    void thisMachineMayDoWithoutTls(String url) {
        assertThatCode(() ->
                        new SettingsCheck().baseUrl("baseUrl", URI.create(url)).throwProblems("no"))
                .doesNotThrowAnyException();
    }

    @Test
    void theTransportChecksItsSettings() {
        assertThatThrownBy(() -> HttpSettings.builder("A Name").maxInFlight(0).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("name must be", "'A Name'", "maxInFlight");
    }
}
