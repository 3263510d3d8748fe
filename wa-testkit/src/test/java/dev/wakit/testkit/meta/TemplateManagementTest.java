package dev.wakit.testkit.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.SettableClock;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The template calls of the simulator as they look on the wire. */
class TemplateManagementTest {

    private static final String BODY = "[{\"type\":\"BODY\",\"text\":\"Good morning to all of you.\"}]";

    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-21T10:00:00Z"));
    private final Inbox inbox = new Inbox();
    private MetaSimulator simulator;
    private Client client;

    @BeforeEach
    void start() {
        start(Simulators.quick().templateReview(Duration.ofMillis(1)));
    }

    private void start(MetaSimulatorBuilder builder) {
        if (simulator != null) {
            simulator.close();
        }
        simulator = builder.clock(clock).webhooksTo(inbox.url()).start();
        client = new Client(simulator);
    }

    @AfterEach
    void close() {
        simulator.close();
        inbox.close();
    }

    @Test
    void announcesAnApprovalWithASignedWebhook() throws IOException {
        JsonNode created = create("greeting", "UTILITY", BODY).json();
        assertThat(created.path("status").asText()).isEqualTo("PENDING");

        awaitPosts(1);

        JsonNode body = inbox.received().get(0).json();
        assertThat(body.at("/entry/0/id").asText()).isEqualTo(simulator.wabaId());
        assertThat(body.at("/entry/0/time").asLong()).isEqualTo(clock.instant().getEpochSecond());
        assertThat(body.at("/entry/0/changes/0/field").asText()).isEqualTo("message_template_status_update");
        JsonNode value = inbox.received().get(0).value();
        assertThat(value.path("event").asText()).isEqualTo("APPROVED");
        assertThat(value.path("message_template_id").isIntegralNumber()).isTrue();
        assertThat(value.path("message_template_id").asText())
                .isEqualTo(created.path("id").asText());
        assertThat(value.path("message_template_name").asText()).isEqualTo("greeting");
        assertThat(value.path("message_template_category").asText()).isEqualTo("UTILITY");
        assertThat(inbox.received().get(0).signature()).startsWith("sha256=");
        assertThat(status("greeting")).isEqualTo("APPROVED");
    }

    @Test
    void announcesARefusalWithItsReason() throws IOException {
        create("sim_rejected_greeting", "UTILITY", BODY);

        awaitPosts(1);

        JsonNode value = inbox.received().get(0).value();
        assertThat(value.path("event").asText()).isEqualTo("REJECTED");
        assertThat(value.path("reason").asText()).isEqualTo("INVALID_FORMAT");
        assertThat(value.at("/rejection_info/recommendation").asText()).isNotEmpty();
    }

    @Test
    void leavesATemplateInReviewWhenItsNameAsksForIt() throws IOException {
        create("sim_in_review_greeting", "UTILITY", BODY);
        create("greeting", "UTILITY", BODY);
        awaitPosts(1);

        assertThat(status("sim_in_review_greeting")).isEqualTo("PENDING");
        String id = find("sim_in_review_greeting").path("id").asText();
        assertThat(subcode(client.post("/v25.0/" + id, "{\"components\":" + BODY + "}")))
                .isEqualTo(2388039);
    }

