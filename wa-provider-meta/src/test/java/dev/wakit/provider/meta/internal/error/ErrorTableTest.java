package dev.wakit.provider.meta.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.wakit.error.ErrorRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The table of error codes says what the facts say that it was made from. */
class ErrorTableTest {

    private static final String PROPERTY = "wakit.facts";
    private static final String FILE = "meta-error-codes.csv";

    /** Catalogs have pages of their own at Meta, from which the sheet has no codes; both are throttles of the account. */
    private static final Map<String, String> OF_CATALOGS =
            Map.of("80009", "THROTTLE THROTTLE_LANE ACCOUNT", "80014", "THROTTLE THROTTLE_LANE ACCOUNT");

    private static List<NamedCsvRecord> facts;

    @BeforeAll
    static void read() throws IOException {
        Path file = folder().resolve(FILE);
        if (!Files.exists(file)) {
            String reason = "SKIPPED: " + FILE + " is not in " + folder()
                    + ", so the table is compared with nothing. Name its directory with -D" + PROPERTY + "=/path.";
            System.err.println(reason);
            Assumptions.abort(reason);
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            facts = rows.stream().toList();
        }
    }

    private static Path folder() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return Path.of(named);
        }
        Path here = Path.of("").toAbsolutePath();
        Path project = Files.exists(here.resolve(".mvn")) ? here : here.getParent();
        return project.resolveSibling("shared").resolve("facts");
    }

    @Test
    void hasTheSameCategoryDispositionAndScopeForEveryCode() {
        Map<String, String> expected = facts.stream()
                .collect(Collectors.toMap(
                        row -> row.getField("code"),
                        row -> row.getField("category").toUpperCase(Locale.ROOT) + " " + row.getField("disposition")
                                + " " + row.getField("scope").toUpperCase(Locale.ROOT)));

        Map<String, String> ours = GraphErrors.table().rules().stream()
                .filter(rule -> !rule.code().equals(GraphErrors.TOO_MANY_REQUESTS))
                .collect(Collectors.toMap(
                        ErrorRule::code, rule -> rule.category() + " " + rule.disposition() + " " + rule.scope()));

        assertThat(expected).hasSize(178).doesNotContainKeys("80009", "80014");
        expected.putAll(OF_CATALOGS);
        assertThat(ours).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void hasTheSameTitlesButForRemarksInBrackets() {
        Map<String, String> titles =
                GraphErrors.table().rules().stream().collect(Collectors.toMap(ErrorRule::code, ErrorRule::title));

        assertThat(facts)
                .allSatisfy(row -> assertThat(row.getField("title"))
                        .matches(Pattern.quote(titles.get(row.getField("code"))) + "( \\([^)]*\\))?"));
    }
}
