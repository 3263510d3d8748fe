package dev.wakit.samples.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoSecretsTest {

    @Test
    void areNewForEachDemoAndNeverPrinted() {
        DemoSecrets one = DemoSecrets.random();

        assertThat(one).isNotEqualTo(DemoSecrets.random());
        assertThat(one.key()).hasSize(32);
        assertThat(one.toString()).doesNotContain(one.key(), one.signing(), one.handshake());
    }
}
