package dev.wakit.campaign.audience;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file as an audience: UTF-8 with or without a byte order mark, a header line, fields separated by comma, semicolon or tab.
 *
 * <p>The column of the phone number and of the name are found by their usual names or can be given; every column is also a
 * variable by its own name; a column {@code time_zone} or {@code zone} names the zone in which sending windows count. It is streamed and never held in memory. A row that cannot be read is reported with its line and does
 * not stop the others. Immutable.
 *
 * @since 0.1
 */
public final class CsvAudience implements Audience {

    private final Source source;
    private final @Nullable String phoneColumn;
    private final @Nullable String nameColumn;

    private CsvAudience(Source source, @Nullable String phoneColumn, @Nullable String nameColumn) {
        this.source = source;
        this.phoneColumn = phoneColumn;
        this.nameColumn = nameColumn;
    }

    /** A file. */
    public static CsvAudience of(Path file) {
        return new CsvAudience(() -> Files.newInputStream(file), null, null);
    }

    /** Bytes in memory, such as a small upload. */
    public static CsvAudience of(byte[] bytes) {
        byte[] copy = bytes.clone();
        return new CsvAudience(() -> new ByteArrayInputStream(copy), null, null);
    }

    /** The same file with the phone number in this column. */
    public CsvAudience phoneColumn(String header) {
        return new CsvAudience(source, header, nameColumn);
    }

    /** The same file with the name in this column. */
    public CsvAudience nameColumn(String header) {
        return new CsvAudience(source, phoneColumn, header);
    }

    /** Opens the file. */
    public InputStream open() throws IOException {
        return source.open();
    }

    /** The header of the phone column, if given. */
    public Optional<String> phoneColumn() {
        return Optional.ofNullable(phoneColumn);
    }

    /** The header of the name column, if given. */
    public Optional<String> nameColumn() {
        return Optional.ofNullable(nameColumn);
    }

    /** Opens the bytes. */
    @FunctionalInterface
    private interface Source {
        InputStream open() throws IOException;
    }
}
