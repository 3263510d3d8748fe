package dev.wakit.campaign.internal;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether a reply means "stop": the whole message must be one of the words, whatever its case, accents of form, punctuation
 * or emoji. Immutable.
 */
final class StopWords {

    private static final int MAX_LENGTH = 40;
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final Set<String> words;

    private StopWords(Set<String> words) {
        this.words = Set.copyOf(words);
    }

    /** The words that ship with the engine, in {@code stop-words.csv}. */
    static StopWords shipped() {
        var words = new HashSet<String>();
        try (InputStream csv = StopWords.class.getResourceAsStream("/dev/wakit/campaign/stop-words.csv")) {
            if (csv == null) {
                throw new IllegalStateException("stop-words.csv is missing from the engine's jar");
            }
            try (CsvReader<NamedCsvRecord> rows =
                    CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
                for (NamedCsvRecord row : rows) {
                    words.add(normalise(row.getField("word")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StopWords(words);
    }

    boolean matches(String text) {
        return text.length() <= MAX_LENGTH && words.contains(normalise(text));
    }

    private static String normalise(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NOT_LETTERS.matcher(folded).replaceAll(" ").strip();
    }
}
