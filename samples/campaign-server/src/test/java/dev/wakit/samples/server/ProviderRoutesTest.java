package dev.wakit.samples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.simulator.Ledger;
import dev.wakit.testkit.simulator.LedgerEntry;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server with providers of three BSPs. */
class ProviderRoutesTest {

    private static ThreeProviders three;
    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        three = new ThreeProviders(folder);
        server = three.server();
    }

    @AfterAll
    static void stop() {
        three.close();
    }

    @Test
    void listsEveryProviderWithItsKindAndUsualSender() {
        JsonNode providers = server.json("/api/providers").path("providers");

        assertThat(providers)
                .extracting(provider -> provider.path("id").asText()
                        + " " + provider.path("kind").asText()
                        + " " + provider.path("webhookPath").asText())
                .containsExactlyInAnyOrder(
                        "india meta /webhooks/india",
                        "twilio twilio /webhooks/twilio",
                        "germany 360dialog /webhooks/germany");
        assertThat(provider("india").path("defaultSender").asText())
                .isEqualTo(three.meta().phoneNumberId());
        assertThat(provider("twilio").path("senders").get(0).asText()).isEqualTo("+14155550100");
        assertThat(provider("india").path("simulated").asBoolean()).isTrue();
        assertThat(provider("india").path("credentials"))
                .extracting(setting -> setting.path("name").asText())
                .containsExactly("access-token");
    }

    @Test
    void showsNoSecretOnAnyPath() {
        for (String path : List.of(
                "/api/providers",
                "/api/providers/india",
                "/api/providers/twilio",
                "/api/providers/germany",
                "/api/providers/india/senders",
                "/api/settings",
                "/api/lanes",
                "/settings")) {
            HttpResponse<String> answer = server.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).doesNotContain("planted");
        }
    }

    @Test
    void looksAtTheBspWhenItIsAsked() {
        assertThat(check("india").path("state").asText()).isEqualTo("READY");
        three.twilio().senderStatus(three.twilio().sender(), "OFFLINE");
        try {
            JsonNode health = check("twilio");

            assertThat(health.path("state").asText()).isEqualTo("BLOCKED");
            assertThat(health.path("detail").asText()).contains("OFFLINE");
            assertThat(provider("twilio").at("/health/state").asText()).isEqualTo("BLOCKED");
        } finally {
            three.twilio().senderStatus(three.twilio().sender(), "ONLINE");
        }
        assertThat(check("twilio").path("state").asText()).isEqualTo("READY");
        assertThat(check("germany").path("state").asText()).isEqualTo("UNKNOWN");
    }

    @Test
    void listsTheSendersThatTheBspKnows() {
        assertThat(server.json("/api/providers/india/senders").path("senders"))
                .extracting(sender -> sender.path("id").asText())
                .containsExactly(three.meta().phoneNumberId(), ThreeProviders.SECOND_SENDER);
        assertThat(server.json("/api/providers/twilio/senders")
                        .path("senders")
                        .get(0)
                        .toString())
                .isEqualTo("{\"id\":\"+14155550100\",\"label\":\"+14155550100\",\"state\":\"ONLINE\"}");
    }

    @Test
    void aReplacedTokenIsUsedAtOnceAndAWrongOneIsSeen() {
        long version = provider("india").path("credentialsVersion").asLong();

        JsonNode blocked = replace("india", "{\"settings\": {\"access-token\": \"EAAGplantedwrong\"}}");
        JsonNode ready = replace(
                "india", "{\"settings\": {\"access-token\": \"" + three.meta().accessToken() + "\"}}");

        assertThat(blocked.at("/health/state").asText()).isEqualTo("BLOCKED");
        assertThat(blocked.toString()).doesNotContain("planted");
        assertThat(ready.at("/health/state").asText()).isEqualTo("READY");
        assertThat(ready.path("credentialsVersion").asLong()).isEqualTo(version + 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "india   | {}                                              | settings                 | access-token",
                "india   | {\"settings\": {}}                              | settings                 | access-token",
                "india   | {\"settings\": {\"access-token\": \" \"}}       | settings.access-token    | new value",
                "india   | {\"settings\": {\"app-secret\": \"planted\"}}   | settings.app-secret      | access-token",
                "india   | {\"settings\": {\"token\": \"planted\"}}        | settings.token           | access-token",
                "india   | {\"settings\": {\"access-token\": \"pl anted\"}} | india                   | another value",
                "twilio  | {\"settings\": {\"api-key-sid\": \"SKplanted\"}} | api-key-sid             | api-key-secret",
                "germany | {\"token\": \"planted\"}                        | token                    | settings"
            })
    void aBadReplacementIsRefusedWithTheFieldAndTheFix(String provider, String body, String field, String fix) {
        long version = provider(provider).path("credentialsVersion").asLong();

        HttpResponse<String> answer = server.put("/api/providers/" + provider + "/credentials", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(RunningServer.error(answer, "message"))
                .contains(field)
                .contains(fix)
                .doesNotContain("planted");
        assertThat(provider(provider).path("credentialsVersion").asLong()).isEqualTo(version);
    }

    @Test
    void aForeignPageReplacesNothing() {
        long version = provider("india").path("credentialsVersion").asLong();

        HttpResponse<String> answer = server.send(server.request("/api/providers/india/credentials")
                .header("Content-Type", "application/json")
                .header("Origin", "https://evil.example")
                .PUT(BodyPublishers.ofString("{\"settings\": {\"access-token\": \"EAAG\"}}")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(provider("india").path("credentialsVersion").asLong()).isEqualTo(version);
    }

    @Test
    void aMessagingServiceMaySendThoughNoListHasIt() {
        String body = campaign("twilio", "en", "+919876505555")
                .replace("\"provider\"", "\"sender\": \"" + three.twilio().messagingServiceSid() + "\", \"provider\"");

        String id = created(server.post("/api/campaigns", body));

        server.await(id, now -> now.at("/progress/states/READ").asLong() == 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/providers/mars", "/api/providers/mars/senders"})
    void anUnknownProviderIsToldWithThoseThatThereAre(String path) {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(RunningServer.error(answer, "message")).contains("'mars'").contains("germany, india, twilio");
    }

    @Test
    void templatesNameTheirProviderAndASilentOneHidesNoOther() {
        JsonNode all = server.json("/api/templates");

        assertThat(all.path("silent")).isEmpty();
        assertThat(all.path("templates"))
                .extracting(template -> template.path("provider").asText()
                        + " " + template.path("name").asText()
                        + " " + template.path("language").asText())
                .contains("india summer_sale en_US", "twilio summer_sale en", "germany summer_sale en_US");
        assertThat(server.json("/api/templates?provider=twilio").path("templates"))
                .allMatch(template -> template.path("provider").asText().equals("twilio"));
        assertThat(server.get("/api/templates?provider=mars").statusCode()).isEqualTo(400);

        three.twilio().outage(true);
        try {
            JsonNode rest = server.json("/api/templates");
            assertThat(rest.path("silent"))
                    .extracting(silent -> silent.path("provider").asText())
                    .containsExactly("twilio");
            assertThat(rest.path("templates")).isNotEmpty();
            assertThat(server.get("/api/templates?provider=twilio").statusCode())
                    .isEqualTo(502);
        } finally {
            three.twilio().outage(false);
        }
    }

    @ParameterizedTest
    @CsvSource({"india, en_US", "twilio, en", "germany, en_US"})
    void aCampaignRunsOverTheProviderThatItNamesAndItsWebhooksComeBack(String provider, String language) {
        String id = created(
                server.post("/api/campaigns", campaign(provider, language, "+919876501" + provider.length() + "11")));

        JsonNode campaign =
                server.await(id, now -> now.at("/progress/states/READ").asLong() == 1);

        assertThat(campaign.path("provider").asText()).isEqualTo(provider);
        assertThat(ledger(provider).accepted())
                .extracting(LedgerEntry::recipient)
                .contains("919876501" + provider.length() + "11");
    }

    @Test
    void aCampaignGoesByTheSenderThatItNames() {
        String body = campaign("india", "en_US", "+919876502222")
                .replace("\"provider\"", "\"sender\": \"" + ThreeProviders.SECOND_SENDER + "\", \"provider\"");

        String id = created(server.post("/api/campaigns", body));

        JsonNode campaign =
                server.await(id, now -> now.at("/progress/states/READ").asLong() == 1);
        assertThat(campaign.path("sender").asText()).isEqualTo(ThreeProviders.SECOND_SENDER);
        assertThat(three.meta().ledger().accepted())
                .filteredOn(entry -> entry.recipient().equals("919876502222"))
                .extracting(LedgerEntry::phoneNumberId)
                .containsExactly(ThreeProviders.SECOND_SENDER);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 'provider', 'germany, india, twilio'",
        "mars, '', 'provider', 'germany, india, twilio'",
        "india, 999, 'sender', 106540352242922",
        "twilio, +14155550199, 'sender', +14155550100",
        "germany, 999, 'sender', 106540352242922"
    })
    void aSenderThatNobodyHasIsRefusedWithTheFieldAndTheFix(String provider, String sender, String field, String fix) {
        String names = (provider.isEmpty() ? "" : "\"provider\": \"" + provider + "\", ")
                + (sender.isEmpty() ? "" : "\"sender\": \"" + sender + "\", ");
        List<HttpResponse<String>> answers = new ArrayList<>();
        answers.add(server.post(
                "/api/campaigns",
                "{\"name\": \"Wrong\", " + names
                        + "\"text\": \"Hello\", \"recipients\": [{\"phone\": \"+919876543210\"}]}"));
        answers.add(server.post("/api/messages", "{" + names + "\"to\": \"+919876543210\", \"text\": \"Hello\"}"));

        for (HttpResponse<String> answer : answers) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(RunningServer.error(answer, "message"))
                    .contains("'" + field + "'")
                    .contains(sender.isEmpty() ? provider : sender)
                    .contains(fix);
        }
    }

    @Test
    void aSingleMessageGoesOverTheProviderThatItNames() {
        HttpResponse<String> answer = server.post(
                "/api/messages",
                "{\"provider\": \"twilio\", \"to\": \"+919876503333\","
                        + " \"template\": {\"name\": \"order_update\", \"language\": \"en\", \"body\": [\"A-1\", \"here\"]}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);

        server.awaitMessage(
                "/api/messages/" + RunningServer.json(answer).path("id").asText(), "READ");

        assertThat(three.twilio().ledger().accepted())
                .extracting(LedgerEntry::recipient)
                .contains("919876503333");
    }

    private static Ledger ledger(String provider) {
        return switch (provider) {
            case "india" -> three.meta().ledger();
            case "twilio" -> three.twilio().ledger();
            default -> three.dialog360().ledger();
        };
    }

    private static JsonNode provider(String id) {
        return server.json("/api/providers/" + id).path("provider");
    }

    private static JsonNode check(String id) {
        return RunningServer.json(server.post("/api/providers/" + id + "/check", "{}"))
                .at("/provider/health");
    }

    private static JsonNode replace(String id, String body) {
        HttpResponse<String> answer = server.put("/api/providers/" + id + "/credentials", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningServer.json(answer).path("provider");
    }

    private static String campaign(String provider, String language, String phone) {
        return "{\"name\": \"Orders\", \"provider\": \"" + provider + "\", \"launch\": true,"
                + " \"template\": {\"name\": \"order_update\", \"language\": \"" + language
                + "\", \"body\": [\"A-1\", \"on its way\"]}, \"recipients\": [{\"phone\": \"" + phone + "\"}]}";
    }

    private static String created(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return RunningServer.json(answer).at("/campaign/id").asText();
    }
}
