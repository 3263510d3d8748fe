package dev.wakit.error;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.wakit.address.Region;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The error table of a provider: code to {@link ErrorRule}, with rows that a host may override.
 *
 * <p>Codes that the table does not know are safe: with a hint that the fault is transient, or an HTTP status of 500 and above,
 * they are retried with backoff, otherwise they fail the recipient. Immutable: overriding gives a new policy.
 *
 * @since 0.1
 */
public final class ErrorPolicy {

    private static final Pattern RANGE = Pattern.compile("(\\d+)-(\\d+)");

    private final Map<String, ErrorRule> exact;
    private final List<Range> ranges;
    private final Set<String> general;

    private ErrorPolicy(Map<String, ErrorRule> exact, List<Range> ranges, Set<String> general) {
        this.exact = Map.copyOf(exact);
        this.ranges = List.copyOf(ranges);
        this.general = Set.copyOf(general);
    }

    /** A policy of these rules; of two for the same code the later one stands. */
    public static ErrorPolicy of(Collection<ErrorRule> rules) {
        var exact = new HashMap<String, ErrorRule>();
        var ranges = new ArrayList<Range>();
        for (ErrorRule rule : rules) {
            Matcher range = RANGE.matcher(rule.code());
            if (range.matches()) {
                ranges.removeIf(earlier -> earlier.rule().code().equals(rule.code()));
                ranges.add(new Range(Long.parseLong(range.group(1)), Long.parseLong(range.group(2)), rule));
            } else {
                exact.put(rule.code(), rule);
            }
        }
        return new ErrorPolicy(exact, ranges, Set.of());
    }

    /**
     * Reads a table with the columns {@code code,title,category,disposition,scope,advice}; others are ignored.
     *
     * @param csv UTF-8 with a header line; read to its end and closed
     * @throws IllegalArgumentException naming the line, if a row lacks a column or holds an unknown word
     */
    public static ErrorPolicy fromCsv(InputStream csv) {
        var rules = new ArrayList<ErrorRule>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                rules.add(read(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(rules);
    }

    private static ErrorRule read(NamedCsvRecord row) {
        try {
            return new ErrorRule(
                    row.getField("code"),
                    row.getField("title"),
                    ErrorCategory.valueOf(row.getField("category").toUpperCase(Locale.ROOT)),
                    Disposition.valueOf(row.getField("disposition")),
                    ErrorScope.valueOf(row.getField("scope").toUpperCase(Locale.ROOT)),
                    row.getField("advice"));
        } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
            throw new IllegalArgumentException(
                    "Line " + row.getStartingLineNumber() + " of the error table is not valid: " + e.getMessage(), e);
        }
    }

    /**
     * The rule for an error: its code's row, else the range that holds it, else its subcode's, else the safe default. For codes
     * that say little ({@link #refinedBySubcode}) the subcode's row comes first. Ranges are of codes: no subcode falls into one.
     */
    public ErrorRule ruleFor(ProviderError error) {
        Optional<ErrorRule> ofCode = find(error.code());
        Optional<ErrorRule> ofSubcode = error.subcode().map(exact::get);
        return (general.contains(error.code()) ? ofSubcode.or(() -> ofCode) : ofCode.or(() -> ofSubcode))
                .orElseGet(() -> unknown(error));
    }

    /** The same policy, in which these codes say so little that the row of the subcode counts, where there is one. */
    public ErrorPolicy refinedBySubcode(String... codes) {
        return new ErrorPolicy(exact, ranges, Set.of(codes));
    }

    /** The row of a code, if the table has one. */
    public Optional<ErrorRule> find(String code) {
        ErrorRule rule = exact.get(code);
        if (rule != null) {
            return Optional.of(rule);
        }
        return ranges.stream()
                .filter(range -> range.contains(code))
                .map(Range::rule)
                .findFirst();
    }

    /** The same policy with these rows instead of the ones with the same code. */
    public ErrorPolicy overriding(Collection<ErrorRule> rules) {
        var all = new ArrayList<ErrorRule>();
        ranges.forEach(range -> all.add(range.rule()));
        all.addAll(exact.values());
        all.addAll(rules);
        return of(all).refinedBySubcode(general.toArray(String[]::new));
    }

    /**
     * The same policy with another disposition for one code.
     *
     * @throws IllegalArgumentException if the table does not know the code; then use {@link #overriding(Collection)}
     */
    public ErrorPolicy overriding(String code, Disposition disposition) {
        ErrorRule rule = find(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Error code '" + code + "' is not in the table. Override it with a complete ErrorRule."));
        return overriding(List.of(new ErrorRule(
                code, rule.title(), rule.category(), disposition, rule.scope(), rule.advice(), rule.finalIn())));
    }

    /**
     * The same policy with the regions in which errors are final, read from a table with the columns {@code code,region,advice}.
     *
     * @param csv UTF-8 with a header line; read to its end and closed
     * @throws IllegalArgumentException naming the line, if a row lacks a column, holds no region or a code that this policy does not
     *     know
     */
    public ErrorPolicy withFinalRegions(InputStream csv) {
        var regional = new HashMap<String, ErrorRule>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                readRegion(row, regional);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return overriding(regional.values());
    }

    private void readRegion(NamedCsvRecord row, Map<String, ErrorRule> regional) {
        try {
            String code = row.getField("code");
            ErrorRule rule = Optional.ofNullable(regional.get(code))
                    .or(() -> Optional.ofNullable(exact.get(code)))
                    .orElseThrow(() -> new IllegalArgumentException("code '" + code + "' is not in the error table"));
            regional.put(code, rule.withFinalIn(Region.of(row.getField("region")), row.getField("advice")));
        } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
            throw new IllegalArgumentException(
                    "Line " + row.getStartingLineNumber() + " of the table of regions is not valid: " + e.getMessage(),
                    e);
        }
    }

    /** All rows. */
    public List<ErrorRule> rules() {
        var all = new ArrayList<>(exact.values());
        ranges.forEach(range -> all.add(range.rule()));
        return List.copyOf(all);
    }

    private static ErrorRule unknown(ProviderError error) {
        boolean retry = error.isTransient() || error.httpStatus() >= 500;
        return new ErrorRule(
                error.code(),
                error.title().isEmpty() ? "Unknown error" : error.title(),
                ErrorCategory.OTHER,
                retry ? Disposition.RETRY_BACKOFF : Disposition.FAIL_RECIPIENT,
                ErrorScope.REQUEST,
                "This code is not in the table of the provider. Look it up in the provider's documentation.");
    }

    private record Range(long low, long high, ErrorRule rule) {

        boolean contains(String code) {
            if (code.isEmpty() || code.length() > 18 || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return false;
            }
            long number = Long.parseLong(code);
            return low <= number && number <= high;
        }
    }
}
