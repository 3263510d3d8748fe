package dev.wakit.catalog.feed;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.wakit.catalog.InvalidProductException;
import dev.wakit.catalog.RuleBreak;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a product file one after the other. Not thread-safe. */
final class FeedReader implements AutoCloseable {

    private static final char NOT_UTF8 = '\uFFFD';
    private static final int MOST_COLUMNS = 200;

    private final CloseableIterator<CsvRecord> records;
    private final List<String> columns;
    private final boolean isSimple;
    private long rows;

    private FeedReader(CloseableIterator<CsvRecord> records) {
        this.records = records;
        List<String> names = header(records).stream().map(FeedColumns::name).toList();
        this.isSimple = FeedColumns.isSimple(names);
        this.columns = isSimple ? names.stream().map(FeedColumns::ofSimple).toList() : names;
        check(names);
    }

    static FeedReader open(InputStream file, FeedFormat format) throws IOException {
        CloseableIterator<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(format.separator())
                .commentStrategy(CommentStrategy.NONE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .detectBomHeader(true)
                .ofCsvRecord(file, StandardCharsets.UTF_8)
                .iterator();
        try {
            return new FeedReader(records);
        } catch (RuntimeException error) {
            records.close();
            throw error;
        }
    }

    // Meta's template begins with lines that explain the columns.
    private static List<String> header(CloseableIterator<CsvRecord> records) {
        try {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                if (!record.getField(0).startsWith("#")) {
                    return record.getFields();
                }
            }
        } catch (CsvParseException broken) {
            throw unreadable("", "The first line cannot be read", "Begin the file with the names of the columns.");
        }
        throw unreadable("", "The file is empty", "Begin it with the names of the columns.");
    }

    private void check(List<String> names) {
        if (!columns.contains("id")) {
            throw unreadable(
                    String.join(" ", names), "There is no column id, and no sku", "Name the column of the ids so.");
        }
        if (new HashSet<>(columns).size() < columns.size()) {
            throw unreadable(String.join(" ", names), "Two columns have the same name", "Rename or remove one.");
        }
        if (columns.size() > MOST_COLUMNS) {
            throw unreadable(
                    columns.size() + " columns", "At most 200 columns are read", "Remove those that are not needed.");
        }
    }

    private static InvalidProductException unreadable(String value, String problem, String fix) {
        return new InvalidProductException(new RuleBreak("header", value, problem, fix));
    }

    /** Whether the header is of the simple form. */
    boolean isSimple() {
        return isSimple;
    }

    /** How many rows were read. */
    long rows() {
        return rows;
    }

    /**
     * Reads the next row.
     *
     * @param row is given the line and the values by column; an empty cell has an empty value
     * @param problem is given what is wrong with a row that cannot be read
     * @return false at the end of the file, and after a place from which on it cannot be read
     */
    boolean next(BiConsumer<Long, Map<String, String>> row, Consumer<RowProblem> problem) {
        try {
            if (!records.hasNext()) {
                return false;
            }
            CsvRecord record = records.next();
            rows++;
            RuleBreak broken = broken(record);
            if (broken == null) {
                row.accept(record.getStartingLineNumber(), values(record));
            } else {
                problem.accept(new RowProblem(record.getStartingLineNumber(), broken));
            }
            return true;
        } catch (CsvParseException unreadable) {
            rows++;
            problem.accept(new RowProblem(
                    rows + 1,
                    new RuleBreak(
                            "row",
                            "",
                            "The file cannot be read from here on; a quotation mark may never be closed",
                            "Close it, or double it if it is part of the text.")));
            return false;
        }
    }

    private @Nullable RuleBreak broken(CsvRecord record) {
        int fields = record.getFieldCount();
        if (fields != columns.size()) {
            return new RuleBreak(
                    "row",
                    record.getField(0),
                    "It has " + fields + " fields, and the header has " + columns.size(),
                    "Put quotation marks around texts with separators.");
        }
        for (int i = 0; i < fields; i++) {
            if (record.getField(i).indexOf(NOT_UTF8) >= 0) {
                return new RuleBreak(columns.get(i), record.getField(i), "It is not UTF-8", "Save the file as UTF-8.");
            }
        }
        return null;
    }

    private Map<String, String> values(CsvRecord record) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).isEmpty()) {
                values.put(columns.get(i), record.getField(i).strip());
            }
        }
        return values;
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
