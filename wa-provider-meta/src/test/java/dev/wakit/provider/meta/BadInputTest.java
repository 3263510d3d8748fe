package dev.wakit.provider.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.AuthenticationException;
import dev.wakit.InvalidMessageException;
import dev.wakit.RecipientException;
import dev.wakit.RequestRefusedException;
import dev.wakit.TemplateException;
import dev.wakit.WhatsApp;
import dev.wakit.WhatsAppException;
import dev.wakit.address.PhoneNumber;
import dev.wakit.error.ErrorCategory;
import dev.wakit.error.ErrorRule;
import dev.wakit.media.MediaSource;
import dev.wakit.message.DocumentMessage;
import dev.wakit.message.Message;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TextMessage;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.MetaSimulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is commonly wrong has an exception of its own, whose sentence says how to mend it, and shows nothing personal. */
class BadInputTest {

    private static final PhoneNumber PERSON = PhoneNumber.parse("+16505551234");

    private final MockWebServer server = new MockWebServer();
    private final MetaSimulator simulator = MetaSimulator.builder().start();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void close() {
        simulator.close();
        server.close();
    }

    @Test
    void wrongToken() {
        try (MetaProvider provider = simulated("EAAnotTheToken")) {
            assertRefused(
                    () -> WhatsApp.using(provider).send(PERSON, TextMessage.of("Hi")),
                    AuthenticationException.class,
                    "190",
                    "install a new one");
        }
    }

    @Test
    void missingPermission() {
        for (int code : List.of(10, 200)) {
            assertRefused(
                    answering(403, error(code)),
                    AuthenticationException.class,
                    String.valueOf(code),
                    code == 10 ? "grant whatsapp_business_messaging" : "assign the account to the system user");
        }
    }

    @Test
    void tokenThatExpiresBetweenTwoMessages() {
        accept();
        server.enqueue(response(401, "{\"error\":{\"code\":190,\"error_subcode\":463,\"message\":\"expired\"}}"));
        accept();
        try (MetaProvider provider = Requests.provider(server).build()) {
            WhatsApp whatsApp = WhatsApp.using(provider);
            whatsApp.send(PERSON, TextMessage.of("Hi"));
            assertRefused(
                    () -> whatsApp.send(PERSON, TextMessage.of("Hi")),
                    AuthenticationException.class,
                    "190",
                    "has expired",
                    "install a new one");

            provider.replaceAccessToken("EAAnew");

            assertThat(whatsApp.send(PERSON, TextMessage.of("Hi"))).isNotNull();
            assertThat(provider.credentialsVersion()).isEqualTo(1);
        }
    }

    @Test
    void unknownTemplate() {
        assertRefused(
                () -> send(TemplateMessage.of("no_such_template", "en_US")),
                TemplateException.class,
                "132001",
                "check the spelling");
    }

    @Test
    void wrongLanguage() {
        assertRefused(
                () -> send(TemplateMessage.of("hello_world", "pt_BR")),
                TemplateException.class,
                "132001",
                "choose a language that it has");
    }

    @Test
    void parameterCountMismatch() {
        assertRefused(
                () -> send(TemplateMessage.builder("order_update", "en_US")
                        .body("only one")
                        .build()),
                TemplateException.class,
                "132000",
                "count them against the approved text");
    }

    @Test
    void bodyThatIsTooLong() {
        assertRefused(
                () -> TextMessage.of("x".repeat(4097)),
                InvalidMessageException.class,
                "text.body",
                "at most 4,096",
                "has 4,097",
                "Shorten it");
    }

    @Test
    void unsupportedMediaType() {
        assertRefused(answering(400, error(131053)), RequestRefusedException.class, "131053", "check its type");
    }

    @Test
    void numberWithoutWhatsAppInAnAnswer() {
        assertRefused(
                answering(400, error(131026)), RecipientException.class, "131026", "verify the number over another");
    }

    @Test
    void numberWithoutWhatsAppInAWebhook() {
        byte[] element = "{\"code\":131026,\"title\":\"Message undeliverable\"}".getBytes(StandardCharsets.UTF_8);

        ErrorRule rule = MetaProvider.defaultErrors()
                .ruleFor(GraphErrors.fromWebhook(Json.parse(element).orElseThrow())
                        .orElseThrow());

        assertThat(rule.category()).isEqualTo(ErrorCategory.RECIPIENT);
        assertThat(rule.advice()).contains("may not use WhatsApp", "verify the number");
    }

    private ThrowingCallable answering(int status, String body) {
        server.enqueue(response(status, body));
        return () -> {
            try (MetaProvider provider = Requests.provider(server).build()) {
                WhatsApp.using(provider).send(PERSON, DocumentMessage.of(MediaSource.id("1")));
            }
        };
    }

    private void send(Message message) {
        try (MetaProvider provider = simulated(simulator.accessToken())) {
            WhatsApp.using(provider).send(PERSON, message);
        }
    }

    private MetaProvider simulated(String token) {
        return MetaProvider.builder(token, simulator.phoneNumberId())
                .baseUrl(simulator.baseUrl())
                .build();
    }

    private void accept() {
        server.enqueue(response(200, "{\"messages\":[{\"id\":\"wamid.A\"}]}"));
    }

    private static String error(int code) {
        return "{\"error\":{\"message\":\"(#" + code + ") +16505551234\",\"type\":\"OAuthException\",\"code\":" + code
                + "}}";
    }

    private static MockResponse response(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    private static void assertRefused(
            ThrowingCallable act, Class<? extends WhatsAppException> type, String... sentence) {
        assertThatThrownBy(act)
                .isInstanceOf(type)
                .hasMessageContainingAll(sentence)
                .hasMessageNotContaining("5551234");
    }
}
