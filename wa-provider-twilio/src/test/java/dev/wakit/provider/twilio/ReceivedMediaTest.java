package dev.wakit.provider.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.AuthenticationException;
import dev.wakit.InvalidMessageException;
import dev.wakit.ProviderUnavailableException;
import dev.wakit.RequestRefusedException;
import dev.wakit.inbound.content.MediaContent;
import dev.wakit.media.MediaDownload;
import java.io.IOException;
import java.net.URI;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of a person: Twilio wants credentials and sends on to another host, which must not see them. */
class ReceivedMediaTest {

    private static final String FILE = "ME0123456789abcdef0123456789abcdef";
    private static final String PATH =
            "/2010-04-01/Accounts/" + Requests.ACCOUNT + "/Messages/" + Requests.MESSAGE + "/Media/" + FILE;
    private static final String PICTURE = "not really a picture";

    private final MockWebServer twilio = new MockWebServer();
    private final MockWebServer files = new MockWebServer();
    private TwilioProvider provider;

    @BeforeEach
    void start() throws IOException {
        twilio.start();
        files.start();
        provider = Requests.provider(twilio).build();
    }

    @AfterEach
    void stop() {
        provider.close();
        twilio.close();
        files.close();
    }

    @Test
    void comesFromTheHostThatTwilioSendsOnToWhichSeesNoCredentials() throws Exception {
        twilio.enqueue(redirect(Requests.address(files).resolve("/signed?key=1")));
        files.enqueue(picture());

        try (MediaDownload download = provider.receivedMedia().download(told("https://api.twilio.com" + PATH))) {
            assertThat(download.content().readAllBytes()).isEqualTo(PICTURE.getBytes(UTF_8));
            assertThat(download.type().value()).isEqualTo("image/png");
        }

        RecordedRequest asked = twilio.takeRequest();
        assertThat(asked.getTarget()).isEqualTo(PATH);
        assertThat(asked.getHeaders().get("Authorization")).startsWith("Basic ");
        RecordedRequest sentOn = files.takeRequest();
        assertThat(sentOn.getTarget()).isEqualTo("/signed?key=1");
        assertThat(sentOn.getHeaders().get("Authorization")).isNull();
    }

    @Test
    void comesFromTwilioItselfWhereItDoesNotSendOn() throws Exception {
        twilio.enqueue(redirect(URI.create("/elsewhere")));
        twilio.enqueue(picture());

        try (MediaDownload download = provider.receivedMedia().download(told("https://api.twilio.com" + PATH))) {
            assertThat(download.content().readAllBytes()).hasSize(PICTURE.length());
        }

        twilio.takeRequest();
        assertThat(twilio.takeRequest().getHeaders().get("Authorization")).startsWith("Basic ");
    }

    @Test
    void asksOnlyTheConfiguredAddressWhateverTheWebhookSays() throws Exception {
        twilio.enqueue(picture());

        provider.receivedMedia()
                .download(told(Requests.address(files).resolve(PATH).toString()))
                .close();

        assertThat(twilio.getRequestCount()).isOne();
        assertThat(files.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example.com/",
                "file:///etc/passwd",
                "https://api.twilio.com/2010-04-01/Accounts/../Messages/x/Media/y",
                "https://api.twilio.com/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Messages/MM/Media/ME?x"
            })
    void isNotAskedForAtAnyOtherAddress(String url) {
        assertThatThrownBy(() -> provider.receivedMedia().download(told(url)))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("MediaContent that this provider's webhooks told");
        assertThat(twilio.getRequestCount()).isZero();
    }

    @Test
    void ofAnotherAccountIsNotAskedFor() {
        String other = "AC" + "f".repeat(32);

        assertThatThrownBy(() -> provider.receivedMedia()
                        .download(told("https://api.twilio.com" + PATH.replace(Requests.ACCOUNT, other))))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContainingAll(other, Requests.ACCOUNT, "provider of that account");
        assertThat(twilio.getRequestCount()).isZero();
    }

    @Test
    void withMoreBytesThanAskedForIsNotHandedOver() throws Exception {
        twilio.enqueue(picture());
        assertThatThrownBy(() -> provider.receivedMedia().download(told("https://api.twilio.com" + PATH), 5))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContainingAll("at most 5", "20");

        twilio.enqueue(new MockResponse.Builder().chunkedBody(PICTURE, 4).build());
        try (MediaDownload download = provider.receivedMedia().download(told("https://api.twilio.com" + PATH), 5)) {
            assertThat(download.type().value()).as("as the webhook told").isEqualTo("image/jpeg");
            assertThatThrownBy(() -> download.content().readAllBytes()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void thatIsGoneOrRefusedSaysWhatToDo() {
        twilio.enqueue(Requests.refusal(404, 20404));
        assertThatThrownBy(() -> provider.receivedMedia().download(told("https://api.twilio.com" + PATH)))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContainingAll(FILE, "send it again");

        twilio.enqueue(Requests.refusal(401, 20003));
        assertThatThrownBy(() -> provider.receivedMedia().download(told("https://api.twilio.com" + PATH)))
                .isInstanceOf(AuthenticationException.class);

        twilio.enqueue(new MockResponse.Builder().code(503).build());
        assertThatThrownBy(() -> provider.receivedMedia().download(told("https://api.twilio.com" + PATH)))
                .isInstanceOf(ProviderUnavailableException.class);
    }

    @Test
    void isDeletedAtTwilio() throws Exception {
        twilio.enqueue(new MockResponse.Builder().code(204).build());
        twilio.enqueue(Requests.refusal(404, 20404));
        MediaContent file = told("https://api.twilio.com" + PATH);

        assertThat(provider.receivedMedia().delete(file)).isTrue();
        assertThat(provider.receivedMedia().delete(file)).isFalse();

        assertThat(twilio.takeRequest().getRequestLine()).isEqualTo("DELETE " + PATH + ".json HTTP/1.1");
    }

    private static MediaContent told(String url) {
        return new MediaContent(MediaContent.Kind.IMAGE, FILE, "image/jpeg", "", url, "", "", false, false);
    }

    private static MockResponse redirect(URI to) {
        return new MockResponse.Builder()
                .code(307)
                .setHeader("Location", to.toString())
                .build();
    }

    private static MockResponse picture() {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "image/png")
                .body(PICTURE)
                .build();
    }
}
