package dev.wakit.samples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.simulator.LedgerEntry;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Campaigns that several senders share. */
class PoolRoutesTest {

    private static final int PEOPLE = 60;
    private static final String META = """
            {"name": "order_update", "language": "en_US", "body": ["{{order}}", "on its way"]}""";
    private static final String TWILIO = """
            {"name": "order_update", "language": "en", "body": ["{{order}}", "on its way"]}""";

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
    void everyPersonGetsOneMessageFromOneOfTheSenders() {
        String senders = """
                {"provider": "india", "weight": 2}, {"provider": "india", "sender": "%s"}, {"provider": "twilio", "weight": 3}
                """.formatted(ThreeProviders.SECOND_SENDER);

        String id = created(create(senders, "\"contents\": {\"twilio\": {\"template\": " + TWILIO + "}},"));
        JsonNode campaign =
                server.await(id, now -> now.at("/progress/states/READ").asLong() == PEOPLE);

        assertThat(campaign.path("members"))
                .extracting(member -> member.path("provider").asText()
                        + " " + member.path("sender").asText()
                        + " " + member.path("weight").asInt()
                        + " " + member.path("state").asText())
                .containsExactlyInAnyOrder(
                        "india " + three.meta().phoneNumberId() + " 2 IN",
                        "india " + ThreeProviders.SECOND_SENDER + " 1 IN",
                        "twilio +14155550100 3 IN");
        assertThat(campaign.at("/contents/twilio/language").asText()).isEqualTo("en");
        assertThat(campaign.path("senders").asInt()).isEqualTo(3);
        List<LedgerEntry> meta = three.meta().ledger().accepted();
        List<LedgerEntry> twilio = three.twilio().ledger().accepted();
        assertThat(Stream.concat(meta.stream(), twilio.stream()).map(LedgerEntry::recipient))
                .doesNotHaveDuplicates()
                .hasSize(PEOPLE);
        assertThat(meta.stream().map(LedgerEntry::phoneNumberId).distinct())
                .containsExactlyInAnyOrder(three.meta().phoneNumberId(), ThreeProviders.SECOND_SENDER);
        assertThat(twilio).hasSizeBetween(PEOPLE / 4, PEOPLE * 3 / 4);
        JsonNode deliveries = server.json("/api/campaigns/" + id + "/deliveries?limit=" + PEOPLE)
                .path("deliveries");
        assertThat(deliveries)
                .filteredOn(delivery -> delivery.path("provider").asText().equals("twilio"))
                .hasSameSizeAs(twilio)
                .allMatch(delivery -> delivery.path("sender").asText().equals("+14155550100"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                             | senders               | 1 to 100",
                "{\"provider\": \"mars\"}                                     | senders[0].provider   | germany, india, twilio",
                "{\"provider\": \"india\"}, {\"sender\": \"1\"}               | senders[1].provider   | germany, india, twilio",
                "{\"provider\": \"india\", \"sender\": \"999\"}               | senders[0].sender     | 106540352242923",
                "{\"provider\": \"india\", \"weight\": 0}                     | senders[0].weight     | 1 to 1000",
                "{\"provider\": \"india\", \"weight\": 1001}                  | senders[0].weight     | 1 to 1000",
                "{\"provider\": \"india\"}, {\"provider\": \"india\"}         | senders               | twice",
                "null                                                         | senders               | provider and sender"
            })
    void aBadPoolIsRefusedWithTheFieldAndTheFix(String senders, String field, String fix) {
        refused(create(senders == null ? "" : senders, ""), field, fix);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"provider\": \"india\",                                          | provider          | exclude each other",
                "\"failoverAfter\": \"soon\",                                      | failoverAfter     | PT30S",
                "\"failoverAfter\": \"PT48H\",                                     | failoverAfter     | PT24H",
                "\"contents\": {\"germany\": {\"text\": \"Hello\"}},               | contents.germany  | india, twilio",
                "\"contents\": {\"twilio\": {}},                                   | contents.twilio.  | template",
                "\"contents\": {\"twilio\": {\"template\": {\"name\": \"a\"}}},    | contents.twilio.template.language | missing"
            })
    void whatDoesNotBelongToThePoolIsRefusedWithTheFieldAndTheFix(String more, String field, String fix) {
        refused(create("{\"provider\": \"india\"}, {\"provider\": \"twilio\"}", more), field, fix);
    }

    @Test
    void failoverNeedsSeveralSenders() {
        HttpResponse<String> answer = server.post(
                "/api/campaigns",
                "{\"name\": \"One\", \"provider\": \"india\", \"failoverAfter\": \"PT30S\", \"text\": \"Hello\","
                        + " \"recipients\": [{\"phone\": \"+919876504444\"}]}");

        refused(answer, "failoverAfter", "senders");
    }

    @Test
    void aTemplateThatOneOfTheProvidersDoesNotHaveIsToldBeforeAnythingIsSent() {
        HttpResponse<String> answer = create("{\"provider\": \"india\"}, {\"provider\": \"twilio\"}", "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(RunningServer.error(answer, "code")).isEqualTo("unknown_template");
    }

    private static void refused(HttpResponse<String> answer, String field, String fix) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(RunningServer.error(answer, "message")).contains("'" + field).contains(fix);
    }

    private static HttpResponse<String> create(String senders, String more) {
        String recipients = IntStream.range(0, PEOPLE)
                .mapToObj(i ->
                        "{\"phone\": \"+9198765" + (11_000 + i) + "\", \"variables\": {\"order\": \"A-" + i + "\"}}")
                .collect(Collectors.joining(","));
        return server.post(
                "/api/campaigns",
                "{\"name\": \"Shared\", \"launch\": true, " + more + " \"senders\": [" + senders + "], \"template\": "
                        + META + ", \"recipients\": [" + recipients + "]}");
    }

    private static String created(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return RunningServer.json(answer).at("/campaign/id").asText();
    }
}
