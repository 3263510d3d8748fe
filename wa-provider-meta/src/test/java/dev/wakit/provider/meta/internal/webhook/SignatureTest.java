package dev.wakit.provider.meta.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.webhook.SignatureCheck;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final byte[] BODY =
            "{\"text\":\"\\u00e4\\u00f6 äöå 😀 https:\\/\\/x\"}\r\n".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {Webhooks.SECRET, Webhooks.OLD_SECRET})
    void isValidWithEachConfiguredSecret(String secret) throws Exception {
        assertThat(verify(BODY, Map.of("X-Hub-Signature-256", Webhooks.sign(BODY, secret))))
                .isEqualTo(SignatureCheck.VALID);
    }

    @Test
    void isFoundWhateverTheCaseOfTheHeaderName() throws Exception {
        assertThat(verify(BODY, Map.of("x-hub-signature-256", Webhooks.sign(BODY, Webhooks.SECRET))))
                .isEqualTo(SignatureCheck.VALID);
    }

    @Test
    void agreesWithAKnownVector() {
        // RFC 4231, test case 2.
        var verifier = new SignatureVerifier(List.of("Jefe"));
        byte[] body = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);
        String header = "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

        assertThat(verifier.verify(Webhooks.post(body, Map.of("X-Hub-Signature-256", header))))
                .isEqualTo(SignatureCheck.VALID);
    }

    @Test
    void isInvalidWithAnotherSecret() throws Exception {
        assertThat(verify(BODY, Map.of("X-Hub-Signature-256", Webhooks.sign(BODY, "stranger"))))
                .isEqualTo(SignatureCheck.INVALID);
    }

    @Test
    void isInvalidWhenOneByteOfTheBodyChanged() throws Exception {
        byte[] changed = BODY.clone();
        changed[changed.length - 1] = ' ';

        assertThat(verify(changed, Map.of("X-Hub-Signature-256", Webhooks.sign(BODY, Webhooks.SECRET))))
                .isEqualTo(SignatureCheck.INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256=",
                "sha256=00",
                "sha1=da39a3ee5e6b4b0d3255bfef95601890afd80709",
                "da39a3ee5e6b4b0d3255bfef95601890afd80709da39a3ee5e6b4b0d3255bfef95601890",
                "sha256=zz39a3ee5e6b4b0d3255bfef95601890afd80709da39a3ee5e6b4b0d3255bfef"
            })
    void isInvalidWhenMalformed(String header) {
        assertThat(verify(BODY, Map.of("X-Hub-Signature-256", header))).isEqualTo(SignatureCheck.INVALID);
    }

    @Test
    void isMissingWithoutItsHeaderEvenWithTheSha1One() {
        assertThat(verify(BODY, Map.of("X-Hub-Signature", "sha1=da39a3ee5e6b4b0d3255bfef95601890afd80709")))
                .isEqualTo(SignatureCheck.MISSING);
    }

    private static SignatureCheck verify(byte[] body, Map<String, String> headers) {
        return Webhooks.codec().verify(Webhooks.post(body, headers));
    }
}
