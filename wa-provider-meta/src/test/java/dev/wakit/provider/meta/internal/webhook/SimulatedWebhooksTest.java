package dev.wakit.provider.meta.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.wakit.inbound.AccountChanged;
import dev.wakit.inbound.CapabilitiesChanged;
import dev.wakit.inbound.ErrorReported;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessageEchoed;
import dev.wakit.inbound.MessageReceived;
import dev.wakit.inbound.PaymentChanged;
import dev.wakit.inbound.PersonChanged;
import dev.wakit.inbound.PreferenceChanged;
import dev.wakit.inbound.SenderStandingChanged;
import dev.wakit.inbound.TemplateCategoryChanged;
import dev.wakit.inbound.TemplateQualityChanged;
import dev.wakit.inbound.TemplateStatusChanged;
import dev.wakit.inbound.content.ButtonContent;
import dev.wakit.inbound.content.ChoiceContent;
import dev.wakit.inbound.content.ContactsContent;
import dev.wakit.inbound.content.FormContent;
import dev.wakit.inbound.content.InboundContent;
import dev.wakit.inbound.content.LocationContent;
import dev.wakit.inbound.content.MediaContent;
import dev.wakit.inbound.content.OrderContent;
import dev.wakit.inbound.content.ReactionContent;
import dev.wakit.inbound.content.TextContent;
import dev.wakit.inbound.content.UnsupportedContent;
import dev.wakit.provider.meta.Requests;
import dev.wakit.testkit.meta.CustomerMessage;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.meta.SimulatedWebhook;
import dev.wakit.webhook.SignatureCheck;
import dev.wakit.webhook.WebhookRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the simulator posts over HTTP is genuine and typed, from the first byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatedWebhooksTest {

    private static final String CUSTOMER = "+14155551234";
    private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");

    private final List<WebhookRequest> posted = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private MetaSimulator simulator;
    private MetaWebhooks codec;

    @BeforeAll
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String signature = exchange.getRequestHeaders().getFirst("X-Hub-Signature-256");
            posted.add(WebhookRequest.of("POST", "/", Map.of("X-Hub-Signature-256", signature), body));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        simulator = MetaSimulator.builder()
                .webhooksTo(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"))
                .start();
        codec = new MetaWebhooks(List.of(simulator.appSecret()), Optional.empty(), InstantSource.system());
    }

    @AfterAll
    void stop() {
        simulator.close();
        server.stop(0);
    }

    @BeforeEach
    void forget() {
        posted.clear();
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of(CustomerMessage.text("Hi"), TextContent.class),
                Arguments.of(CustomerMessage.media("image", "1", "image/png"), MediaContent.class),
                Arguments.of(CustomerMessage.media("video", "1", "video/mp4"), MediaContent.class),
                Arguments.of(CustomerMessage.media("document", "1", "application/pdf"), MediaContent.class),
                Arguments.of(CustomerMessage.media("sticker", "1", "image/webp"), MediaContent.class),
                Arguments.of(CustomerMessage.voiceNote("1"), MediaContent.class),
                Arguments.of(CustomerMessage.location(1.5, -2.5, "Here", "Main St"), LocationContent.class),
                Arguments.of(CustomerMessage.contact("Eva", "+14155550000"), ContactsContent.class),
                Arguments.of(CustomerMessage.reaction("wamid.B", "!"), ReactionContent.class),
                Arguments.of(CustomerMessage.templateButton("Stop", "STOP"), ButtonContent.class),
                Arguments.of(CustomerMessage.buttonReply("b1", "Yes"), ChoiceContent.class),
                Arguments.of(CustomerMessage.listReply("r1", "Row", "First"), ChoiceContent.class),
                Arguments.of(CustomerMessage.formReply("flow", "{\"a\":1}"), FormContent.class),
                Arguments.of(CustomerMessage.order("c", "sku", 1, BigDecimal.TEN, "EUR"), OrderContent.class),
                Arguments.of(CustomerMessage.unsupported("poll"), UnsupportedContent.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void everyKindOfMessageIsTyped(CustomerMessage message, Class<? extends InboundContent> type) {
        String id = simulator.customerSends(CUSTOMER, message.replyTo("wamid.B"));

        assertThat(received()).isInstanceOfSatisfying(MessageReceived.class, event -> {
            assertThat(event.messageId().value()).isEqualTo(id);
            assertThat(event.content()).isInstanceOf(type);
            assertThat(event.from().orElseThrow().phone().orElseThrow().e164()).isEqualTo(CUSTOMER);
            assertThat(event.replyTo().orElseThrow().value()).isEqualTo("wamid.B");
            assertThat(event.sender().orElseThrow().value()).isEqualTo(simulator.phoneNumberId());
        });
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(
                        SimulatedWebhook.templateStatus("promo", "en", "PAUSED", "Low"), TemplateStatusChanged.class),
                Arguments.of(
                        SimulatedWebhook.templateQuality("promo", "en", "GREEN", "RED"), TemplateQualityChanged.class),
                Arguments.of(
                        SimulatedWebhook.templateCategory("promo", "en", "UTILITY", "MARKETING"),
                        TemplateCategoryChanged.class),
                Arguments.of(
                        SimulatedWebhook.templateCategoryNotice("promo", "en", "UTILITY", "MARKETING", LATER),
                        TemplateCategoryChanged.class),
                Arguments.of(
                        SimulatedWebhook.numberQuality("+1 555 078 3881", "FLAGGED", "TIER_2K"),
                        SenderStandingChanged.class),
                Arguments.of(SimulatedWebhook.messagingLimit(2_000), CapabilitiesChanged.class),
                Arguments.of(
                        SimulatedWebhook.accountRestriction("RESTRICTED_BIZ_INITIATED_MESSAGING", LATER),
                        AccountChanged.class),
                Arguments.of(SimulatedWebhook.accountBan("DISABLE", "January 1, 2027"), AccountChanged.class),
                Arguments.of(SimulatedWebhook.preference(CUSTOMER, "stop"), PreferenceChanged.class),
                Arguments.of(SimulatedWebhook.userIdChanged("US.1", "US.2"), PersonChanged.class),
                Arguments.of(SimulatedWebhook.echo("15550783881", CUSTOMER, "Hi"), MessageEchoed.class),
                Arguments.of(
                        SimulatedWebhook.payment(CUSTOMER, "order-1", "captured", 1_000, "INR"), PaymentChanged.class),
                Arguments.of(SimulatedWebhook.error(131031, "Locked"), ErrorReported.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void everyChangeIsTyped(SimulatedWebhook webhook, Class<? extends InboundEvent> type) {
        Instant before = Instant.now().minusSeconds(2);

        simulator.emit(webhook);

        assertThat(received()).isInstanceOfSatisfying(type, event -> {
            assertThat(event.source().account()).isEqualTo(simulator.wabaId());
            assertThat(event.source().isTimed()).isTrue();
            assertThat(event.at()).isAfter(before);
        });
    }

    @Test
    void everyExampleCanBePlayed() {
        for (WebhookExamples.Example example : WebhookExamples.all()) {
            posted.clear();
            var change = example.body().at("/entry/0/changes/0");

            simulator.emit(SimulatedWebhook.change(
                    change.path("field").asText(), change.path("value").toString()));

            simulator.awaitQuiet(Requests.PATIENCE);
            assertThat(codec.parse(posted.get(0)))
                    .as(example.name())
                    .hasSameSizeAs(Webhooks.parse(example.bytes()))
                    .noneMatch(dev.wakit.inbound.UnknownEvent.class::isInstance);
        }
    }

    private InboundEvent received() {
        simulator.awaitQuiet(Requests.PATIENCE);
        assertThat(posted).hasSize(1);
        assertThat(codec.verify(posted.get(0))).isEqualTo(SignatureCheck.VALID);
        List<InboundEvent> events = codec.parse(posted.get(0));
        assertThat(events).hasSize(1);
        return events.get(0);
    }
}
