package dev.wakit.provider.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.InvalidMessageException;
import dev.wakit.media.MediaDownload;
import dev.wakit.media.MediaType;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a download goes, and what each host on its way sees. */
class DownloadTest {

    private static final Map<String, String> SECRET = Map.of("Authorization", "secret");

    private final MockWebServer bsp = new MockWebServer();
    private final MockWebServer storage = new MockWebServer();
    private final HttpTransport transport =
            HttpTransport.create(HttpSettings.builder("test").build());

    @BeforeEach
    void start() throws Exception {
        bsp.start();
        storage.start();
    }

    @AfterEach
    void stop() {
        transport.close();
        bsp.close();
        storage.close();
    }

    @Test
    void showsTheSecretToTheFirstHostAndNotToTheOneItRedirectsTo() throws Exception {
        bsp.enqueue(redirect(storage.url("/signed?x=1").toString()));
        storage.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "image/png")
                .body("picture")
                .build());

        HttpDownload download = transport.fetch(
                bsp.url("/media").uri(),
                url -> Optional.of(url.getPort() == bsp.getPort() ? SECRET : Map.<String, String>of()));

        var content = (HttpDownload.Content) download;
        assertThat(content.mimeType()).isEqualTo("image/png");
        assertThat(content.length()).isEqualTo(7);
        try (var bytes = content.content()) {
            assertThat(new String(bytes.readAllBytes(), UTF_8)).isEqualTo("picture");
        }
        assertThat(bsp.takeRequest().getHeaders().get("Authorization")).isEqualTo("secret");
        assertThat(storage.takeRequest().getHeaders().get("Authorization")).isNull();
    }

    @Test
    void asksNobodyWhomTheAccessDoesNotKnow() {
        bsp.enqueue(redirect(storage.url("/x").toString()));

        HttpDownload download = transport.fetch(
                bsp.url("/media").uri(), url -> Optional.of(SECRET).filter(it -> url.getPort() == bsp.getPort()));

        assertThat(download).isEqualTo(new HttpDownload.Foreign(storage.url("/").host()));
        assertThat(storage.getRequestCount()).isZero();
    }

    @Test
    void givesUpAfterFiveRedirects() {
        for (int i = 0; i < 9; i++) {
            bsp.enqueue(redirect("/again"));
        }
        var asked = new ArrayList<URI>();

        HttpDownload download = transport.fetch(bsp.url("/media").uri(), url -> {
            asked.add(url);
            return Optional.of(SECRET);
        });

        var answer = (HttpAnswer.Response) ((HttpDownload.Failed) download).answer();
        assertThat(answer.status()).isEqualTo(302);
        assertThat(asked).hasSize(6).isEqualTo(uris("/media", "/again", "/again", "/again", "/again", "/again"));
    }

    @Test
    void tellsARefusalWithItsBody() {
        bsp.enqueue(new MockResponse.Builder()
                .code(404)
                .body("{\"error\":\"gone\"}")
                .build());

        HttpDownload download = transport.fetch(bsp.url("/media").uri(), url -> Optional.of(SECRET));

        var answer = (HttpAnswer.Response) ((HttpDownload.Failed) download).answer();
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().text()).contains("{\"error\":\"gone\"}");
    }

    @Test
    void handsOverNoMoreBytesThanAskedFor() throws Exception {
        bsp.enqueue(new MockResponse.Builder().body("picture").build());
        bsp.enqueue(new MockResponse.Builder().chunkedBody("picture", 2).build());
        bsp.enqueue(new MockResponse.Builder().body("picture").build());

        assertThatThrownBy(() -> content().begun(MediaType.of("image/png"), 6))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContainingAll("media.length", "at most 6", "is 7");
        try (MediaDownload unknown = content().begun(MediaType.of("image/png"), 6)) {
            assertThat(unknown.length()).isEmpty();
            assertThat(unknown.type().value()).as("the host tells none").isEqualTo("image/png");
            assertThatThrownBy(() -> unknown.content().readAllBytes()).isInstanceOf(IOException.class);
        }
        try (MediaDownload all = content().begun(MediaType.of("image/png"), 7)) {
            assertThat(all.content().readAllBytes()).hasSize(7);
        }
    }

    private HttpDownload.Content content() {
        return (HttpDownload.Content) transport.fetch(bsp.url("/media").uri(), url -> Optional.of(SECRET));
    }

    private List<URI> uris(String... paths) {
        return List.of(paths).stream().map(path -> bsp.url(path).uri()).toList();
    }

    private static MockResponse redirect(String location) {
        return new MockResponse.Builder()
                .code(302)
                .addHeader("Location", location)
                .build();
    }
}
