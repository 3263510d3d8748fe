package dev.wakit.provider.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.AuthenticationException;
import dev.wakit.InvalidMessageException;
import dev.wakit.OutcomeUnknownException;
import dev.wakit.RateLimitedException;
import dev.wakit.RecipientException;
import dev.wakit.RequestRefusedException;
import dev.wakit.TemplateException;
import dev.wakit.UnsupportedMessageException;
import dev.wakit.WhatsApp;
import dev.wakit.WhatsAppException;
import dev.wakit.media.MediaId;
import dev.wakit.media.MediaSource;
import dev.wakit.message.ImageMessage;
import dev.wakit.message.Message;
import dev.wakit.message.TextMessage;
import java.net.URI;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people get wrong, and the typed error with the fix that they get for it. */
class BadInputTest {

    private final MockWebServer server = new MockWebServer();
    private TwilioProvider provider;

    @BeforeEach
    void start() throws Exception {
        server.start();
        provider = Requests.provider(server).build();
    }

    @AfterEach
    void stop() {
        provider.close();
        server.close();
    }

    @Test
    void aSenderOfAnotherAccount() {
        assertRefused(400, 21660, AuthenticationException.class, "belongs to another account", "credentials");
        assertRefused(400, 63007, RequestRefusedException.class, "no such WhatsApp sender", "account is the right one");
    }

    @Test
    void aContentThatWhatsAppDidNotApproveOrThatIsNotThere() {
        assertRefused(400, 63027, TemplateException.class, "request the approval");
        assertRefused(400, 21655, TemplateException.class, "does not exist in this account");
    }

    @Test
    void variablesThatDoNotFit() {
        assertRefused(400, 63028, TemplateException.class, "each of its placeholders");
        assertRefused(400, 21656, TemplateException.class, "line break");
    }

    @Test
    void mediaOverTheLimit() {
        assertRefused(400, 11751, RequestRefusedException.class, "16 MB", "smaller");
        assertRefused(400, 63034, RequestRefusedException.class, "16 MB");
    }

    @Test
    void aFileByItsIdOrATextThatIsTooLong() {
        assertThatThrownBy(() -> send(ImageMessage.of(new MediaId("1"))))
                .isInstanceOf(UnsupportedMessageException.class)
                .hasMessageContaining("MediaSource.link");
        assertThatThrownBy(() -> send(TextMessage.of("x".repeat(1601))))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("1,600");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aCallbackAddressThatTwilioCannotReach() {
        assertRefused(400, 21609, RequestRefusedException.class, "webhookUrl(...)");
    }

    @Test
    void credentialsLimitsAndPeople() {
        assertRefused(401, 20003, AuthenticationException.class, "install valid credentials");
        assertRefused(429, 20429, RateLimitedException.class, "maxInFlight");
        assertRefused(400, 21211, RecipientException.class, "audience");
        assertRefused(400, 21610, RecipientException.class, "START");
    }

    @Test
    void anAnswerThatSettlesNothing() {
        server.enqueue(Requests.refusal(500, 20500));

        assertThatThrownBy(() -> send(TextMessage.of("Hi"))).isInstanceOf(OutcomeUnknownException.class);
    }

    private void assertRefused(int status, int code, Class<? extends WhatsAppException> type, String... words) {
        server.enqueue(Requests.refusal(status, code));
        Message message = ImageMessage.of(MediaSource.link(URI.create("https://cdn.example.com/a.png")));

        assertThatThrownBy(() -> send(message))
                .isInstanceOf(type)
                .hasMessageContaining(String.valueOf(code))
                .hasMessageContainingAll(words)
                .hasMessageNotContaining(Requests.PHONE);
    }

    private void send(Message message) {
        WhatsApp.using(provider).send(Requests.PERSON, message);
    }
}
