package dev.wakit.provider.twilio;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.wakit.AuthenticationException;
import dev.wakit.TemplateException;
import dev.wakit.WhatsApp;
import dev.wakit.address.SenderId;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.inbound.StatusChanged;
import dev.wakit.media.MediaSource;
import dev.wakit.message.ImageMessage;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TextMessage;
import dev.wakit.provider.ProviderHealth.State;
import dev.wakit.provider.twilio.content.ContentSid;
import dev.wakit.provider.twilio.internal.webhook.TwilioWebhooks;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.TemplateName;
import dev.wakit.testkit.twilio.TwilioSimulator;
import dev.wakit.webhook.SignatureCheck;
import dev.wakit.webhook.WebhookRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What people get wrong, at something that checks it as Twilio does; {@link BadInputTest} has the codes one by one. */
class BadInputAtTwilioTest {

    private static final String FOREIGN = "+14155550199";
    private static final URI PUBLIC = URI.create("https://hooks.example.com");

    private final MockWebServer host = new MockWebServer();
    private final TwilioSimulator simulator = TwilioSimulator.builder()
            .latency(Duration.ZERO, Duration.ZERO)
            .webhookDelay(Duration.ofMillis(1), Duration.ofMillis(5))
            .addForeignSender(FOREIGN)
            .start();

    @BeforeEach
    void start() throws Exception {
        host.start();
        for (int i = 0; i < 5; i++) {
            host.enqueue(new MockResponse.Builder().code(200).build());
        }
        simulator.tunnel(PUBLIC, Requests.address(host));
    }

    @AfterEach
    void stop() {
        simulator.close();
        host.close();
    }

    @Test
    void aSenderOfAnotherAccount() {
        try (var provider = provider(FOREIGN).build()) {
            assertThatThrownBy(() -> WhatsApp.using(provider).send(Requests.PERSON, TextMessage.of("Hi")))
                    .isInstanceOf(AuthenticationException.class)
                    .hasMessageContainingAll("21660", "belongs to another account", "credentials");
            assertThat(provider.senders().problems(SenderId.of(FOREIGN)))
                    .singleElement()
                    .asString()
                    .contains(FOREIGN, "sends by +14155550100", "credentials of the account");
            assertThat(provider.health().orElseThrow().state()).isEqualTo(State.BLOCKED);
        }
        assertThat(simulator.ledger().accepted()).isEmpty();
    }

    @Test
    void aContentThatWhatsAppDidNotApprove() {
        String draft = simulator.contentSid("draft_note");
        try (var provider = provider(simulator.sender())
                .content(TemplateName.of("spring_news"), LanguageCode.of("en"), ContentSid.of(draft))
                .build()) {
            assertThatThrownBy(() ->
                            WhatsApp.using(provider).send(Requests.PERSON, TemplateMessage.of("spring_news", "en")))
                    .isInstanceOf(TemplateException.class)
                    .hasMessageContainingAll("63027", "spring_news", draft, "request its approval");
        }
        assertThat(simulator.ledger().accepted()).isEmpty();
    }

    @Test
    void variablesThatDoNotFit() {
        try (var provider = provider(simulator.sender()).build()) {
            assertThatThrownBy(() -> WhatsApp.using(provider)
                            .send(
                                    Requests.PERSON,
                                    TemplateMessage.builder("order_update", "en")
                                            .body("secretOne")
                                            .build()))
                    .isInstanceOf(TemplateException.class)
                    .hasMessageContainingAll("63028", "order_update", "{{2}}", "give one")
                    .hasMessageNotContaining("secretOne");
        }
        assertThat(simulator.ledger().accepted()).isEmpty();
    }

    @Test
    void mediaOverTheLimitIsToldLaterWithTheLimit() throws Exception {
        try (var provider = provider(simulator.sender())
                .webhookUrl(PUBLIC.resolve("/status"))
                .build()) {
            WhatsApp.using(provider)
                    .send(
                            Requests.PERSON,
                            ImageMessage.of(MediaSource.link("https://cdn.example.com/sim_too_large.png")));

            StatusChanged failed = status(provider, host.takeRequest(10, SECONDS));
            while (failed.status() != MessageStatus.FAILED) {
                failed = status(provider, host.takeRequest(10, SECONDS));
            }

            assertThat(failed.errors()).singleElement().satisfies(error -> {
                assertThat(error.code()).isEqualTo("11751");
                assertThat(provider.errors().ruleFor(error).advice()).contains("16 MB", "smaller");
            });
        }
    }

    @Test
    void aPublicUrlThatDiffersFromTheOneThatTwilioSigns() throws Exception {
        simulator.webhooksTo(PUBLIC.resolve("/twilio?key=planted"));
        simulator.customerWrites("+14155550142", "Hello");
        WebhookRequest post = request(host.takeRequest(10, SECONDS));
        try (var wrong = provider(simulator.sender())
                        .webhookUrl(URI.create("https://inside.example.net/hook"))
                        .build();
                var mended = provider(simulator.sender())
                        .webhookUrl(URI.create("https://inside.example.net/hook"))
                        .addWebhookUrl(PUBLIC.resolve("/twilio"))
                        .build()) {
            var lines = new ListAppender<ILoggingEvent>();
            lines.start();
            var logger = (Logger) LoggerFactory.getLogger(TwilioWebhooks.class);
            logger.addAppender(lines);

            assertThat(wrong.webhooks().verify(post)).isEqualTo(SignatureCheck.INVALID);
            assertThat(wrong.webhooks().verify(post)).isEqualTo(SignatureCheck.INVALID);

            logger.detachAppender(lines);
            assertThat(lines.list)
                    .as("once, since anybody can knock")
                    .singleElement()
                    .satisfies(line -> assertThat(line.getFormattedMessage())
                            .contains(
                                    "https://inside.example.net/hook",
                                    "https://inside.example.net/twilio",
                                    "addWebhookUrl(...)")
                            .doesNotContain("planted", simulator.authToken()));
            assertThat(mended.webhooks().verify(post)).isEqualTo(SignatureCheck.VALID);
        }
    }

    private TwilioProviderBuilder provider(String sender) {
        return TwilioProvider.builder(
                        simulator.accountSid(),
                        TwilioCredentials.apiKey(simulator.apiKeySid(), simulator.apiKeySecret()),
                        sender)
                .authToken(simulator.authToken())
                .baseUrl(simulator.baseUrl());
    }

    private static StatusChanged status(TwilioProvider provider, RecordedRequest post) {
        WebhookRequest request = request(post);
        assertThat(provider.webhooks().verify(request)).isEqualTo(SignatureCheck.VALID);
        return (StatusChanged) provider.webhooks().parse(request).get(0);
    }

    private static WebhookRequest request(RecordedRequest post) {
        return WebhookRequest.of(
                "POST",
                post.getTarget(),
                Map.of(
                        "Content-Type",
                        Objects.requireNonNull(post.getHeaders().get("Content-Type")),
                        "X-Twilio-Signature",
                        Objects.requireNonNull(post.getHeaders().get("X-Twilio-Signature"))),
                Objects.requireNonNull(post.getBody()).toByteArray());
    }
}
