package dev.wakit.provider.dialog360;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.sun.net.httpserver.HttpServer;
import dev.wakit.AuthenticationException;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.commerce.OrderState;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessageReceived;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.inbound.StatusChanged;
import dev.wakit.media.GeoLocation;
import dev.wakit.media.MediaId;
import dev.wakit.media.MediaSource;
import dev.wakit.message.AudioMessage;
import dev.wakit.message.ContactCard;
import dev.wakit.message.ContactName;
import dev.wakit.message.ContactPhone;
import dev.wakit.message.ContactsMessage;
import dev.wakit.message.DocumentMessage;
import dev.wakit.message.ImageMessage;
import dev.wakit.message.InteractiveMessage;
import dev.wakit.message.LocationMessage;
import dev.wakit.message.MarketingDelivery;
import dev.wakit.message.Message;
import dev.wakit.message.MessageId;
import dev.wakit.message.ReactionMessage;
import dev.wakit.message.StickerMessage;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TextMessage;
import dev.wakit.message.VideoMessage;
import dev.wakit.message.interactive.OrderStatus;
import dev.wakit.message.interactive.ReplyButton;
import dev.wakit.message.interactive.ReplyButtons;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendOutcome.Accepted;
import dev.wakit.provider.SendOutcome.Ambiguous;
import dev.wakit.provider.SendOutcome.Rejected;
import dev.wakit.provider.SendRequest;
import dev.wakit.template.TemplateName;
import dev.wakit.testkit.dialog360.Dialog360Refusal;
import dev.wakit.testkit.simulator.LedgerEntry;
import dev.wakit.testkit.simulator.MagicNumber;
import dev.wakit.webhook.SignatureCheck;
import dev.wakit.webhook.WebhookRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Messages, webhooks and faults through the simulator, with no part of 360dialog or Meta left out. */
class SimulatedNumberTest {

    private static final MediaSource FILE = MediaSource.link("https://cdn.example.org/heron.bin");
    private static final Set<MagicNumber> UNANSWERED = EnumSet.of(
            MagicNumber.SERVER_ERROR,
            MagicNumber.HTML_UNAVAILABLE,
            MagicNumber.LOST_RESPONSE,
            MagicNumber.RESET_BEFORE_ACCEPTANCE,
            MagicNumber.TRUNCATED_ANSWER);
    private static final Set<MagicNumber> REFUSED_ONCE =
            EnumSet.of(MagicNumber.RATE_LIMITED_ONCE, MagicNumber.PAIR_LIMITED_ONCE);
    private static final Set<MagicNumber> TAKES_LONG = EnumSet.of(MagicNumber.SLOW, MagicNumber.VERY_SLOW);

    private final SimulatedNumber number = new SimulatedNumber();
    private final Dialog360Provider provider = number.provider();

    @AfterEach
    void close() {
        number.close();
    }

    @TestFactory
    Stream<DynamicTest> everyKindOfMessageIsAccepted() {
        String stored = provider.media()
                .orElseThrow()
                .upload(provider.defaultSender(), Files.picture())
                .value();
        return Stream.of(
                        TextMessage.of("Hello"),
                        ImageMessage.builder(FILE).caption("A heron").build(),
                        ImageMessage.builder(MediaSource.id(stored)).build(),
                        VideoMessage.builder(FILE).build(),
                        DocumentMessage.builder(FILE).filename("heron.pdf").build(),
                        AudioMessage.of(FILE),
                        new StickerMessage(FILE),
                        LocationMessage.of(
                                GeoLocation.builder(12.5, -70.25).name("Lark").build()),
                        ContactsMessage.of(ContactCard.builder(ContactName.builder("Ada Plover")
                                        .firstName("Ada")
                                        .build())
                                .addPhone(ContactPhone.of("+14155550142"))
                                .build()),
                        ReactionMessage.of(MessageId.of("wamid.B"), "👍"),
                        InteractiveMessage.builder(ReplyButtons.of(new ReplyButton("yes", "Yes")))
                                .body("Shall we?")
                                .build(),
                        InteractiveMessage.builder(OrderStatus.of("order-1", OrderState.SHIPPED))
                                .body("On its way")
                                .build(),
                        TemplateMessage.builder("order_update", "en_US")
                                .body("1", "2")
                                .build(),
                        TemplateMessage.builder("tour_package_marketing", "en_US")
                                .body("Bali", "100")
                                .marketing(MarketingDelivery.standard())
                                .build())
                .map(message -> dynamicTest(message.kind().name(), () -> {
                    var accepted = (Accepted) send("+14155550142", message);

                    assertThat(number.simulator().ledger().accepted())
                            .extracting(LedgerEntry::wamid)
                            .contains(accepted.messageId().value());
                }));
    }

