package dev.wakit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.ProviderUnavailableException;
import dev.wakit.address.SenderId;
import dev.wakit.media.MediaDownload;
import dev.wakit.media.MediaFile;
import dev.wakit.media.MediaId;
import dev.wakit.media.MediaType;
import dev.wakit.media.StoredMedia;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MediaShelfTest {

    private static final SenderId ONE = SenderId.of("1");
    private static final SenderId OTHER = SenderId.of("2");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
    private final CountingGateway gateway = new CountingGateway();
    private final MediaShelf shelf = MediaShelf.over(gateway, Duration.ofDays(5), now::get);

    @Test
    void uploadsTheSameContentOnceForEachSender() {
        MediaId first = shelf.upload(ONE, file("hello"));

        assertThat(shelf.upload(ONE, MediaFile.of("other-name.txt", bytes("hello"))))
                .isEqualTo(first);
        assertThat(shelf.upload(OTHER, file("hello"))).isNotEqualTo(first);
        assertThat(shelf.upload(ONE, file("hello!"))).isNotEqualTo(first);
        assertThat(gateway.uploads).hasValue(3);
    }

    @Test
    void theSameBytesOfAnotherTypeAreAnotherFile() {
        MediaId text = shelf.upload(ONE, file("hello"));
        MediaId pdf = shelf.upload(ONE, MediaFile.of("a.pdf", bytes("hello")));

        assertThat(pdf).isNotEqualTo(text);
    }

    @Test
    void uploadsAgainWhenTheIdIsAboutToExpire() {
        MediaId first = shelf.upload(ONE, file("hello"));

        now.updateAndGet(it -> it.plus(Duration.ofDays(25)).minusSeconds(1));
        assertThat(shelf.upload(ONE, file("hello"))).isEqualTo(first);

        now.updateAndGet(it -> it.plusSeconds(1));
        assertThat(shelf.upload(ONE, file("hello"))).isNotEqualTo(first);
    }

    @Test
    void uploadsAgainWhatItWasToldToForget() {
        MediaId first = shelf.upload(ONE, file("hello"));
        MediaId kept = shelf.upload(ONE, file("kept"));

        shelf.forget(first);

        assertThat(shelf.upload(ONE, file("hello"))).isNotEqualTo(first);
        assertThat(shelf.upload(ONE, file("kept"))).isEqualTo(kept);
    }

    @Test
    void tryingAgainAfterAFailureUploads() {
        gateway.fails = true;
        assertThatThrownBy(() -> shelf.upload(ONE, file("hello"))).isInstanceOf(ProviderUnavailableException.class);

        gateway.fails = false;
        assertThat(shelf.upload(ONE, file("hello"))).isNotNull();
        assertThat(gateway.uploads).hasValue(2);
    }

    @Test
    void threadsWithTheSameContentShareOneUpload() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        gateway.before = () -> {
            begun.countDown();
            await(goOn);
        };
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<MediaId>> ids = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                ids.add(threads.submit(() -> shelf.upload(ONE, file("hello"))));
            }
            await(begun);
            goOn.countDown();

            var distinct = new HashSet<MediaId>();
            for (Future<MediaId> id : ids) {
                distinct.add(id.get(60, TimeUnit.SECONDS));
            }
            assertThat(distinct).hasSize(1);
            assertThat(gateway.uploads).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void threadsThatWaitSeeTheFailureToo() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        gateway.fails = true;
        gateway.before = () -> {
            begun.countDown();
            await(goOn);
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<MediaId> first = threads.submit(() -> shelf.upload(ONE, file("hello")));
            await(begun);
            Future<MediaId> second = threads.submit(() -> shelf.upload(ONE, file("hello")));
            goOn.countDown();

            assertThatThrownBy(() -> first.get(60, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(ProviderUnavailableException.class);
            assertThatThrownBy(() -> second.get(60, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(ProviderUnavailableException.class);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void refusesAStreamThatCanBeReadOnce() {
        var once = MediaFile.of("a.txt", MediaType.of("text/plain"), new ByteArrayInputStream(bytes("hello")));

        assertThatThrownBy(() -> shelf.upload(ONE, once))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("path or of bytes");
        assertThat(gateway.uploads).hasValue(0);
    }

    @Test
    void refusesAMarginThatLeavesNothing() {
        assertThatThrownBy(() -> MediaShelf.over(gateway, Duration.ofDays(30), now::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT720H");
    }

    private static MediaFile file(String text) {
        return MediaFile.of("a.txt", bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Hands out the ids 1, 2, 3. */
    private static final class CountingGateway implements MediaGateway {

        private final AtomicInteger uploads = new AtomicInteger();
        private volatile Runnable before = () -> {};
        private volatile boolean fails;

        @Override
        public MediaId upload(SenderId sender, MediaFile file) {
            int number = uploads.incrementAndGet();
            before.run();
            if (fails) {
                throw new ProviderUnavailableException("down");
            }
            return new MediaId(Integer.toString(number));
        }

        @Override
        public Optional<StoredMedia> find(MediaId id) {
            return Optional.empty();
        }

        @Override
        public MediaDownload download(MediaId id, long maxBytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean delete(MediaId id) {
            return false;
        }

        @Override
        public Duration lifetime() {
            return Duration.ofDays(30);
        }
    }
}
