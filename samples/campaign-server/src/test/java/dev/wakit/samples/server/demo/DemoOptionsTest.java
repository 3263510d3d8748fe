package dev.wakit.samples.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOptionsTest {

    @Test
    void sendsToAThousandOnTheUsualPort() {
        DemoOptions options = DemoOptions.parse(List.of());

        assertThat(options.recipients()).isEqualTo(1_000);
        assertThat(options.port()).isEqualTo(8_080);
        assertThat(options.once()).isFalse();
        assertThat(options.folder()).endsWithRaw(java.nio.file.Path.of("live"));
    }

    @Test
    void givesLargerListsMoreTime() {
        assertThat(DemoOptions.parse(List.of("--once", "--recipients", "100000"))
                        .timeout())
                .isGreaterThan(Duration.ofHours(1));
        assertThat(DemoOptions.parse(List.of("--timeout", "5")).timeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--recipients 0",
                "--recipients many",
                "--provider",
                "--provider sms",
                "--port 0",
                "--csv /no/such/file",
                "--sideways",
                "--port"
            })
    void namesTheFlagThatIsWrong(String line) {
        assertThatThrownBy(() -> DemoOptions.parse(List.of(line.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(line.split(" ")[line.startsWith("--csv") ? 1 : 0]);
    }

    @Test
    void sendsOverMetaUnlessAnotherBspIsNamed() {
        assertThat(DemoOptions.parse(List.of()).provider()).isEqualTo(DemoProvider.META);
        assertThat(DemoOptions.parse(List.of("--provider", "twilio")).provider())
                .isEqualTo(DemoProvider.TWILIO);
        assertThat(DemoOptions.parse(List.of("--provider", "360dialog")).provider())
                .isEqualTo(DemoProvider.DIALOG360);
    }

    @Test
    void saysWhichBspsThereAre() {
        assertThatThrownBy(() -> DemoOptions.parse(List.of("--provider", "sms")))
                .hasMessage("--provider is 'sms'. Use one of meta, twilio, 360dialog.");
    }
}