    @TestFactory
    Stream<DynamicTest> magicNumbersMeanWhatTheyMeanAtMeta() {
        return Arrays.stream(MagicNumber.values())
                .filter(magic -> !TAKES_LONG.contains(magic))
                .map(magic -> dynamicTest(magic.name(), () -> {
                    String phone = "+1415555" + (magic.suffix().isEmpty() ? "1111" : magic.suffix());

                    SendOutcome outcome = send(phone, TextMessage.of("Hello"));

                    if (UNANSWERED.contains(magic)) {
                        assertThat(outcome).isInstanceOf(Ambiguous.class);
                    } else if (REFUSED_ONCE.contains(magic)) {
                        assertThat(outcome).isInstanceOf(Rejected.class);
                        assertThat(send(phone, TextMessage.of("Hello"))).isInstanceOf(Accepted.class);
                    } else {
                        assertThat(outcome).isInstanceOf(Accepted.class);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatItRefusesItselfNeverReachesTheLedger() {
        return Arrays.stream(Dialog360Refusal.values())
                .map(refusal -> dynamicTest(refusal.name(), () -> {
                    long before = number.simulator().summary().requests();
                    number.simulator().refuseNext(1, refusal);

                    SendOutcome outcome = send("+14155550142", TextMessage.of("Hello"));

                    assertThat(outcome).isInstanceOf(refusal.status() < 500 ? Rejected.class : Ambiguous.class);
                    assertThat(number.simulator().summary().requests()).isEqualTo(before + 1);
                    assertThat(number.simulator().ledger().accepted()).isEmpty();
                }));
    }

    @Test
    void aWrongKeyIsRefused() {
        provider.replaceApiKey("wrong");

        assertThatThrownBy(() -> provider.webhookSetup().current()).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void metasPathsAreNotIts() throws Exception {
        var meta = SenderId.of(number.simulator().phoneNumberId());
        assertThat(provider.defaultSender()).isEqualTo(meta);

        try (var elsewhere = Dialog360Provider.builder(number.simulator().apiKey(), meta.value())
                .baseUrl(URI.create(number.simulator().baseUrl() + "/v25.0"))
                .build()) {
            var request = SendRequest.builder(meta, person("+14155550142"), TextMessage.of("Hi"))
                    .build();
            assertThat(elsewhere.send(request).toCompletableFuture().get(10, SECONDS))
                    .isInstanceOf(Rejected.class);
        }
        assertThat(number.simulator().ledger().accepted()).isEmpty();
    }

    @Test
    void aFileOfACustomerIsDownloadedThroughItsHost() throws Exception {
        String id = number.simulator().cloud().customerSendsFile("+14155550142", "image", "image/png", Files.CONTENT);

        try (var download = provider.media().orElseThrow().download(new MediaId(id))) {
            assertThat(download.content().readAllBytes()).isEqualTo(Files.CONTENT);
        }
        assertThat(provider.media()
                        .orElseThrow()
                        .find(new MediaId(id))
                        .orElseThrow()
                        .url()
                        .getHost())
                .isEqualTo("lookaside.fbsbx.com");
    }

    @Test
    void theBuiltInTemplatesAreListed() {
        assertThat(provider.templates().orElseThrow().list())
                .extracting(template -> template.name())
                .contains(TemplateName.of("order_update"));
    }

    @Test
    void webhooksCarryTheSignatureAndTheHeadersThatWereSet() throws Exception {
        BlockingQueue<WebhookRequest> posts = new LinkedBlockingQueue<>();
        HttpServer hooks = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hooks.createContext("/", exchange -> {
            var headers = new HashMap<String, String>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            posts.add(WebhookRequest.of(
                    "POST",
                    "/webhooks/360dialog",
                    headers,
                    exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        hooks.start();
        try {
            var target = new WebhookTarget(
                    URI.create("http://127.0.0.1:" + hooks.getAddress().getPort() + "/"),
                    Map.of("Authorization", "Basic aGVyb246bm9ib2R5"));
            provider.webhookSetup().set(target);
            assertThat(provider.webhookSetup().current()).contains(target);
            var request = SendRequest.builder(provider.defaultSender(), person("+14155550142"), TextMessage.of("Hello"))
                    .callbackData("ref-1")
                    .build();

            var accepted =
                    (Accepted) provider.send(request).toCompletableFuture().get(10, SECONDS);
            List<StatusChanged> statuses = Stream.of(next(posts), next(posts), next(posts))
                    .map(StatusChanged.class::cast)
                    .toList();
            number.simulator().cloud().customerWrites("+14155550142", "Thank you");

            assertThat(statuses)
                    .extracting(StatusChanged::status)
                    .containsExactly(MessageStatus.SENT, MessageStatus.DELIVERED, MessageStatus.READ);
            assertThat(statuses).allSatisfy(status -> {
                assertThat(status.messageId()).isEqualTo(accepted.messageId());
                assertThat(status.callbackData()).contains("ref-1");
            });
            assertThat(next(posts)).isInstanceOf(MessageReceived.class);
        } finally {
            hooks.stop(0);
        }
    }

    private InboundEvent next(BlockingQueue<WebhookRequest> posts) throws IOException {
        WebhookRequest post;
        try {
            post = posts.poll(10, SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(post).as("a webhook within 10 seconds").isNotNull();
        assertThat(provider.webhooks().verify(post)).isEqualTo(SignatureCheck.VALID);
        List<InboundEvent> events = provider.webhooks().parse(post);
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private SendOutcome send(String phone, Message message) throws Exception {
        return provider.send(SendRequest.builder(provider.defaultSender(), person(phone), message)
                        .build())
                .toCompletableFuture()
                .get(20, SECONDS);
    }

    private static Recipient person(String phone) {
        return Recipient.of(PhoneNumber.parse(phone));
    }
}
