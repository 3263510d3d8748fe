package dev.wakit.provider.meta.internal.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.wakit.AuthenticationException;
import dev.wakit.InvalidMessageException;
import dev.wakit.OutcomeUnknownException;
import dev.wakit.RequestRefusedException;
import dev.wakit.address.SenderId;
import dev.wakit.media.MediaDownload;
import dev.wakit.media.MediaFile;
import dev.wakit.media.MediaId;
import dev.wakit.media.MediaType;
import dev.wakit.media.StoredMedia;
import dev.wakit.provider.MediaGateway;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.provider.meta.Requests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaOnTheWireTest {

    private static final SenderId SENDER = SenderId.of(Requests.SENDER);
    private static final MediaId ID = new MediaId("1037543291543636");
    private static final MediaType PNG = MediaType.of("image/png");

    private final MockWebServer server = new MockWebServer();
    private MetaProvider provider;
    private MediaGateway media;

    @BeforeEach
    void start() throws Exception {
        server.start();
        provider = Requests.provider(server).build();
        media = provider.media().orElseThrow();
    }

    @AfterEach
    void stop() {
        provider.close();
        server.close();
    }

    @Nested
    class Uploading {

        @Test
        void postsAFormWithTheTypeAndTheFile() throws Exception {
            answer(200, "{\"id\":\"1037543291543636\"}");

            assertThat(media.upload(SENDER, MediaFile.of("a b.png", bytes("PNG-bytes"))))
                    .isEqualTo(ID);

            RecordedRequest request = server.takeRequest();
            assertThat(request.getMethod()).isEqualTo("POST");
            assertThat(request.getUrl().encodedPath()).isEqualTo("/v25.0/" + Requests.SENDER + "/media");
            assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + Requests.TOKEN);
            assertThat(request.getHeaders().get("Content-Type")).startsWith("multipart/form-data; boundary=");
            assertThat(request.getBody().utf8())
                    .containsSubsequence(
                            "name=\"messaging_product\"",
                            "\r\n\r\nwhatsapp\r\n",
                            "name=\"type\"",
                            "\r\n\r\nimage/png\r\n",
                            "name=\"file\"; filename=\"a b.png\"",
                            "Content-Type: image/png",
                            "\r\n\r\nPNG-bytes\r\n");
        }

        @Test
        void streamsAnUnknownLengthInPieces() throws Exception {
            answer(200, "{\"id\":\"1\"}");

            media.upload(SENDER, MediaFile.of("a.png", PNG, stream("PNG-bytes")));

            RecordedRequest request = server.takeRequest();
            assertThat(request.getHeaders().get("Transfer-Encoding")).isEqualTo("chunked");
            assertThat(request.getBody().utf8()).contains("PNG-bytes");
        }

        @ParameterizedTest
        @CsvSource({
            "image/png, 5242881, 5.242.880, IMAGE",
            "video/mp4, 16777217, 16.777.216, VIDEO",
            "audio/ogg, 16777217, 16.777.216, AUDIO",
            "application/pdf, 104857601, 104.857.600, DOCUMENT",
            "image/webp, 512001, 512.000, STICKER"
        })
        void refusesWhatIsTooLargeBeforeTheWire(String type, long length, String limit, String kind) {
            var file = MediaFile.of("a", MediaType.of(type), stream(""), length);

            assertThatThrownBy(() -> media.upload(SENDER, file))
                    .isInstanceOf(InvalidMessageException.class)
                    .hasMessageContainingAll("media.length", limit.replace('.', ','), kind)
                    .hasMessageContaining(String.format(java.util.Locale.ROOT, "%,d", length));
            assertThat(server.getRequestCount()).isZero();
        }

        @Test
        void refusesATypeThatWhatsAppDoesNotTake() {
            var file = MediaFile.of("a.gif", MediaType.of("image/gif"), bytes("GIF"));

            assertThatThrownBy(() -> media.upload(SENDER, file))
                    .isInstanceOf(InvalidMessageException.class)
                    .hasMessageContainingAll("media.type", "'image/gif'", "image/jpeg", "application/pdf");
            assertThat(server.getRequestCount()).isZero();
        }

        @Test
        void refusesAnEmptyFile() {
            assertThatThrownBy(() -> media.upload(SENDER, MediaFile.of("a.png", new byte[0])))
                    .isInstanceOf(InvalidMessageException.class)
                    .hasMessageContaining("empty");
            assertThat(server.getRequestCount()).isZero();
        }

        @Test
        void stopsAStreamThatTurnsOutTooLarge() {
            answer(200, "{\"id\":\"1\"}");
            var tooLong = new ByteArrayInputStream(new byte[512_001]);

            assertThatThrownBy(() -> media.upload(SENDER, MediaFile.of("a.webp", MediaType.of("image/webp"), tooLong)))
                    .isInstanceOf(InvalidMessageException.class)
                    .hasMessageContainingAll("512,000", "STICKER");
        }

        @Test
        void saysThatTheFileCannotBeRead() {
            answer(200, "{\"id\":\"1\"}");
            InputStream broken = new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("the disk is gone");
                }
            };

            assertThatThrownBy(() -> media.upload(SENDER, MediaFile.of("a.png", PNG, broken)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("Nothing was uploaded")
                    .hasRootCauseMessage("the disk is gone");
        }

        @Test
        void isNeverRepeated() {
            answer(503, "<html>busy</html>");

            assertThatThrownBy(() -> media.upload(SENDER, MediaFile.of("a.png", bytes("x"))))
                    .isInstanceOf(OutcomeUnknownException.class);
            assertThat(server.getRequestCount()).isOne();
        }

        @Test
        void aSuccessWithoutAnIdIsUnknown() {
            answer(200, "{}");

            assertThatThrownBy(() -> media.upload(SENDER, MediaFile.of("a.png", bytes("x"))))
                    .isInstanceOf(OutcomeUnknownException.class);
        }

        @Test
        void aWrongTokenIsAnAuthenticationFault() {
            answer(401, "{\"error\":{\"code\":190,\"message\":\"expired\"}}");

            assertThatThrownBy(() -> media.upload(SENDER, MediaFile.of("a.png", bytes("x"))))
                    .isInstanceOf(AuthenticationException.class);
        }
    }

    @Nested
    class Finding {

        @ParameterizedTest
        @CsvSource({"61901", "'\"61901\"'"})
        void readsTheSizeAsNumberOrText(String size) throws Exception {
            answer(200, description("https://lookaside.fbsbx.com/x", size));

            StoredMedia found = media.find(ID).orElseThrow();

            assertThat(server.takeRequest().getUrl().encodedPath()).isEqualTo("/v25.0/1037543291543636");
            assertThat(found.id()).isEqualTo(ID);
            assertThat(found.type()).isEqualTo(MediaType.of("image/jpeg"));
            assertThat(found.length()).hasValue(61901);
            assertThat(found.sha256()).hasValue("abc");
            assertThat(found.toString()).doesNotContain("lookaside");
        }

        @Test
        void isEmptyForAnIdThatMetaDoesNotKnow() {
            answer(400, "{\"error\":{\"code\":100,\"error_subcode\":33,\"message\":\"does not exist\"}}");

            assertThat(media.find(ID)).isEmpty();
        }

        @Test
        void anotherInvalidParameterIsARefusal() {
            answer(400, "{\"error\":{\"code\":100,\"message\":\"nonsense\"}}");

            assertThatThrownBy(() -> media.find(ID)).isInstanceOf(RequestRefusedException.class);
        }
    }

    @Nested
    class Downloading {

        @Test
        void streamsFromTheAddressWithTheToken() throws Exception {
            answer(200, description(local("/file?mid=1"), "5"));
            server.enqueue(new MockResponse.Builder()
                    .code(200)
                    .addHeader("Content-Type", "image/png")
                    .body("bytes")
                    .build());

            try (MediaDownload download = media.download(ID)) {
                assertThat(download.type()).isEqualTo(PNG);
                assertThat(download.length()).hasValue(5);
                assertThat(new String(download.content().readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo("bytes");
            }
            server.takeRequest();
            RecordedRequest request = server.takeRequest();
            assertThat(request.getUrl().queryParameter("mid")).isEqualTo("1");
            assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + Requests.TOKEN);
        }

        @Test
        void neverShowsTheTokenToAForeignHost() throws Exception {
            try (var foreign = new MockWebServer()) {
                foreign.start();
                answer(200, description(foreign.url("/steal").toString(), "5"));

                assertThatThrownBy(() -> media.download(ID))
                        .isInstanceOf(RequestRefusedException.class)
                        .hasMessageContaining("no credentials were sent");
                assertThat(foreign.getRequestCount()).isZero();
            }
        }

        @Test
        void neverFollowsARedirectToAForeignHost() throws Exception {
            try (var foreign = new MockWebServer()) {
                foreign.start();
                answer(200, description(local("/file"), "5"));
                redirect(foreign.url("/steal").toString());

                Throwable refusal = catchThrowable(() -> media.download(ID));

                assertThat(refusal).isInstanceOf(RequestRefusedException.class);
                assertThat(refusal.getMessage()).doesNotContain(Requests.TOKEN);
                assertThat(foreign.getRequestCount()).isZero();
            }
        }

        @Test
        void followsRedirectsWithinTheSameHost() throws Exception {
            answer(200, description(local("/file"), "5"));
            redirect("/elsewhere");
            answer(200, "bytes");

            try (MediaDownload download = media.download(ID)) {
                assertThat(download.content().readAllBytes()).hasSize(5);
            }
            server.takeRequest();
            server.takeRequest();
            assertThat(server.takeRequest().getUrl().encodedPath()).isEqualTo("/elsewhere");
        }

        @Test
        void givesUpOnRedirectsWithoutEnd() {
            answer(200, description(local("/file"), "5"));
            for (int i = 0; i < 6; i++) {
                redirect("/file");
            }

            assertThatThrownBy(() -> media.download(ID)).hasMessageContaining("HTTP 302");
            assertThat(server.getRequestCount()).isEqualTo(7);
        }

        @Test
        void fetchesAFreshAddressOnce() throws Exception {
            answer(200, description(local("/old"), "5"));
            answer(404, "gone");
            answer(200, description(local("/fresh"), "5"));
            answer(200, "bytes");

            try (MediaDownload download = media.download(ID)) {
                assertThat(download.content().readAllBytes()).hasSize(5);
            }
            assertThat(server.getRequestCount()).isEqualTo(4);
        }

        @Test
        void doesNotFetchAnAddressTwiceAnew() {
            for (int i = 0; i < 2; i++) {
                answer(200, description(local("/old"), "5"));
                answer(404, "gone");
            }

            assertThatThrownBy(() -> media.download(ID))
                    .isInstanceOf(RequestRefusedException.class)
                    .hasMessageContaining("fresh address");
            assertThat(server.getRequestCount()).isEqualTo(4);
        }

        @Test
        void saysThatMetaDoesNotHaveTheMedia() {
            answer(400, "{\"error\":{\"code\":100,\"error_subcode\":33,\"message\":\"does not exist\"}}");

            assertThatThrownBy(() -> media.download(ID))
                    .isInstanceOf(RequestRefusedException.class)
                    .hasMessageContainingAll("1037543291543636", "30 days", "7");
        }

        @Test
        void refusesMoreBytesThanWereAskedFor() {
            answer(200, description(local("/file"), "5"));
            answer(200, "too many bytes");

            assertThatThrownBy(() -> media.download(ID, 5))
                    .isInstanceOf(InvalidMessageException.class)
                    .hasMessageContainingAll("5 bytes", "14");
        }

        @Test
        void stopsReadingMoreBytesThanWereAskedFor() throws Exception {
            answer(200, description(local("/file"), "5"));
            server.enqueue(new MockResponse.Builder()
                    .code(200)
                    .chunkedBody("too many bytes", 4)
                    .build());

            try (MediaDownload download = media.download(ID, 5)) {
                assertThat(download.length()).isEmpty();
                assertThatThrownBy(() -> download.content().readAllBytes())
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("5 bytes");
            }
        }
    }

    @Test
    void deletesAndTellsWhetherItWasThere() throws Exception {
        answer(200, "{\"success\":true}");
        answer(400, "{\"error\":{\"code\":100,\"error_subcode\":33,\"message\":\"does not exist\"}}");

        assertThat(media.delete(ID)).isTrue();
        assertThat(media.delete(ID)).isFalse();

        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("DELETE");
        assertThat(request.getUrl().encodedPath()).isEqualTo("/v25.0/1037543291543636");
    }

    private String local(String path) {
        return Requests.address(server) + path;
    }

    private static String description(String url, String size) {
        return "{\"messaging_product\":\"whatsapp\",\"url\":\"" + url
                + "\",\"mime_type\":\"image/jpeg\",\"sha256\":\"abc\"," + "\"file_size\":" + size
                + ",\"id\":\"1037543291543636\"}";
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    private void redirect(String location) {
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", location)
                .build());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(bytes(text));
    }
}
