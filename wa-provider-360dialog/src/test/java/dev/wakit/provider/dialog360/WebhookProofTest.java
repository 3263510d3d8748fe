package dev.wakit.provider.dialog360;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.webhook.SignatureCheck;
import dev.wakit.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which posts are believed to be 360dialog's. */
class WebhookProofTest {

    private static final String BODY = "{\"object\":\"whatsapp_business_account\",\"entry\":[]}";
    // Test vector 4 of bsp-apis 10.
    private static final String SIGNATURE = "ae0f18038ec6d203940dd50874c4fdeaa420d76fa35a790b87d9481441897e6b";

    @ParameterizedTest
    @ValueSource(
            strings = {
                SIGNATURE,
                "sha256=" + SIGNATURE,
                "AE0F18038EC6D203940DD50874C4FDEAA420D76FA35A790B87D9481441897E6B",
                "rg8YA47G0gOUDdUIdMT96qQg12+jWnkLh9lIFEGJfms="
            })
    void aPartnersSignatureIsReadAsHexOrBase64(String signature) {
        assertThat(check(it -> it.platformSecret("platform-secret"), Map.of("X-360Dialog-Signature", signature)))
                .isEqualTo(SignatureCheck.VALID);
        assertThat(check(it -> it.platformSecret("other"), Map.of("x-360dialog-signature", signature)))
                .isEqualTo(SignatureCheck.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=", "zz", "ae0f", "sha1=" + SIGNATURE, SIGNATURE + "00"})
    void anythingElseIsNoSignature(String signature) {
        assertThat(check(it -> it.platformSecret("platform-secret"), Map.of("x-360dialog-signature", signature)))
                .isEqualTo(SignatureCheck.INVALID);
    }

    @Test
    void aDirectNumberIsKnownByItsHeadersAlone() {
        UnaryOperator<Dialog360ProviderBuilder> direct = it -> it.webhookHeader("Authorization", "Basic new")
                .webhookHeader("Authorization", "Basic old")
                .webhookHeader("X-Shop", "7");

        assertThat(check(direct, Map.of("authorization", "Basic old", "x-shop", "7")))
                .isEqualTo(SignatureCheck.VALID);
        assertThat(check(direct, Map.of("Authorization", "Basic new", "X-Shop", "7")))
                .isEqualTo(SignatureCheck.VALID);
        assertThat(check(direct, Map.of("Authorization", "Basic olds", "X-Shop", "7")))
                .isEqualTo(SignatureCheck.INVALID);
        assertThat(check(direct, Map.of("Authorization", "Basic old"))).isEqualTo(SignatureCheck.MISSING);
        assertThat(check(direct, Map.of())).isEqualTo(SignatureCheck.MISSING);
    }

    @Test
    void bothProofsMustHoldIfBothAreConfigured() {
        UnaryOperator<Dialog360ProviderBuilder> both =
                it -> it.platformSecret("platform-secret").webhookHeader("Authorization", "Basic a");

        assertThat(check(both, Map.of("x-360dialog-signature", SIGNATURE, "Authorization", "Basic a")))
                .isEqualTo(SignatureCheck.VALID);
        assertThat(check(both, Map.of("x-360dialog-signature", SIGNATURE))).isEqualTo(SignatureCheck.MISSING);
        assertThat(check(both, Map.of("Authorization", "Basic a"))).isEqualTo(SignatureCheck.MISSING);
    }

    private static SignatureCheck check(UnaryOperator<Dialog360ProviderBuilder> proof, Map<String, String> headers) {
        try (var provider = proof.apply(Dialog360Provider.builder(Requests.KEY, Requests.SENDER))
                .build()) {
            return provider.webhooks()
                    .verify(WebhookRequest.of(
                            "POST", "/webhooks/360dialog", headers, BODY.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
