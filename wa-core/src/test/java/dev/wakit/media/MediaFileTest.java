package dev.wakit.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.InvalidMessageException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaFileTest {

    private static final byte[] BYTES = {1, 2, 3};

    @TempDir
    private Path folder;

    @Test
    void aPathTellsNameTypeAndLength() throws IOException {
        Path path = Files.write(folder.resolve("Photo.JPG"), BYTES);

        MediaFile file = MediaFile.of(path);

        assertThat(file.fileName()).isEqualTo("Photo.JPG");
        assertThat(file.type()).isEqualTo(MediaType.of("image/jpeg"));
        assertThat(file.length()).hasValue(3);
        assertThat(read(file)).isEqualTo(BYTES);
        assertThat(read(file)).isEqualTo(BYTES);
    }

    @Test
    void aMissingPathIsRefusedAtOnce() {
        assertThatThrownBy(() -> MediaFile.of(folder.resolve("gone.png"))).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aStreamIsReadOnceAndHasTheLengthThatIsGiven() throws IOException {
        MediaType png = MediaType.of("image/png");
        MediaFile unknown = MediaFile.of("a.png", png, new ByteArrayInputStream(BYTES));
        MediaFile known = MediaFile.of("a.png", png, new ByteArrayInputStream(BYTES), 3);

        assertThat(unknown.length()).isEmpty();
        assertThat(known.length()).hasValue(3);
        assertThat(unknown.isRepeatable()).isFalse();
        assertThat(read(unknown)).isEqualTo(BYTES);
        assertThatThrownBy(unknown::open).isInstanceOf(IOException.class).hasMessageContaining("new stream");
    }

    @Test
    void aNameThatTellsNoTypeNeedsOne() {
        assertThatThrownBy(() -> MediaFile.of("backup.tar", BYTES))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("Give the type");
        assertThat(MediaFile.of("backup.tar", MediaType.of("text/plain"), BYTES)
                        .type()
                        .value())
                .isEqualTo("text/plain");
    }

    @Test
    void doesNotShowTheName() {
        assertThat(MediaFile.of("Maria_Silva.pdf", BYTES)).hasToString("MediaFile[application/pdf, 3 bytes]");
    }

    @ParameterizedTest
    @CsvSource({
        "a.jpeg,image/jpeg",
        "a.webp,image/webp",
        "a.MP4,video/mp4",
        "a.opus,audio/ogg",
        "a.b.pdf,application/pdf"
    })
    void anEndingTellsTheType(String name, String type) {
        assertThat(MediaType.ofFileName(name)).hasValue(MediaType.of(type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "png", "image/", "/png", "image/p ng", "image/png\r\nX: y", "image/png; a=\n"})
    void refusesWhatIsNoType(String text) {
        assertThatThrownBy(() -> new MediaType(text)).isInstanceOf(InvalidMessageException.class);
    }

    @Test
    void aTypeKeepsItsParameters() {
        MediaType type = MediaType.of("Audio/OGG; codecs=opus");

        assertThat(type.value()).isEqualTo("audio/ogg; codecs=opus");
        assertThat(type.essence()).isEqualTo("audio/ogg");
    }

    @Test
    void aDownloadIsSavedOnceAndNotHalf() throws IOException {
        Path saved = folder.resolve("saved");
        MediaType png = MediaType.of("image/png");

        assertThat(MediaDownload.of(png, 3, new ByteArrayInputStream(BYTES)).saveTo(saved))
                .isEqualTo(3);

        assertThat(saved).hasBinaryContent(BYTES);
        assertThatThrownBy(() -> MediaDownload.of(png, 3, new ByteArrayInputStream(BYTES))
                        .saveTo(saved))
                .isInstanceOf(IOException.class);
        Path half = folder.resolve("half");
        assertThatThrownBy(() -> MediaDownload.of(png, -1, broken()).saveTo(half))
                .isInstanceOf(IOException.class);
        assertThat(half).doesNotExist();
    }

    private static InputStream broken() {
        return new FilterInputStream(new ByteArrayInputStream(BYTES)) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                if (read < 0) {
                    throw new IOException("broken");
                }
                return read;
            }
        };
    }

    private static byte[] read(MediaFile file) throws IOException {
        try (InputStream content = file.open()) {
            return content.readAllBytes();
        }
    }
}
