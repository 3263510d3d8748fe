package dev.wakit.samples.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRoutesTest {

    private static final int SCRIPT_BUDGET = 200_000;
    private static final Pattern IMPORT = Pattern.compile("from '([^']+)'");

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = RunningServer.in(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/campaigns, Campaigns",
        "/campaigns/new, New campaign",
        "/campaigns/0HQ5W3K7T1ZXC, Campaign",
        "/messages, Messages",
        "/templates, Templates",
        "/products, Products",
        "/orders, Orders",
        "/settings, Settings"
    })
    void showsAPageWithItsHeadingBeforeAnyScript(String path, String heading) {
        HttpResponse<String> page = server.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<h1 dir=\"auto\">" + heading + "</h1>")
                .contains("aria-current=\"page\"")
                .contains("No real message leaves this computer")
                .doesNotContain("{{")
                .doesNotContain("<style")
                .doesNotContain(" style=")
                .doesNotContain("onclick");
    }

    @Test
    void leadsToTheCampaigns() {
        HttpResponse<String> answer = server.get("/");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/campaigns");
    }

    @Test
    void tellsAPersonThatAPageIsNotThere() {
        HttpResponse<String> answer = server.send(server.request("/nowhere").header("Accept", "text/html"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no such page");
    }

    @Test
    void servesEveryModuleThatAnotherOneImports() throws Exception {
        for (Path module : assets(".js")) {
            var imports = IMPORT.matcher(Files.readString(module));
            while (imports.find()) {
                String path = imports.group(1).replaceFirst("^\\./", "/assets/");
                HttpResponse<String> answer = server.get(path);
                assertThat(answer.statusCode())
                        .as(module.getFileName() + " imports " + path)
                        .isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .contains("javascript");
            }
        }
    }

    @Test
    void keepsAllScriptsSmall() throws Exception {
        long own =
                assets(".js").stream().mapToLong(file -> file.toFile().length()).sum();
        long library = server.get("/webjars/lit-html/3.3.1/lit-html.js").body().length();

        assertThat(own + library).isLessThan(SCRIPT_BUDGET);
    }

    /** The browser must neither show a secret while it is typed nor offer to keep it. */
    @Test
    void typesSecretsInFieldsThatHideThem() throws Exception {
        String module = Files.readString(assets("/providers.js").get(0));

        assertThat(module)
                .contains("type=${setting.secret ? 'password' : 'text'}")
                .contains("autocomplete=\"off\"")
                .contains("form.reset()");
        for (Path other : assets(".js")) {
            assertThat(Files.readString(other)).as(other.toString()).doesNotContain("localStorage", "sessionStorage");
        }
    }

    @Test
    void namesRealProvidersOnEveryPage(@TempDir Path folder) {
        Map<String, String> real = Map.of(
                "WAKIT_PROVIDER__INDIA__KIND", "meta",
                "WAKIT_PROVIDER__INDIA__ACCESS_TOKEN", "planted",
                "WAKIT_PROVIDER__INDIA__PHONE_NUMBER_ID", "106540352242922",
                "WAKIT_PROVIDER__INDIA__APP_SECRET", "planted",
                "WAKIT_PROVIDER__INDIA__BASE_URL", "https://graph.invalid",
                "WAKIT_PROVIDER__INDIA__CONNECT_TIMEOUT", "1s");
        try (var sending = RunningServer.in(folder, real)) {
            assertThat(sending.get("/campaigns").body())
                    .contains("<strong>india</strong>Messages are real.")
                    .doesNotContain("No real message")
                    .doesNotContain("planted");
        }
    }

    /** Browsers compile it with the flag v, in which a brace of a class must be escaped; else the field takes anything. */
    @Test
    void givesBrowsersPatternsThatTheyCanRead() throws Exception {
        for (Path module : assets(".js")) {
            assertThat(Files.readString(module)).as(module.toString()).doesNotContain("pattern=\"[^{}]");
        }
        assertThat(Files.readString(assets("/template-fields.js").get(0))).contains("pattern=\"[^\\\\{\\\\}]*\"");
    }

    @Test
    void letsNoTextBecomeMarkup() throws Exception {
        for (Path module : assets(".js")) {
            assertThat(Files.readString(module))
                    .as(module.toString())
                    .doesNotContain("innerHTML")
                    .doesNotContain("unsafeHTML")
                    .doesNotContain("insertAdjacentHTML")
                    .doesNotContain("document.write")
                    .doesNotContain("eval(");
        }
    }

    private static List<Path> assets(String ending) throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(PageRoutesTest.class.getResource("/dashboard/assets"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
