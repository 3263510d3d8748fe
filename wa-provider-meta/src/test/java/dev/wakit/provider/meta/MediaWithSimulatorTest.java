package dev.wakit.provider.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.RequestRefusedException;
import dev.wakit.WhatsApp;
import dev.wakit.address.PhoneNumber;
import dev.wakit.media.MediaDownload;
import dev.wakit.media.MediaFile;
import dev.wakit.media.MediaId;
import dev.wakit.media.MediaType;
import dev.wakit.message.DocumentMessage;
import dev.wakit.provider.MediaGateway;
import dev.wakit.provider.MediaShelf;
import dev.wakit.testkit.SettableClock;
import dev.wakit.testkit.meta.MetaSimulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Media against the simulator, from the upload to the end of its life. */
class MediaWithSimulatorTest {

    private static final PhoneNumber MARIA = PhoneNumber.parse("+14155551234");
    private static final MediaFile BILL = MediaFile.of("bill.pdf", bytes("%PDF-1.7 the bill"));

    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-21T10:00:00Z"));
    private final MetaSimulator simulator = MetaSimulator.builder()
            .latency(Duration.ZERO, Duration.ZERO)
            .clock(clock)
            .start();
    private final MetaProvider provider = MetaProvider.builder(simulator.accessToken(), simulator.phoneNumberId())
            .appId(simulator.appId())
            .baseUrl(simulator.baseUrl())
            .build();
    private final MediaGateway media = provider.media().orElseThrow();

    @AfterEach
    void stop() {
        provider.close();
        simulator.close();
    }

    @Test
    void uploadsSendsDownloadsAndDeletes() throws IOException {
        MediaId id = media.upload(provider.defaultSender(), BILL);

        assertThat(WhatsApp.using(provider).send(MARIA, DocumentMessage.of(id))).isNotNull();
        assertThat(media.find(id).orElseThrow().length()).isEqualTo(BILL.length());
        assertThat(download(id)).isEqualTo("%PDF-1.7 the bill");
        assertThat(media.delete(id)).isTrue();
        assertThat(media.find(id)).isEmpty();
        assertThat(media.delete(id)).isFalse();
    }

    @Test
    void downloadsWhatACustomerSent() throws IOException {
        String id = simulator.customerSendsFile("+14155551234", "image", "image/png", bytes("PNG"));

        try (MediaDownload download = media.download(new MediaId(id))) {
            assertThat(download.type()).isEqualTo(MediaType.of("image/png"));
            assertThat(download.content().readAllBytes()).isEqualTo(bytes("PNG"));
        }
        clock.advance(Duration.ofDays(7));
        assertThatThrownBy(() -> media.download(new MediaId(id)))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("7");
    }

    @Test
    void anIdExpiresAfterThirtyDays() {
        MediaId id = media.upload(provider.defaultSender(), BILL);
        MediaShelf shelf = MediaShelf.over(media, Duration.ofDays(5), clock);
        MediaId shelved = shelf.upload(provider.defaultSender(), BILL);

        clock.advance(Duration.ofDays(24));
        assertThat(shelf.upload(provider.defaultSender(), BILL)).isEqualTo(shelved);
        clock.advance(Duration.ofDays(6));
        assertThat(media.find(id)).isEmpty();
        assertThat(media.find(shelf.upload(provider.defaultSender(), BILL))).isPresent();
    }

    @Test
    void aBrokenHeaderUploadGoesOn() {
        simulator.breakNextUpload(5);

        assertThat(provider.headerUploads().upload(BILL).value()).startsWith("4:");
    }

    @Test
    void aHeaderUploadCanBeResumedLater() {
        var session = provider.headerUploads().begin(BILL);

        assertThat(provider.headerUploads().resume(session, BILL).value()).startsWith("4:");
    }

    private String download(MediaId id) throws IOException {
        try (MediaDownload download = media.download(id)) {
            return new String(download.content().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
