package dev.wakit.samples.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Region;
import dev.wakit.testkit.simulator.MagicNumber;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DemoCsvTest {

    private static final int ROWS = 1_000;

    private final String text = DemoCsv.text(ROWS);
    private final List<String> lines = text.lines().toList();

    @Test
    void theBundledListIsTheMadeOne() throws IOException {
        try (InputStream bundled = Objects.requireNonNull(DemoCsv.class.getResourceAsStream("/demo/customers.csv"))) {
            assertThat(new String(bundled.readAllBytes(), StandardCharsets.UTF_8))
                    .as("run DemoCsv customers.csv 1000 to write it again")
                    .isEqualTo(text);
        }
    }

    @Test
    void hasSoManyRowsAsAskedFor() {
        assertThat(lines).hasSize(ROWS + 1);
        assertThat(DemoCsv.text(1).lines()).hasSize(2);
        assertThat(DemoCsv.text(2_500).lines()).hasSize(2_501);
    }

    @Test
    void hasEachMagicNumberTwice() {
        Map<MagicNumber, Integer> found = new HashMap<>();
        numbers().forEach(number -> found.merge(MagicNumber.of(number.e164()), 1, Integer::sum));

        for (MagicNumber number : MagicNumber.values()) {
            if (number != MagicNumber.ORDINARY && number != MagicNumber.HELD_THEN_DROPPED) {
                assertThat(found).as(number.name()).containsEntry(number, 2);
            }
        }
    }

    @Test
    void hasPeopleOfManyCountriesSomeOfThemTwice() {
        List<PhoneNumber> numbers = numbers();

        assertThat(numbers.stream().map(PhoneNumber::region).distinct().count()).isGreaterThan(20);
        assertThat(numbers.size() - numbers.stream().distinct().count()).isBetween(15L, 25L);
    }

    @Test
    void isWrittenAsPeopleWrite() {
        for (String script :
                List.of("IsDevanagari", "IsArabic", "IsHebrew", "IsCyrillic", "IsHan", "IsHiragana", "IsThai")) {
            assertThat(Pattern.compile("\\p{" + script + "}").matcher(text).find())
                    .as(script)
                    .isTrue();
        }
        assertThat(lines).anyMatch(line -> line.contains(",00")).anyMatch(line -> line.contains("(0)"));
        assertThat(lines).anyMatch(line -> line.contains("\"\"")).anyMatch(line -> line.startsWith(","));
    }

    private List<PhoneNumber> numbers() {
        return lines.stream()
                .skip(1)
                .map(line -> line.contains("\"AK\"") ? Optional.<NamedCsvRecord>empty() : record(line))
                .flatMap(Optional::stream)
                .map(row -> PhoneNumber.tryParse(row.getField("phone"), Region.of("IN")))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<NamedCsvRecord> record(String line) {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().allowExtraFields(true).ofNamedCsvRecord(lines.get(0) + "\n" + line + "\n")) {
            return csv.stream().findFirst();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