    @Test
    void asksTheReviewerOfTheTest() throws IOException {
        start(Simulators.quick()
                .templateReview(Duration.ofMillis(1))
                .templateReviewer(template ->
                        new TemplateReviewer.Verdict("REJECTED", "SCAM", SimulatedTemplate.Category.MARKETING)));

        assertThat(create("greeting", "UTILITY", BODY).json().path("category").asText())
                .isEqualTo("MARKETING");
        awaitPosts(1);
        assertThat(inbox.received().get(0).value().path("reason").asText()).isEqualTo("SCAM");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2388299|{{1}} is here for all of you.",
                "2388299|All of you are here with {{1}}",
                "2388072|This is {{2}} for all of you.",
                "2388293|a {{1}} {{2}} {{3}} b",
                "2388043|This is {{1}} for all of you.",
            })
    void refusesABodyWithMetasSubcode(int subcode, String text) throws IOException {
        Client.Answer answer = create("greeting", "UTILITY", "[{\"type\":\"BODY\",\"text\":\"" + text + "\"}]");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(100);
        assertThat(subcode(answer)).isEqualTo(subcode);
        assertThat(answer.json().at("/error/error_user_title").asText()).isNotEmpty();
        assertThat(answer.json().at("/error/error_user_msg").asText()).isNotEmpty();
    }

    @Test
    void refusesWhatIsTooLongOrMisplaced() throws IOException {
        String footer = "[{\"type\":\"BODY\",\"text\":\"Hello all\"},{\"type\":\"FOOTER\",\"text\":\"%s\"}]";
        String header =
                "[{\"type\":\"HEADER\",\"format\":\"TEXT\",\"text\":\"%s\"},{\"type\":\"BODY\",\"text\":\"Hello all\"}]";

        assertThat(subcode(create("greeting", "UTILITY", footer.formatted("a".repeat(61)))))
                .isEqualTo(2388040);
        assertThat(subcode(create("greeting", "UTILITY", footer.formatted("for {{1}}"))))
                .isEqualTo(2388073);
        assertThat(subcode(create("greeting", "UTILITY", header.formatted("*bold*"))))
                .isEqualTo(2388047);
        assertThat(subcode(create("greeting", "UTILITY", "[{\"type\":\"FOOTER\",\"text\":\"Hello\"}]")))
                .isEqualTo(2388043);
        assertThat(create("greeting", "OTHER", BODY).code()).isEqualTo(100);
        assertThat(create("Greeting", "UTILITY", BODY).code()).isEqualTo(100);
        assertThat(inbox.received()).isEmpty();
    }

    @Test
    void takesAHundredTemplatesAnHour() throws IOException {
        for (int i = 0; i < 100; i++) {
            assertThat(create("greeting_" + i, "UTILITY", BODY).status()).isEqualTo(200);
        }

        assertThat(subcode(create("greeting_100", "UTILITY", BODY))).isEqualTo(2388019);
        clock.advance(Duration.ofHours(1));
        assertThat(create("greeting_100", "UTILITY", BODY).status()).isEqualTo(200);
    }

    @Test
    void letsAnApprovedTemplateBeEditedOnceADayAndTenTimesInThirtyDays() throws IOException {
        create("greeting", "UTILITY", BODY);
        awaitStatus("greeting", "APPROVED");
        for (int i = 0; i < 10; i++) {
            assertThat(edit("greeting").status()).isEqualTo(200);
            awaitStatus("greeting", "APPROVED");
            assertThat(subcode(edit("greeting"))).isEqualTo(2388039);
            clock.advance(Duration.ofDays(1));
        }

        assertThat(subcode(edit("greeting"))).isEqualTo(2388039);
        clock.advance(Duration.ofDays(21));
        assertThat(edit("greeting").status()).isEqualTo(200);
    }

    @Test
    void blocksTheNameOfADeletedTemplateForThirtyDays() throws IOException {
        delete("?name=order_update");

        assertThat(subcode(create("order_update", "UTILITY", BODY))).isEqualTo(2388023);
        clock.advance(Duration.ofDays(30));
        assertThat(create("order_update", "UTILITY", BODY).status()).isEqualTo(200);
    }

    @Test
    void deletesNoDisabledTemplateAndNoneThatIsNotThere() throws IOException {
        simulator.templateStatus("hello_world", "en_US", "DISABLED", "DISABLED");

        assertThat(subcode(delete("?name=hello_world"))).isEqualTo(2388039);
        assertThat(subcode(delete("?name=no_such"))).isEqualTo(2593002);
        assertThat(client.template("+14155551234", "hello_world", "[]").code()).isEqualTo(132016);
    }

    @Test
    void announcesWhatIsChangedAtRunTime() throws IOException {
        simulator.templateStatus("hello_world", "en_US", "PAUSED", "FIRST_PAUSE");
        awaitPosts(1);
        simulator.templateQuality("hello_world", "en_US", "RED");
        awaitPosts(2);
        simulator.templateCategory("hello_world", "en_US", SimulatedTemplate.Category.MARKETING);
        awaitPosts(3);

        List<Inbox.Received> posts = inbox.received();
        assertThat(posts.get(0).value().at("/other_info/title").asText()).isEqualTo("FIRST_PAUSE");
        assertThat(posts.get(1).value().path("previous_quality_score").asText()).isEqualTo("GREEN");
        assertThat(posts.get(1).value().path("new_quality_score").asText()).isEqualTo("RED");
        assertThat(posts.get(2).json().at("/entry/0/changes/0/field").asText()).isEqualTo("template_category_update");
        assertThat(posts.get(2).value().path("previous_category").asText()).isEqualTo("UTILITY");
        assertThat(posts.get(2).value().path("new_category").asText()).isEqualTo("MARKETING");
        assertThat(client.template("+14155551234", "hello_world", "[]").code()).isEqualTo(132015);
        assertThatThrownBy(() -> simulator.templateQuality("no_such", "en_US", "RED"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isSteeredFromOutside() throws IOException {
        client.post(
                "/_simulator/template", "{\"name\":\"hello_world\",\"status\":\"PAUSED\",\"title\":\"SECOND_PAUSE\"}");
        client.post("/_simulator/template", "{\"name\":\"hello_world\",\"quality\":\"YELLOW\"}");

        assertThat(status("hello_world")).isEqualTo("PAUSED");
        assertThat(list("?name=hello_world&fields=quality_score")
                        .at("/data/0/quality_score/score")
                        .asText())
                .isEqualTo("YELLOW");
        assertThat(client.post("/_simulator/template", "{\"name\":\"hello_world\"}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post("/_simulator/template", "{\"name\":\"no_such\",\"status\":\"PAUSED\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void listsByQualityAndContentAndCounts() throws IOException {
        simulator.templateQuality("summer_sale", "en_US", "YELLOW");

        assertThat(list("?quality_score=YELLOW").path("data")).hasSize(1);
        assertThat(list("?content=SUMMER%20IS%20HERE").path("data")).hasSize(1);
        assertThat(list("?name_or_content=login_code").path("data")).hasSize(1);
        JsonNode summary = list("?status=PAUSED&summary=total_count,message_template_limit")
                .path("summary");
        assertThat(summary.path("total_count").asInt()).isEqualTo(1);
        assertThat(summary.path("message_template_limit").asInt()).isEqualTo(250);
        assertThat(summary.has("message_template_count")).isFalse();
    }

    @Test
    void hasTheArchiveOnThePathWithoutAVersion() throws IOException {
        String id = find("hello_world").path("id").asText();

        JsonNode answer = client.post(
                        "/" + simulator.wabaId() + "/message_templates/archive", "{\"hsm_ids\":\"" + id + ",17\"}")
                .json();

        assertThat(answer.at("/archived_templates/0").asText()).isEqualTo(id);
        assertThat(answer.at("/failed_templates/0").asText()).isEqualTo("17");
        assertThat(client.post("/v25.0/" + simulator.wabaId() + "/archive", "{}")
                        .status())
                .isEqualTo(400);
        assertThat(new Client(simulator)
                        .withToken("wrong")
                        .post("/" + simulator.wabaId() + "/message_templates/archive", "{}")
                        .code())
                .isEqualTo(190);
    }

    private Client.Answer create(String name, String category, String components) throws IOException {
        return client.post(
                "/v25.0/" + simulator.wabaId() + "/message_templates",
                "{\"name\":\"" + name + "\",\"language\":\"en_US\",\"category\":\"" + category + "\",\"components\":"
                        + components + "}");
    }

    private Client.Answer edit(String name) throws IOException {
        return client.post("/v25.0/" + find(name).path("id").asText(), "{\"components\":" + BODY + "}");
    }

    private Client.Answer delete(String query) throws IOException {
        String path = "/v25.0/" + simulator.wabaId() + "/message_templates" + query;
        return client.exchange("DELETE", path, "application/json", BodyPublishers.noBody());
    }

    private JsonNode list(String query) throws IOException {
        return client.get("/v25.0/" + simulator.wabaId() + "/message_templates" + query)
                .json();
    }

    private JsonNode find(String name) throws IOException {
        return list("?name=" + name).at("/data/0");
    }

    private String status(String name) {
        try {
            return find(name).path("status").asText();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int subcode(Client.Answer answer) {
        return answer.json().at("/error/error_subcode").asInt();
    }

    private void awaitStatus(String name, String status) {
        Simulators.await(() -> status(name).equals(status));
    }

    private void awaitPosts(int count) {
        Simulators.await(() -> inbox.received().size() >= count);
    }
}
