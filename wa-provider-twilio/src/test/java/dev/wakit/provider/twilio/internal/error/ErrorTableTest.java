package dev.wakit.provider.twilio.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ErrorScope;
import dev.wakit.error.ProviderError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The table of error codes says what the facts say that it was made from. */
class ErrorTableTest {

    private static final String PROPERTY = "wakit.facts";
    private static final String FILE = "twilio-error-codes.csv";

    /** The facts name what an error is about more finely than we need to. */
    private static final Map<String, ErrorScope> SCOPES = Map.ofEntries(
            Map.entry("request", ErrorScope.REQUEST),
            Map.entry("message", ErrorScope.REQUEST),
            Map.entry("media", ErrorScope.REQUEST),
            Map.entry("media|webhook", ErrorScope.REQUEST),
            Map.entry("platform", ErrorScope.REQUEST),
            Map.entry("provider", ErrorScope.REQUEST),
            Map.entry("resource", ErrorScope.REQUEST),
            Map.entry("link", ErrorScope.REQUEST),
            Map.entry("sender-api", ErrorScope.REQUEST),
            Map.entry("recipient", ErrorScope.RECIPIENT),
            Map.entry("pair", ErrorScope.RECIPIENT),
            Map.entry("country", ErrorScope.RECIPIENT),
            Map.entry("carrier", ErrorScope.RECIPIENT),
            Map.entry("template", ErrorScope.TEMPLATE),
            Map.entry("content-api", ErrorScope.TEMPLATE),
            Map.entry("sender", ErrorScope.SENDER),
            Map.entry("service", ErrorScope.SENDER),
            Map.entry("account", ErrorScope.ACCOUNT),
            Map.entry("client", ErrorScope.ACCOUNT),
            Map.entry("waba", ErrorScope.ACCOUNT),
            Map.entry("portfolio", ErrorScope.ACCOUNT));

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
                                + " " + SCOPES.get(row.getField("scope"))));
        Function<String, String> ours = code -> {
            ErrorRule rule =
                    TwilioErrors.table().ruleFor(ProviderError.builder(code).build());
            return rule.category() + " " + rule.disposition() + " " + rule.scope();
        };

        assertThat(expected).hasSize(209);
        assertThat(expected.keySet().stream().collect(Collectors.toMap(code -> code, ours)))
                .containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(expected.keySet()).allMatch(TwilioErrors::isKnown);
    }

    @Test
    void hasTheSameTitles() {
        assertThat(facts)
                .allSatisfy(row -> assertThat(TwilioErrors.table()
                                .find(row.getField("code"))
                                .orElseThrow()
                                .title())
                        .isEqualTo(row.getField("title")));
    }

    @Test
    void hasAnAdviceOfItsOwnForEveryRow() {
        Map<String, String> notes =
                facts.stream().collect(Collectors.toMap(row -> row.getField("code"), row -> row.getField("notes")));

        assertThat(TwilioErrors.table().rules()).allSatisfy(rule -> {
            assertThat(rule.advice()).as(rule.code()).endsWith(".").hasSizeGreaterThan(20);
            assertThat(rule.advice()).isNotEqualTo(notes.get(rule.code()));
        });
    }
}
