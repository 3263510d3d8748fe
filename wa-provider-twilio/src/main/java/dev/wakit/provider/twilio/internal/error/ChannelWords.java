package dev.wakit.provider.twilio.internal.error;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells apart the meanings of a code by the text of the channel that comes with it.
 *
 * <p>The code that WhatsApp itself gave counts first. Without one the words count, as far as a table knows them.
 */
final class ChannelWords {

    /** WhatsApp's own codes all lie in this range. */
    private static final Pattern WHATSAPP_CODE = Pattern.compile("\\b(13\\d{4})\\b");

    private final List<Row> rows;

    private ChannelWords(List<Row> rows) {
        this.rows = rows;
    }

    /** Reads a table with the columns {@code code,pattern,meaning}. */
    static ChannelWords fromCsv(InputStream csv) {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
            return new ChannelWords(rows.stream()
                    .map(row -> new Row(
                            row.getField("code"), Pattern.compile(row.getField("pattern")), row.getField("meaning")))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the channel means: its code, or one of our words for a meaning; empty if the text says neither. */
    Optional<String> meaning(String code, String text) {
        Matcher told = WHATSAPP_CODE.matcher(text);
        if (told.find()) {
            return Optional.of(told.group(1));
        }
        return rows.stream()
                .filter(row ->
                        row.code().equals(code) && row.pattern().matcher(text).find())
                .map(Row::meaning)
                .findFirst();
    }

    private record Row(String code, Pattern pattern, String meaning) {}
}
