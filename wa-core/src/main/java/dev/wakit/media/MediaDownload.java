package dev.wakit.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A file that is being downloaded; it must be closed. Not thread-safe.
 *
 * @since 0.1
 */
public final class MediaDownload implements AutoCloseable {

    private final MediaType type;
    private final long length;
    private final InputStream content;

    private MediaDownload(MediaType type, long length, InputStream content) {
        this.type = Objects.requireNonNull(type, "type");
        this.length = length;
        this.content = Objects.requireNonNull(content, "content");
    }

    /**
     * Returns a download that has begun.
     *
     * @param length how many bytes there are; negative if that is not known
     */
    public static MediaDownload of(MediaType type, long length, InputStream content) {
        return new MediaDownload(type, length, content);
    }

    /** Returns the type that the provider tells. */
    public MediaType type() {
        return type;
    }

    /** Returns how many bytes there are, if that is known before the end. */
    public OptionalLong length() {
        return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    }

    /**
     * Returns the bytes as they come; always the same stream. Reading fails when the connection breaks, and when there are more
     * bytes than were asked for at most.
     */
    public InputStream content() {
        return content;
    }

    /**
     * Writes the rest of the content to a new file, which is removed again if the download breaks.
     *
     * @return how many bytes were written
     * @throws IOException if the file exists, or something breaks
     */
    public long saveTo(Path file) throws IOException {
        Files.createFile(file);
        try (var out = Files.newOutputStream(file)) {
            return content.transferTo(out);
        } catch (IOException broken) {
            Files.deleteIfExists(file);
            throw broken;
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    @Override
    public String toString() {
        return "MediaDownload[" + type + "]";
    }
}
