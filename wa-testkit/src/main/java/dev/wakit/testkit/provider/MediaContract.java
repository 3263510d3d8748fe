package dev.wakit.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wakit.InvalidMessageException;
import dev.wakit.RequestRefusedException;
import dev.wakit.WhatsAppException;
import dev.wakit.media.MediaDownload;
import dev.wakit.media.MediaFile;
import dev.wakit.media.MediaId;
import dev.wakit.media.MediaType;
import dev.wakit.message.DocumentMessage;
import dev.wakit.provider.MediaGateway;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.testkit.http.WireAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * Files are uploaded once, downloaded whole and deleted; a provider without a store of media has none of these tests.
 *
 * @since 0.1
 */
public abstract class MediaContract extends ProviderFixture {

    private static final byte[] CONTENT = "%PDF-1.7 a bill for seeds".getBytes(StandardCharsets.UTF_8);
    private static final MediaType PDF = MediaType.of("application/pdf");
    private static final long TOO_MANY_BYTES = 101L * 1024 * 1024;

    /** For subclasses. */
    protected MediaContract() {}

    @TestFactory
    Stream<DynamicTest> ofAnAccount() {
        return inAnAccount(
                new Case("comes back as it was uploaded", this::comesBack),
                new Case("of unknown length comes back as it was uploaded", this::streams),
                new Case("can be sent by its id", this::isSent),
                new Case("is gone once it is deleted", this::isDeleted),
                new Case("that is not there cannot be downloaded", this::isUnknown),
                new Case("with more bytes than asked for is not handed over whole", this::isBounded),
                new Case("that is empty, too large or of a type that WhatsApp does not take is refused", this::limits),
                new Case("that cannot be read says so", this::isUnreadable));
    }

    private void comesBack(WhatsAppProvider provider) throws IOException {
        MediaGateway media = media(provider);

        MediaId id = media.upload(provider.defaultSender(), bill());

        assertThat(media.find(id))
                .hasValueSatisfying(stored -> assertThat(stored.type()).isEqualTo(PDF));
        assertThat(downloaded(media, id)).isEqualTo(CONTENT);
        assertThat(media.lifetime()).isPositive();
    }

    private void streams(WhatsAppProvider provider) throws IOException {
        MediaGateway media = media(provider);
        var stream = MediaFile.of("bill.pdf", PDF, new ByteArrayInputStream(CONTENT));

        assertThat(downloaded(media, media.upload(provider.defaultSender(), stream)))
                .isEqualTo(CONTENT);
    }

    private void isSent(WhatsAppProvider provider) {
        MediaId id = media(provider).upload(provider.defaultSender(), bill());
        var request = SendRequest.builder(provider.defaultSender(), PERSON, DocumentMessage.of(id))
                .build();

        acceptedId(await(provider.send(request)));
    }

    private void isDeleted(WhatsAppProvider provider) {
        MediaGateway media = media(provider);
        MediaId id = media.upload(provider.defaultSender(), bill());

        assertThat(media.delete(id)).isTrue();

        assertThat(media.find(id)).isEmpty();
        assertThat(media.delete(id)).isFalse();
    }

    private void isUnknown(WhatsAppProvider provider) {
        MediaGateway media = media(provider);
        MediaId id = media.upload(provider.defaultSender(), bill());
        media.delete(id);

        assertThatThrownBy(() -> media.download(id)).isInstanceOf(RequestRefusedException.class);
    }

    private void isBounded(WhatsAppProvider provider) {
        MediaGateway media = media(provider);
        MediaId id = media.upload(provider.defaultSender(), bill());

        assertThatThrownBy(() -> {
                    try (MediaDownload download = media.download(id, CONTENT.length - 1)) {
                        download.content().readAllBytes();
                    }
                })
                .isInstanceOfAny(InvalidMessageException.class, IOException.class);
    }

    private void limits(WhatsAppProvider provider) {
        assertRefused(provider, MediaFile.of("bill.pdf", PDF, new byte[0]));
        assertRefused(provider, MediaFile.of("bill.pdf", PDF, new Zeros(), TOO_MANY_BYTES));
        assertRefused(provider, MediaFile.of("bill.pdf", PDF, new Zeros()));
        assertRefused(provider, MediaFile.of("bird.exe", MediaType.of("application/x-msdownload"), CONTENT));
    }

    private static void assertRefused(WhatsAppProvider provider, MediaFile file) {
        assertThatThrownBy(() -> media(provider).upload(provider.defaultSender(), file))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageMatching("(?s).+\\..*");
    }

    private void isUnreadable(WhatsAppProvider provider) {
        var broken = MediaFile.of("bill.pdf", PDF, new Broken());

        assertThatThrownBy(() -> media(provider).upload(provider.defaultSender(), broken))
                .isInstanceOf(UncheckedIOException.class);
    }

    /** An upload whose answer is lost may have happened; repeating it is the caller's choice. */
    @TestFactory
    Stream<DynamicTest> isUploadedByOneRequest() {
        if (provider().media().isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(
                        WireAnswer.html(500),
                        WireAnswer.html(503).with("Retry-After", "0"),
                        WireAnswer.html(307).with("Location", "/elsewhere"),
                        WireAnswer.json(200, "{}"),
                        new WireAnswer.Reset())
                .map(answer -> dynamicTest(answer.toString(), () -> {
                    afresh();
                    wire().answers(answer);
                    MediaGateway media = media(provider());

                    assertThatThrownBy(() -> media.upload(provider().defaultSender(), bill()))
                            .isInstanceOf(WhatsAppException.class);

                    assertThat(wire().requests()).hasSize(1);
                }));
    }

    private Stream<DynamicTest> inAnAccount(Case... cases) {
        if (provider().media().isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(cases)
                .map(it -> dynamicTest("a file " + it.name(), () -> {
                    try (BspAccount account = bsp().account().orElseThrow()) {
                        it.deed().accept(account.provider());
                    }
                }));
    }

    private static MediaGateway media(WhatsAppProvider provider) {
        return provider.media().orElseThrow();
    }

    private static MediaFile bill() {
        return MediaFile.of("bill.pdf", PDF, CONTENT);
    }

    private static byte[] downloaded(MediaGateway media, MediaId id) throws IOException {
        try (MediaDownload download = media.download(id)) {
            return download.content().readAllBytes();
        }
    }

    private record Case(String name, ThrowingConsumer<WhatsAppProvider> deed) {}

    /** More bytes than any file of WhatsApp may have. */
    private static final class Zeros extends InputStream {

        private long left = TOO_MANY_BYTES;

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int some = (int) Math.min(length, left);
            left -= some;
            return some == 0 && length > 0 ? -1 : some;
        }
    }

    /** A file on a disk that is gone. */
    private static final class Broken extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("the disk is gone");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return read();
        }
    }
}
