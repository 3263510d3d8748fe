package dev.wakit.samples.server;

import static dev.wakit.samples.server.RunningServer.error;
import static dev.wakit.samples.server.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignRoutesTest {

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = RunningServer.in(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void listsTheNewestFirstInPages() {
        String older = server.create("Older", false, "+919876543210");
        String newer = server.create("Newer", false, "+919876543210");

        JsonNode first = server.json("/api/campaigns?limit=1");
        JsonNode second = server.json(
                "/api/campaigns?limit=1&before=" + first.path("next").asText());

        assertThat(first.at("/campaigns/0/id").asText()).isEqualTo(newer);
        assertThat(second.at("/campaigns/0/id").asText()).isEqualTo(older);
    }

    @Test
    void listsOnlyTheStatusesAskedFor() {
        server.create("A draft", false, "+919876543210");

        assertThat(server.json("/api/campaigns?status=DRAFT").path("campaigns"))
                .isNotEmpty()
                .allMatch(campaign -> campaign.path("status").asText().equals("DRAFT"));
        assertThat(server.json("/api/campaigns?status=FAILED,CANCELLED").path("campaigns"))
                .allMatch(campaign -> !campaign.path("status").asText().equals("DRAFT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=ASLEEP", "limit=0", "limit=201", "limit=many"})
    void refusesAListThatCannotBe(String query) {
        HttpResponse<String> answer = server.get("/api/campaigns?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error(answer, "message")).contains(query.substring(query.indexOf('=') + 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/campaigns/0HQ5W3K7T1ZXC",
                "/api/campaigns/nonsense",
                "/api/campaigns/..%2f..%2fetc",
                "/api/campaigns/0HQ5W3K7T1ZXC/deliveries",
                "/api/campaigns/0HQ5W3K7T1ZXC/events",
                "/api/nothing"
            })
    void doesNotFindWhatIsNotThere(String path) {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isIn(404, 400);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"launch", "pause", "resume", "cancel", "retry"})
    void doesNotSteerACampaignThatIsNotThere(String action) {
        HttpResponse<String> answer = server.post("/api/campaigns/0HQ5W3K7T1ZXC/" + action, "");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(error(answer, "code")).isEqualTo("not_found");
    }

    @Test
    void schedulesADraftAndCancelsIt() {
        String id = server.create("Scheduled", false, "+919876543210");

        HttpResponse<String> scheduled =
                server.post("/api/campaigns/" + id + "/schedule", "{\"startAt\": \"2099-01-01T00:00:00Z\"}");
        HttpResponse<String> past =
                server.post("/api/campaigns/" + id + "/schedule", "{\"startAt\": \"2020-01-01T00:00:00Z\"}");
        HttpResponse<String> cancelled = server.post("/api/campaigns/" + id + "/cancel", "");

        assertThat(json(scheduled).at("/campaign/status").asText()).isEqualTo("SCHEDULED");
        assertThat(past.statusCode()).isEqualTo(422);
        assertThat(json(cancelled).at("/campaign/status").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void changesTheRate() {
        String id = server.create("Slow", false, "+919876543210");

        HttpResponse<String> answer = patch(id, "{\"ratePerMinute\": 30}");

        assertThat(json(answer).at("/campaign/rate/perMinute").asDouble()).isEqualTo(30);
        assertThat(patch(id, "{\"ratePerMinute\": -1}").statusCode()).isEqualTo(400);
        assertThat(patch(id, "{}").statusCode()).isEqualTo(400);
        assertThat(patch("0HQ5W3K7T1ZXC", "{\"ratePerMinute\": 30}").statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<String> patch(String id, String body) {
        return server.send(server.request("/api/campaigns/" + id)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    @Test
    void pausesAndResumesARunningCampaign() {
        String id = server.create("Long", false, "+919876500001", "+919876500002", "+919876500003");
        patch(id, "{\"ratePerMinute\": 1}");
        server.post("/api/campaigns/" + id + "/launch", "");
        server.await(id, now -> now.path("status").asText().equals("RUNNING"));

        HttpResponse<String> paused = server.post("/api/campaigns/" + id + "/pause", "");
        HttpResponse<String> again = server.post("/api/campaigns/" + id + "/pause", "");
        HttpResponse<String> resumed = server.post("/api/campaigns/" + id + "/resume", "");

        assertThat(json(paused).at("/campaign/status").asText()).isEqualTo("PAUSED");
        assertThat(json(again).at("/campaign/status").asText())
                .as("a second pause")
                .isEqualTo("PAUSED");
        assertThat(json(resumed).at("/campaign/status").asText()).isEqualTo("RUNNING");
        assertThat(json(server.post("/api/campaigns/" + id + "/cancel", ""))
                        .at("/campaign/progress/states/CANCELLED")
                        .asInt())
                .isPositive();
    }

    @Test
    void refusesToResumeACompletedCampaign() {
        String id = server.create("Done", true, "+919876543210");
        server.awaitCompleted(id);

        HttpResponse<String> answer = server.post("/api/campaigns/" + id + "/resume", "");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(error(answer, "code")).isEqualTo("wrong_state");
        assertThat(error(answer, "message")).contains("COMPLETED").contains("resumed");
    }

    @Test
    void explainsFailuresAndSendsThemAgain() {
        String id = server.create("Undeliverable", true, "+919876540026");
        JsonNode failed =
                server.await(id, now -> now.at("/progress/states/FAILED").asInt() == 1);

        HttpResponse<String> retried = server.post("/api/campaigns/" + id + "/retry", "");

        assertThat(failed.at("/failures/0/code").asText()).isEqualTo("131026");
        assertThat(failed.at("/failures/0/title").asText()).isNotEmpty();
        assertThat(failed.at("/failures/0/advice").asText()).isNotEmpty();
        assertThat(failed.path("actions")).extracting(JsonNode::asText).contains("retry");
        assertThat(json(retried).path("retried").asInt()).isEqualTo(1);
    }

    @Test
    void sendsUnknownOnesAgainWhenSomebodySaysWhy() {
        String id = server.create("Unknown", true, "+919876540500");
        JsonNode unknown =
                server.await(id, now -> now.at("/progress/states/UNKNOWN").asInt() == 1);
        String delivery = server.json("/api/campaigns/" + id + "/deliveries")
                .at("/deliveries/0/id")
                .asText();
        String chosen = "{\"by\": \"Meera\", \"why\": \"asked by phone\", \"deliveries\": [\"" + delivery + "\"]}";

        HttpResponse<String> silent = server.post("/api/campaigns/" + id + "/resend-unknown", "{\"by\": \"Meera\"}");
        HttpResponse<String> resent = server.post("/api/campaigns/" + id + "/resend-unknown", chosen);
        HttpResponse<String> again = server.post("/api/campaigns/" + id + "/resend-unknown", chosen);

        assertThat(unknown.path("actions")).extracting(JsonNode::asText).contains("resend-unknown");
        assertThat(silent.statusCode()).isEqualTo(400);
        assertThat(json(resent).path("resent").asInt()).isEqualTo(1);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(error(again, "code")).isEqualTo("not_unknown");
        assertThat(error(again, "message")).contains(delivery);
    }

    @Test
    void takesUnknownOnesForFailed() {
        String id = server.create("Given up", true, "+919876540503");
        server.await(id, now -> now.at("/progress/states/UNKNOWN").asInt() == 1);
        String delivery = server.json("/api/campaigns/" + id + "/deliveries")
                .at("/deliveries/0/id")
                .asText();

        HttpResponse<String> failed = server.post(
                "/api/campaigns/" + id + "/fail-unknown",
                "{\"by\": \"Meera\", \"why\": \"called them\", \"deliveries\": [\"" + delivery + "\"]}");

        assertThat(json(failed).at("/campaign/progress/states/FAILED").asInt()).isEqualTo(1);
    }

    @Test
    void deletesADraftForGood() {
        String id = server.create("Gone", false, "+919876543210");

        HttpResponse<String> deleted = server.send(server.request("/api/campaigns/" + id)
                .header("X-WaKit-Request", "test")
                .DELETE());

        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(server.get("/api/campaigns/" + id).statusCode()).isEqualTo(404);
    }
}
