package dev.wakit.testkit.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {

    private static final String TO = "+14155551234";

    private final Inbox inbox = new Inbox();

    @AfterEach
    void close() {
        inbox.close();
    }

    @Test
    void signsTheRawBytesWithTheAppSecret() throws Exception {
        try (MetaSimulator simulator = start(Simulators.quick().appSecret("s3cret"))) {
            simulator.customerWrites(TO, "héllo \u263A");
            simulator.awaitQuiet(Simulators.SOON);

            Inbox.Received received = inbox.received().get(0);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            assertThat(received.signature())
                    .isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal(received.body())));
            assertThat(new String(received.body(), StandardCharsets.ISO_8859_1)).contains("h\\u00E9llo \\u263A");
            assertThat(inbox.messages().get(0).at("/text/body").asText()).isEqualTo("héllo \u263A");
        }
    }

    @Test
    void statusesHaveMetasShape() throws IOException {
        SettableClock clock = SettableClock.create();
        try (MetaSimulator simulator = start(Simulators.quick().clock(clock))) {
            String wamid = new Client(simulator).text(TO, "c=1;r=2").wamid();
            simulator.awaitQuiet(Simulators.SOON);

            assertThat(inbox.received().get(0).json().path("object").asText()).isEqualTo("whatsapp_business_account");
            assertThat(inbox.received().get(0).json().at("/entry/0/id").asText())
                    .isEqualTo(simulator.wabaId());
            assertThat(inbox.received()
                            .get(0)
                            .value()
                            .at("/metadata/phone_number_id")
                            .asText())
                    .isEqualTo(simulator.phoneNumberId());
            assertThat(inbox.statuses()).hasSize(3).allSatisfy(status -> {
                assertThat(status.path("id").asText()).isEqualTo(wamid);
                assertThat(status.path("recipient_id").asText()).isEqualTo("14155551234");
                assertThat(status.path("biz_opaque_callback_data").asText()).isEqualTo("c=1;r=2");
                assertThat(status.path("timestamp").isTextual()).isTrue();
                assertThat(status.path("timestamp").asLong())
                        .isEqualTo(clock.instant().getEpochSecond());
            });
            assertThat(inbox.statuses().get(0).at("/pricing/pricing_model").asText())
                    .isEqualTo("PMP");
        }
    }

    @Test
    void leavesCallbackDataOutWhenNoneWasSent() throws IOException {
        try (MetaSimulator simulator = start(Simulators.quick())) {
            new Client(simulator).text(TO);
            simulator.awaitQuiet(Simulators.SOON);

            assertThat(inbox.statuses()).noneMatch(it -> it.has("biz_opaque_callback_data"));
        }
    }

    @Test
    void marketingIsPricedAsMarketing() throws IOException {
        try (MetaSimulator simulator = start(Simulators.quick())) {
            new Client(simulator).template(TO, "tour_package_marketing", Client.texts("Alps", "900"));
            simulator.awaitQuiet(Simulators.SOON);

            assertThat(inbox.statuses().get(0).at("/pricing/category").asText()).isEqualTo("marketing");
            assertThat(inbox.statuses().get(0).at("/pricing/billable").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void customersWriteAndPressButtons() {
        try (MetaSimulator simulator = start(Simulators.quick())) {
            String wamid = simulator.customerPresses(TO, "Stop promotions", "STOP_PROMO");
            simulator.awaitQuiet(Simulators.SOON);

            JsonNode message = inbox.messages().get(0);
            assertThat(message.path("id").asText()).isEqualTo(wamid).startsWith("wamid.");
            assertThat(message.path("type").asText()).isEqualTo("button");
            assertThat(message.at("/button/payload").asText()).isEqualTo("STOP_PROMO");
            JsonNode contact = inbox.received().get(0).value().at("/contacts/0");
            assertThat(contact.path("wa_id").asText()).isEqualTo("14155551234");
            assertThat(contact.at("/profile/name").asText()).isNotEmpty();
        }
    }

    @Test
    void retriesUntilTheTargetAnswers200() throws IOException {
        inbox.refusing(2);
        try (MetaSimulator simulator = start(Simulators.quick())) {
            new Client(simulator).text("+14155550202");
            simulator.awaitQuiet(Simulators.SOON);

            assertThat(inbox.statusNames()).containsExactly("sent");
            assertThat(simulator.summary().deliveredWebhooks()).isEqualTo(1);
        }
    }

    @Test
    void reachesATargetThatWasDownAndCameBack() throws IOException {
        int port = inbox.port();
        inbox.close();
        try (MetaSimulator simulator = start(Simulators.quick())) {
            new Client(simulator).text(TO);
            assertThatThrownBy(() -> simulator.awaitQuiet(Duration.ofMillis(50)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("pending");

            try (Inbox restarted = new Inbox(port)) {
                simulator.awaitQuiet(Simulators.SOON);

                assertThat(restarted.statusNames()).contains("sent", "delivered", "read");
            }
        }
    }

    @Test
    void givesUpWhenTheTimeForRetriesIsOver() throws IOException {
        inbox.refusing(1000);
        try (MetaSimulator simulator = start(Simulators.quick().webhookRetries(Duration.ZERO))) {
            new Client(simulator).text(TO);
            simulator.awaitQuiet(Simulators.SOON);

            assertThat(simulator.summary().droppedWebhooks()).isEqualTo(3);
        }
    }

    @Test
    void duplicatesAShareOfTheEvents() throws IOException {
        try (MetaSimulator simulator = start(Simulators.quick().duplicateWebhooks(1))) {
            new Client(simulator).text(TO);
            simulator.awaitQuiet(Simulators.SOON);

            assertThat(inbox.statusNames())
                    .containsExactlyInAnyOrder("sent", "sent", "delivered", "delivered", "read", "read");
        }
    }

    @Test
    void dropsAShareOfTheEvents() throws IOException {
        try (MetaSimulator simulator = start(Simulators.quick())) {
            simulator.dropWebhooks(1);
            new Client(simulator).text(TO);
            simulator.awaitQuiet(Simulators.SOON);

            assertThat(inbox.received()).isEmpty();
            assertThat(simulator.summary().droppedWebhooks()).isEqualTo(3);
        }
    }

    @Test
    void shufflesTheEventsOfAMessage() throws IOException {
        try (MetaSimulator simulator =
                start(Simulators.quick().shuffledWebhooks(true).webhookDelay(Duration.ZERO, Duration.ofMillis(40)))) {
            Client client = new Client(simulator);
            for (int i = 0; i < 20; i++) {
                client.text("+1415555%04d".formatted(6000 + i));
            }
            simulator.awaitQuiet(Simulators.SOON);

            Set<List<String>> orders = IntStream.range(6000, 6020)
                    .mapToObj(i -> inbox.statuses().stream()
                            .filter(it -> it.path("recipient_id").asText().equals("1415555" + i))
                            .map(it -> it.path("status").asText())
                            .toList())
                    .collect(Collectors.toSet());
            assertThat(orders).hasSizeGreaterThan(1);
        }
    }

    @Test
    void collectsBatches() throws IOException {
        Duration window = Duration.ofMillis(300);
        try (MetaSimulator simulator = start(Simulators.quick().webhookBatches(1000, window))) {
            Client client = new Client(simulator);
            long begun = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                client.text("+1415555%04d".formatted(6000 + i));
            }
            simulator.awaitQuiet(Simulators.SOON);
            Duration taken = Duration.ofNanos(System.nanoTime() - begun);

            assertThat(inbox.statuses()).hasSize(60);
            // A batch goes when its oldest event has waited for the window, so two posts are a window apart.
            assertThat((long) inbox.received().size()).isLessThanOrEqualTo(1 + taken.dividedBy(window));
        }
    }

    @Test
    void postsNoMoreAtOnceThanAllowed() throws IOException {
        try (MetaSimulator simulator = start(Simulators.quick().webhookConcurrency(2))) {
            Client client = new Client(simulator);
            for (int i = 0; i < 50; i++) {
                client.text("+1415555%04d".formatted(6000 + i));
            }
            simulator.awaitQuiet(Simulators.SOON);

            assertThat(inbox.statuses()).hasSize(150);
            assertThat(inbox.mostAtOnce()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void holdsWebhooksBackWhilePaused() throws IOException {
        try (MetaSimulator simulator = start(Simulators.quick())) {
            simulator.pauseWebhooks();
            new Client(simulator).text(TO);
            assertThatThrownBy(() -> simulator.awaitQuiet(Duration.ofMillis(50)))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(inbox.received()).isEmpty();

            simulator.resumeWebhooks();
            simulator.awaitQuiet(Simulators.SOON);

            assertThat(inbox.statuses()).hasSize(3);
        }
    }

    @Test
    void aShareOfOrdinaryRecipientsNeverReads() throws IOException {
        try (MetaSimulator simulator = start(Simulators.quick().unreadRecipients(0.5))) {
            Client client = new Client(simulator);
            for (int i = 0; i < 40; i++) {
                client.text("+1415555%04d".formatted(6000 + i));
            }
            simulator.awaitQuiet(Simulators.SOON);

            long read = inbox.statusNames().stream().filter("read"::equals).count();
            assertThat(read).isBetween(5L, 35L);
            assertThat(simulator.ledger().accepted().stream()
                            .filter(it -> it.finalStatus().equals("read"))
                            .count())
                    .isEqualTo(read);
        }
    }

    @Test
    void performsTheHandshake() {
        try (MetaSimulator simulator = MetaSimulator.start();
                MetaSimulator stranger =
                        MetaSimulator.builder().verifyToken("other").start()) {
            assertThat(simulator.handshake(inbox.url())).isTrue();
            assertThat(stranger.handshake(URI.create(inbox.url() + "?tenant=1")))
                    .isFalse();
        }
    }

    private MetaSimulator start(MetaSimulatorBuilder builder) {
        return builder.webhooksTo(inbox.url()).start();
    }
}
