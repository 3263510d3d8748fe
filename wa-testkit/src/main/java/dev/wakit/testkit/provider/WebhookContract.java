package dev.wakit.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.inbound.StatusChanged;
import dev.wakit.inbound.UnknownEvent;
import dev.wakit.provider.WebhookCodec;
import dev.wakit.webhook.SignatureCheck;
import dev.wakit.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Webhooks are believed when they are genuine, and read whatever they hold.
 *
 * @since 0.1
 */
public abstract class WebhookContract extends ProviderFixture {

    private static final int MUTATIONS = 1_000;
    private static final long SEED = 20_260_301;

    /** For subclasses. */
    protected WebhookContract() {}

    @TestFactory
    Stream<DynamicTest> aStatusSaysWhichMessageReachedWhat() {
        return Stream.of(MessageStatus.SENT, MessageStatus.DELIVERED, MessageStatus.READ, MessageStatus.FAILED)
                .map(status -> dynamicTest(status.name(), () -> {
                    List<InboundEvent> events = codec().parse(genuine(1, status));

                    assertThat(events).hasSize(1).first().isInstanceOfSatisfying(StatusChanged.class, changed -> {
                        assertThat(changed.messageId()).isEqualTo(bsp().messageId(1));
                        assertThat(changed.status()).isEqualTo(status);
                        assertThat(changed.source().isTimed() ? changed.at() : CapabilityContract.AT)
                                .isEqualTo(CapabilityContract.AT);
                        assertThat(changed.errors().isEmpty()).isEqualTo(status != MessageStatus.FAILED);
                    });
                }));
    }

    @Test
    void aGenuineRequestIsValid() {
        assertThat(codec().verify(genuine(1, MessageStatus.SENT))).isEqualTo(SignatureCheck.VALID);
    }

    @Test
    void aRequestWithoutASignatureIsMissingOne() {
        WebhookRequest genuine = genuine(1, MessageStatus.SENT);

        assertThat(codec().verify(with(genuine, signature(null), genuine.body())))
                .isEqualTo(SignatureCheck.MISSING);
    }

    @Test
    void aRequestSignedByAnotherIsInvalid() {
        assertThat(codec().verify(bsp().status(news(1, MessageStatus.SENT), FOREIGN_SECRET)))
                .isEqualTo(SignatureCheck.INVALID);
    }

    @TestFactory
    Stream<DynamicTest> aRequestWithASignatureOfAnotherFormIsInvalid() {
        WebhookRequest genuine = genuine(1, MessageStatus.SENT);
        String signature = genuine.header(bsp().signatureHeader()).orElseThrow();
        return Stream.of("", "=", "sha256=", "x".repeat(10_000), signature + "0", signature.substring(1), "\u0000")
                .map(forged -> dynamicTest(
                        forged.length() + " characters",
                        () -> assertThat(codec().verify(with(genuine, signature(forged), genuine.body())))
                                .isIn(SignatureCheck.INVALID, SignatureCheck.MISSING)));
    }

    @TestFactory
    Stream<DynamicTest> aSignatureHoldsForItsBodyAlone() {
        if (!bsp().signsBody()) {
            return Stream.empty();
        }
        WebhookRequest genuine = genuine(1, MessageStatus.SENT);
        return Stream.of(
                dynamicTest(
                        "another message's",
                        () -> assertInvalid(
                                genuine, genuine(2, MessageStatus.SENT).body())),
                dynamicTest(
                        "another status",
                        () -> assertInvalid(
                                genuine, genuine(1, MessageStatus.READ).body())),
                dynamicTest("none", () -> assertInvalid(genuine, new byte[0])),
                dynamicTest("one byte more", () -> assertInvalid(genuine, concat(genuine.body(), (byte) 'x'))));
    }

