package dev.wakit.provider.meta.internal.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.AuthenticationException;
import dev.wakit.InvalidMessageException;
import dev.wakit.ProviderUnavailableException;
import dev.wakit.media.MediaFile;
import dev.wakit.media.MediaType;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.provider.meta.Requests;
import dev.wakit.provider.meta.media.HeaderUploads;
import dev.wakit.provider.meta.media.UploadSession;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderUploadsTest {

    private static final String SESSION = "{\"id\":\"upload:MTphdA==?sig=ARZ+q/k\"}";
    private static final MediaFile PICTURE = MediaFile.of("a.png", "0123456789".getBytes(StandardCharsets.UTF_8));

    private final MockWebServer server = new MockWebServer();
    private MetaProvider provider;
    private HeaderUploads uploads;

    @BeforeEach
    void start() throws Exception {
        server.start();
        provider = Requests.provider(server).appId("4711").build();
        uploads = provider.headerUploads();
    }

    @AfterEach
    void stop() {
        provider.close();
        server.close();
    }

    @Test
    void beginsASessionAndSendsTheBytesWithOAuth() throws Exception {
        answer(200, SESSION);
        answer(200, "{\"h\":\"4:YS5wbmc=:x\\n4:second\"}");

        assertThat(uploads.upload(PICTURE).value()).isEqualTo("4:YS5wbmc=:x\n4:second");

        RecordedRequest begun = server.takeRequest();
        assertThat(begun.getMethod()).isEqualTo("POST");
        assertThat(begun.getUrl().encodedPath()).isEqualTo("/v25.0/4711/uploads");
        assertThat(begun.getUrl().queryParameter("file_name")).isEqualTo("a.png");
        assertThat(begun.getUrl().queryParameter("file_length")).isEqualTo("10");
        assertThat(begun.getUrl().queryParameter("file_type")).isEqualTo("image/png");
        assertThat(begun.getHeaders().get("Authorization")).isEqualTo("Bearer " + Requests.TOKEN);
        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getUrl().encodedPath()).isEqualTo("/v25.0/upload:MTphdA==");
        assertThat(sent.getUrl().queryParameter("sig")).isEqualTo("ARZ+q/k");
        assertThat(sent.getHeaders().get("Authorization")).isEqualTo("OAuth " + Requests.TOKEN);
        assertThat(sent.getHeaders().get("file_offset")).isEqualTo("0");
        assertThat(sent.getBody().utf8()).isEqualTo("0123456789");
    }

    @Test
    void goesOnWhereMetaHasGotTo() throws Exception {
        answer(200, SESSION);
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        answer(200, "{\"id\":\"upload:MTphdA==\",\"file_offset\":4}");
        answer(200, "{\"h\":\"4:x\"}");

        assertThat(uploads.upload(PICTURE).value()).isEqualTo("4:x");

        server.takeRequest();
        server.takeRequest();
        RecordedRequest asked = server.takeRequest();
        assertThat(asked.getMethod()).isEqualTo("GET");
        assertThat(asked.getHeaders().get("Authorization")).isEqualTo("OAuth " + Requests.TOKEN);
        RecordedRequest rest = server.takeRequest();
        assertThat(rest.getHeaders().get("file_offset")).isEqualTo("4");
        assertThat(rest.getBody().utf8()).isEqualTo("456789");
    }

    @Test
    void goesOnNoMoreThanTwice() {
        answer(200, SESSION);
        answer(503, "");
        for (int i = 0; i < 2; i++) {
            answer(200, "{\"file_offset\":4}");
            answer(503, "");
        }

        assertThatThrownBy(() -> uploads.upload(PICTURE))
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessageContaining("Resume");
        assertThat(server.getRequestCount()).isEqualTo(6);
    }

    @Test
    void aStreamThatBreaksIsNotGoneOnWith() {
        answer(200, SESSION);
        answer(503, "");
        var stream = new ByteArrayInputStream(new byte[10]);

        assertThatThrownBy(() -> uploads.upload(MediaFile.of("a.png", MediaType.of("image/png"), stream, 10)))
                .isInstanceOf(ProviderUnavailableException.class);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void resumesASessionOfAnotherProcess() throws Exception {
        answer(200, "{\"file_offset\":9}");
        answer(200, "{\"h\":\"4:x\"}");

        assertThat(uploads.resume(new UploadSession("upload:MTphdA=="), PICTURE).value())
                .isEqualTo("4:x");

        server.takeRequest();
        assertThat(server.takeRequest().getBody().utf8()).isEqualTo("9");
    }

    @Test
    void refusesToResumeWithAShorterFile() {
        answer(200, "{\"file_offset\":11}");

        assertThatThrownBy(() -> uploads.resume(new UploadSession("upload:MTphdA=="), PICTURE))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContainingAll("10 bytes", "11");
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        answer(200, SESSION);
        answer(401, "{\"error\":{\"code\":190,\"message\":\"expired\"}}");

        assertThatThrownBy(() -> uploads.upload(PICTURE)).isInstanceOf(AuthenticationException.class);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void refusesTypesAndLengthsBeforeTheWire() {
        var webp = MediaFile.of("a.webp", new byte[1]);
        var unknown = MediaFile.of("a.png", MediaType.of("image/png"), new ByteArrayInputStream(new byte[1]));
        var empty = MediaFile.of("a.png", new byte[0]);

        assertThatThrownBy(() -> uploads.begin(webp)).hasMessageContaining("'image/webp'");
        assertThatThrownBy(() -> uploads.begin(unknown)).hasMessageContaining("must be known");
        assertThatThrownBy(() -> uploads.begin(empty)).hasMessageContaining("empty");
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234", "upload:", "upload:a/../b", "upload:a?x=y", "upload:a?sig=b&access_token=c"})
    void refusesWhatIsNoSession(String id) {
        assertThatThrownBy(() -> new UploadSession(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotShowTheSignature() {
        assertThat(new UploadSession("upload:a?sig=secret").toString()).doesNotContain("secret");
    }

    @Test
    void needsAnApp() {
        try (var withoutApp = Requests.provider(server).build()) {
            assertThatThrownBy(withoutApp::headerUploads)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("appId");
        }
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }
}
