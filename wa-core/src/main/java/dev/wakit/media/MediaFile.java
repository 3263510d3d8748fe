package dev.wakit.media;

import dev.wakit.InvalidMessageException;
import dev.wakit.internal.Check;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A file to upload, read while it is sent and never held in memory as a whole.
 *
 * <p>One made of a path or of bytes can be read any number of times, one made of a stream once. {@code toString} does not show
 * the name. Thread-safe.
 *
 * @since 0.1
 */
public final class MediaFile {

    private static final int MAX_NAME = 240;
    private static final long UNKNOWN = -1;

    private final String fileName;
    private final MediaType type;
    private final long length;
    private final boolean repeatable;
    private final Opening opening;

    private MediaFile(String fileName, MediaType type, long length, boolean repeatable, Opening opening) {
        this.fileName = Check.text("media.fileName", fileName, MAX_NAME);
        this.type = Objects.requireNonNull(type, "type");
        this.length = length;
        this.repeatable = repeatable;
        this.opening = opening;
    }

    /**
     * Returns a file on disk whose type its name tells.
     *
     * @throws InvalidMessageException if the ending of the name stands for no type that WhatsApp takes
     * @throws UncheckedIOException if there is no such file
     */
    public static MediaFile of(Path path) {
        return of(path, detect(name(path)));
    }

    /**
     * Returns a file on disk.
     *
     * @throws UncheckedIOException if there is no such file
     */
    public static MediaFile of(Path path, MediaType type) {
        try {
            return new MediaFile(name(path), type, Files.size(path), true, () -> Files.newInputStream(path));
        } catch (IOException e) {
            throw new UncheckedIOException("The media file cannot be read. Check that it exists.", e);
        }
    }

    /**
     * Returns bytes as a file whose type its name tells.
     *
     * @param bytes the content; not copied, so it must not change
     * @throws InvalidMessageException if the ending of the name stands for no type that WhatsApp takes
     */
    public static MediaFile of(String fileName, byte[] bytes) {
        return of(fileName, detect(fileName), bytes);
    }

    /**
     * Returns bytes as a file.
     *
     * @param bytes the content; not copied, so it must not change
     */
    public static MediaFile of(String fileName, MediaType type, byte[] bytes) {
        return new MediaFile(fileName, type, bytes.length, true, () -> new ByteArrayInputStream(bytes));
    }

    /** Returns a stream of unknown length as a file; it can be read once, and is closed after that. */
    public static MediaFile of(String fileName, MediaType type, InputStream stream) {
        return once(fileName, type, UNKNOWN, stream);
    }

    /**
     * Returns a stream as a file; it can be read once, and is closed after that.
     *
     * @param length how many bytes it has; an upload of another number fails
     */
    public static MediaFile of(String fileName, MediaType type, InputStream stream, long length) {
        return once(fileName, type, Check.range("media.length", length, 0, Long.MAX_VALUE), stream);
    }

    private static MediaFile once(String fileName, MediaType type, long length, InputStream stream) {
        Objects.requireNonNull(stream, "stream");
        var opened = new AtomicBoolean();
        return new MediaFile(fileName, type, length, false, () -> {
            if (opened.getAndSet(true)) {
                throw new IOException(
                        "The stream of this media file was read before. Make a new file of a new stream.");
            }
            return stream;
        });
    }

    private static String name(Path path) {
        return Objects.toString(path.getFileName(), "");
    }

    private static MediaType detect(String fileName) {
        return MediaType.ofFileName(fileName)
                .orElseThrow(() -> new InvalidMessageException(
                        "media.type", "cannot be told from the ending of the file name. Give the type as well."));
    }

    /** Returns its name, without a path. */
    public String fileName() {
        return fileName;
    }

    /** Returns its type. */
    public MediaType type() {
        return type;
    }

    /** Returns how many bytes it has, if that is known. */
    public OptionalLong length() {
        return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    }

    /** Tells whether {@link #open()} can be called more than once. */
    public boolean isRepeatable() {
        return repeatable;
    }

    /**
     * Returns the content from its first byte; the caller closes it.
     *
     * @throws IOException if it cannot be read, or was made of a stream and read before
     */
    public InputStream open() throws IOException {
        return opening.open();
    }

    @Override
    public String toString() {
        return "MediaFile[" + type + (length < 0 ? "" : ", " + length + " bytes") + "]";
    }

    @FunctionalInterface
    private interface Opening {
        InputStream open() throws IOException;
    }
}
