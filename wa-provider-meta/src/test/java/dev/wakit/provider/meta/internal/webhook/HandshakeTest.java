package dev.wakit.provider.meta.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.webhook.WebhookRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {

    private static final String GOOD = "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=verify-me";

    @Test
    void repeatsTheChallenge() {
        assertThat(answer("GET", GOOD)).contains("1158201444");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=verify-me",
                "hub.challenge=1&hub.verify_token=verify-me",
                "hub.mode=subscribe&hub.challenge=1&hub.verify_token=verify-me2",
                "hub.mode=subscribe&hub.challenge=1&hub.verify_token=",
                "hub.mode=subscribe&hub.challenge=1",
                "hub.mode=subscribe&hub.verify_token=verify-me",
                "hub.mode=subscribe&hub.challenge=&hub.verify_token=verify-me",
                "hub.mode=subscribe&hub.challenge=%3Cscript%3E&hub.verify_token=verify-me",
                "hub.mode=subscribe&hub.challenge=%zz&hub.verify_token=verify-me",
                ""
            })
    void refusesAnythingElse(String query) {
        assertThat(answer("GET", query)).isEmpty();
    }

    @Test
    void refusesAChallengeOfMoreThan256Characters() {
        assertThat(answer("GET", GOOD.replace("1158201444", "1".repeat(257)))).isEmpty();
    }

    @Test
    void refusesAPost() {
        assertThat(answer("POST", GOOD)).isEmpty();
    }

    @Test
    void refusesEverythingWithoutAVerifyToken() {
        var codec = new MetaWebhooks(List.of("secret"), Optional.empty(), InstantSource.fixed(Webhooks.NOW));

        assertThat(codec.handshake(WebhookRequest.of("GET", "/w?" + GOOD, Map.of(), new byte[0])))
                .isEmpty();
    }

    private static Optional<String> answer(String method, String query) {
        return Webhooks.codec().handshake(WebhookRequest.of(method, "/webhooks/meta?" + query, Map.of(), new byte[0]));
    }
}
