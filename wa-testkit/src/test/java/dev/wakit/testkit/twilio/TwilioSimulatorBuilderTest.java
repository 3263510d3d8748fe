package dev.wakit.testkit.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwilioSimulatorBuilderTest {

    private final TwilioSimulatorBuilder builder = TwilioSimulator.builder();

    @Test
    void valuesOutOfRangeAreRefusedByName() {
        assertThatThrownBy(() -> builder.port(70_000)).hasMessageContaining("port: 70000");
        assertThatThrownBy(() -> builder.dropWebhooks(1.5)).hasMessageContaining("dropWebhooks: 1.5");
        assertThatThrownBy(() -> builder.concurrentRequests(-1)).hasMessageContaining("concurrentRequests: -1");
        assertThatThrownBy(() -> builder.latency(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sidsAndSendersMustHaveTheirForm() {
        assertThatThrownBy(() -> builder.account("AC1", "my-token"))
                .hasMessageContaining("'AC1'")
                .hasMessageNotContaining("my-token");
        assertThatThrownBy(() -> builder.apiKey("AC00000000000000000000000000000000", "my-secret"))
                .hasMessageContaining("SK")
                .hasMessageNotContaining("my-secret");
        assertThatThrownBy(() -> builder.senders(List.of("4479460001")))
                .hasMessageContaining("+14155550100")
                .hasMessageNotContaining("4479460001");
        assertThatThrownBy(() -> builder.senders(List.of()).start()).hasMessageContaining("at least one sender");
    }

    @Test
    void whatIsSetIsWhatTheSimulatorTells() {
        try (TwilioSimulator simulator = TwilioSimulators.quick()
                .account("AC000000000000000000000000000000ff", "tok")
                .apiKey("SK000000000000000000000000000000ff", "sec")
                .senders(List.of("+447946000001"))
                .addMessagingService("MG000000000000000000000000000000ff", List.of("+447946000001"))
                .seed(9)
                .start()) {
            assertThat(simulator.accountSid()).isEqualTo("AC000000000000000000000000000000ff");
            assertThat(simulator.authToken()).isEqualTo("tok");
            assertThat(simulator.apiKeySid()).isEqualTo("SK000000000000000000000000000000ff");
            assertThat(simulator.apiKeySecret()).isEqualTo("sec");
            assertThat(simulator.sender()).isEqualTo("whatsapp:+447946000001");
            assertThat(simulator.messagingServiceSid()).isEqualTo("MG000000000000000000000000000000ff");
            assertThat(simulator.seed()).isEqualTo(9);
            assertThatThrownBy(() -> simulator.contentSid("none")).hasMessageContaining("'none'");
        }
    }

    @Test
    void typesOfAContentMustBeAnObject() {
        assertThatThrownBy(() -> SimulatedContent.of("x", "en", "[]")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SimulatedContent.of("x", "en", "{}")).isInstanceOf(IllegalArgumentException.class);
    }
}