    @Test
    void everySecretOfTheConfigurationIsTriedAndNoOther() {
        WebhookCodec rotating =
                provider(setup().webhookSecrets(NEXT_SECRET, SECRET)).webhooks();

        assertThat(rotating.verify(genuine(1, MessageStatus.SENT))).isEqualTo(SignatureCheck.VALID);
        assertThat(rotating.verify(bsp().status(news(1, MessageStatus.SENT), NEXT_SECRET)))
                .isEqualTo(SignatureCheck.VALID);
        assertThat(rotating.verify(bsp().status(news(1, MessageStatus.SENT), FOREIGN_SECRET)))
                .isEqualTo(SignatureCheck.INVALID);
        afresh();
        assertThat(codec().verify(bsp().status(news(1, MessageStatus.SENT), NEXT_SECRET)))
                .as("a secret that is not configured")
                .isEqualTo(SignatureCheck.INVALID);
    }

    @Test
    void headersAreFoundInAnyCase() {
        WebhookRequest genuine = genuine(1, MessageStatus.SENT);
        var lower = new HashMap<String, String>();
        genuine.headers().forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));

        assertThat(codec().verify(with(genuine, lower, genuine.body()))).isEqualTo(SignatureCheck.VALID);
    }

    @TestFactory
    Stream<DynamicTest> aHandshakeIsAnsweredToTheBspAlone() {
        return bsp().handshake().stream()
                .flatMap(example -> Stream.of(
                        dynamicTest(
                                "the BSP's",
                                () -> assertThat(codec().handshake(example.genuine()))
                                        .contains(example.answer())),
                        dynamicTest(
                                "a forged one",
                                () -> assertThat(codec().handshake(example.forged()))
                                        .isEmpty())));
    }

    @Test
    void aNotificationIsNoHandshake() {
        assertThat(codec().handshake(genuine(1, MessageStatus.SENT))).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> whatCannotBeReadIsKeptAsAnUnknownEvent() {
        WebhookRequest genuine = genuine(1, MessageStatus.SENT);
        return Stream.of("{}", "[]", "null", "nonsense", "<html></html>", "{\"a\":", "a=b&c=d", "%%%", "\u0000\u0001")
                .map(body -> dynamicTest(body.length() + " characters", () -> {
                    List<InboundEvent> events =
                            codec().parse(with(genuine, genuine.headers(), body.getBytes(StandardCharsets.UTF_8)));

                    assertThat(events).hasSize(1).allMatch(UnknownEvent.class::isInstance);
                }));
    }

    @Test
    void nothingInABodyIsFatal() {
        WebhookCodec codec = codec();
        var random = new Random(SEED);
        WebhookRequest genuine = genuine(1, MessageStatus.FAILED);

        IntStream.range(0, MUTATIONS).forEach(round -> {
            byte[] mutated = mutated(genuine.body(), random);

            assertThatCode(() -> {
                        assertThat(codec.parse(with(genuine, genuine.headers(), mutated)))
                                .isNotNull();
                        codec.verify(with(genuine, genuine.headers(), mutated));
                        codec.handshake(with(genuine, genuine.headers(), mutated));
                    })
                    .as("mutation %s of seed %s", round, SEED)
                    .doesNotThrowAnyException();
        });
    }

    private static byte[] mutated(byte[] body, Random random) {
        byte[] changed = body.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(changed, random.nextInt(changed.length)) : changed;
    }

    private static byte[] concat(byte[] bytes, byte more) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        longer[bytes.length] = more;
        return longer;
    }

    private void assertInvalid(WebhookRequest signed, byte[] body) {
        assertThat(codec().verify(with(signed, signed.headers(), body))).isEqualTo(SignatureCheck.INVALID);
    }

    private WebhookCodec codec() {
        return provider().webhooks();
    }

    private StatusNews news(int message, MessageStatus status) {
        return new StatusNews(bsp().messageId(message), status, CapabilityContract.AT, CALLBACK_DATA);
    }

    private WebhookRequest genuine(int message, MessageStatus status) {
        return bsp().status(news(message, status), SECRET);
    }

    private Map<String, String> signature(@Nullable String value) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(genuine(1, MessageStatus.SENT).headers());
        if (value == null) {
            headers.remove(bsp().signatureHeader());
        } else {
            headers.put(bsp().signatureHeader(), value);
        }
        return headers;
    }

    private static WebhookRequest with(WebhookRequest request, Map<String, String> headers, byte[] body) {
        return WebhookRequest.of(request.method(), request.target(), headers, body);
    }
}
