package dev.wakit.campaign.internal;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.wakit.campaign.InvalidCampaignException;
import dev.wakit.campaign.InvalidCampaignException.Problem;
import dev.wakit.campaign.audience.CsvAudience;
import dev.wakit.campaign.store.AudienceRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a CSV audience one after the other, and goes on after a broken one. Not thread-safe.
 *
 * <p>The parser of a record is the CSV library's. What is ours is where a record begins: a quote that is never closed would
 * otherwise swallow the rest of the file, so a record may span at most {@value #MAX_LINES} lines, and one that does not fit the
 * header gives back its later lines to be read again.
 */
final class CsvRows implements RowSource {

    private static final int MAX_LINES = 20;
    private static final int MAX_LINE_LENGTH = 64 * 1024;
    private static final int MAX_COLUMNS = 200;
    private static final int MAX_CELL = 4_096;
    private static final char NOT_UTF8 = '\uFFFD';

    private final BufferedReader reader;
    private final Deque<String> pushedBack = new ArrayDeque<>();
    private final char separator;
    private final List<String> header;
    private final int phoneIndex;
    private final int nameIndex;
    private final List<Boolean> kept;
    private long line;
    private @Nullable AudienceRow next;

    private CsvRows(BufferedReader reader, String headerLine, CsvAudience audience, Predicate<String> isKept) {
        this.reader = reader;
        this.separator = separatorOf(headerLine);
        this.line = 1;
        this.header = headerOf(headerLine);
        this.phoneIndex = CsvColumns.phone(header, audience.phoneColumn());
        this.nameIndex = CsvColumns.name(header, audience.nameColumn());
        this.kept = header.stream().map(isKept::test).toList();
        this.next = read();
    }

    static CsvRows open(CsvAudience audience, Predicate<String> isKept) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(audience.open(), StandardCharsets.UTF_8), 1 << 16);
        try {
            String first = reader.readLine();
            if (first == null || first.isBlank()) {
                throw new InvalidCampaignException(
                        Problem.EMPTY_AUDIENCE, "The CSV file is empty. Its first line must name the columns.");
            }
            return new CsvRows(reader, first.startsWith("\uFEFF") ? first.substring(1) : first, audience, isKept);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    @Override
    public Set<String> knownVariables() {
        return Set.copyOf(header);
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public AudienceRow next() {
        AudienceRow row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        next = read();
        return row;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private @Nullable AudienceRow read() {
        String first = nextLine();
        while (first != null && first.isBlank()) {
            first = nextLine();
        }
        return first == null ? null : row(line, first);
    }

    private AudienceRow row(long startLine, String first) {
        if (first.indexOf('"') < 0) {
            return fit(startLine, List.of(first.split(String.valueOf(separator), -1)), first);
        }
        var lines = new ArrayList<String>();
        lines.add(first);
        long quotes = quotes(first);
        while (quotes % 2 == 1 && lines.size() < MAX_LINES) {
            String more = nextLine();
            if (more == null) {
                break;
            }
            lines.add(more);
            quotes += quotes(more);
        }
        if (quotes % 2 == 1) {
            return giveBack(
                    startLine,
                    lines,
                    "A quotation mark is never closed. Close it, or double it if it is part of the text.");
        }
        try {
            List<String> fields = parse(String.join("\n", lines));
            if (lines.size() > 1 && fields.size() != header.size()) {
                return giveBack(
                        startLine, lines, wrongCount(fields.size()) + " A quotation mark may be in the wrong place.");
            }
            return fit(startLine, fields, first);
        } catch (CsvParseException e) {
            return giveBack(
                    startLine,
                    lines,
                    "The quotation marks do not fit. Quote the whole field and double quotes inside it.");
        }
    }

    private AudienceRow giveBack(long startLine, List<String> lines, String reason) {
        for (int i = lines.size() - 1; i >= 1; i--) {
            pushedBack.addFirst(lines.get(i));
        }
        line = startLine;
        return broken(startLine, reason);
    }

    private AudienceRow fit(long startLine, List<String> fields, String text) {
        if (fields.size() > header.size()) {
            return broken(startLine, wrongCount(fields.size()) + " Quote a field that holds the separator.");
        }
        if (text.length() > MAX_LINE_LENGTH) {
            return broken(startLine, "The line has more than 65,536 characters.");
        }
        if (text.indexOf(NOT_UTF8) >= 0) {
            return broken(startLine, "The line is not UTF-8. Save the file as UTF-8.");
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            String value = fields.get(i).strip();
            if (value.length() > MAX_CELL) {
                return broken(startLine, "Column '" + header.get(i) + "' has more than 4,096 characters.");
            }
            if (!value.isEmpty() && kept.get(i)) {
                values.put(header.get(i), value);
            }
        }
        return new AudienceRow(startLine, at(fields, phoneIndex), "", at(fields, nameIndex), values, "");
    }

    private String wrongCount(int fields) {
        return "The row has " + fields + " fields, the header has " + header.size() + ".";
    }

    private static AudienceRow broken(long startLine, String reason) {
        return new AudienceRow(startLine, "", "", "", Map.of(), reason);
    }

    private static String at(List<String> fields, int index) {
        return index < 0 || index >= fields.size() ? "" : fields.get(index).strip();
    }

    private List<String> headerOf(String headerLine) {
        List<String> names = parse(headerLine).stream().map(String::strip).toList();
        if (names.size() > MAX_COLUMNS) {
            throw new InvalidCampaignException(
                    Problem.UNREADABLE_AUDIENCE,
                    "The CSV file has " + names.size() + " columns. At most " + MAX_COLUMNS + " are read.");
        }
        return names;
    }

    private List<String> parse(String record) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .ofCsvRecord(record)) {
            var records = csv.iterator();
            List<String> fields = records.hasNext() ? records.next().getFields() : List.of();
            if (records.hasNext()) {
                throw new CsvParseException("A quote inside of a field let the next record seem to be part of it.");
            }
            return fields;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable String nextLine() {
        String pushed = pushedBack.pollFirst();
        try {
            String text = pushed != null ? pushed : reader.readLine();
            if (text != null) {
                line++;
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long quotes(String text) {
        long quotes = 0;
        for (int at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
            quotes++;
        }
        return quotes;
    }

    private static char separatorOf(String headerLine) {
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            long count = headerLine.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }
}
