package dev.wakit.samples.server;

import static dev.wakit.samples.server.RunningServer.error;
import static dev.wakit.samples.server.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageRoutesTest {

    private static final String PATH = "/api/messages";

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = RunningServer.in(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String body(String to, String text) {
        return "{\"to\": \"" + to + "\", \"text\": \"" + text
                + "\", \"category\": \"service\", \"priority\": \"urgent\"}";
    }

    private static HttpResponse<String> post(String key, String body) {
        return server.send(server.request(PATH)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private static JsonNode awaitState(String location, String state) {
        return server.awaitMessage(location, state);
    }

    @Test
    void sendsAMessageAndTellsWhatBecameOfIt() {
        HttpResponse<String> answer = server.post(PATH, body("098765 43210", "Hello"));

        assertThat(answer.statusCode()).isEqualTo(202);
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo(PATH + "/" + json(answer).path("id").asText());
        JsonNode message = awaitState(location, "READ");
        assertThat(message.path("phone").asText()).isEqualTo("+91•••••3210");
        assertThat(message.toString()).doesNotContain("Hello", "9876543210");
    }

    @Test
    void givesTheSameAnswerToARepeatedRequest() {
        HttpResponse<String> first = post("order-1", body("+919876543211", "Hello"));
        HttpResponse<String> second = post("order-1", body("098765 43211", "Hello"));

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void answers409WhenTheKeyBelongsToAnotherMessage() {
        post("order-2", body("+919876543212", "Hello"));

        HttpResponse<String> other = post("order-2", body("+919876543212", "Goodbye"));

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(error(other, "code")).isEqualTo("idempotency_conflict");
        assertThat(error(other, "message")).contains("'order-2'").doesNotContain("Hello", "Goodbye");
    }

    @Test
    void skipsWhatIsTooLate() {
        String late = "{\"to\": \"+919876543213\", \"text\": \"x\", \"sendBy\": \""
                + Instant.now().minusSeconds(5) + "\"}";

        HttpResponse<String> answer = server.post(PATH, late);

        JsonNode message = awaitState(PATH + "/" + json(answer).path("id").asText(), "SKIPPED");
        assertThat(message.path("skipReason").asText()).isEqualTo("TOO_LATE");
    }

    @Test
    void namesWhatCannotBeRead() {
        HttpResponse<String> number = server.post(PATH, body("12", "x"));
        HttpResponse<String> nothing = server.post(PATH, "{\"to\": \"+919876543214\"}");
        HttpResponse<String> priority =
                server.post(PATH, "{\"to\": \"+919876543214\", \"text\": \"x\", \"priority\": \"now\"}");
        HttpResponse<String> key = post("k".repeat(201), body("+919876543214", "x"));
        HttpResponse<String> code = server.post(
                PATH,
                "{\"to\": \"+919876543214\", \"template\": {\"name\": \"a\", \"language\": \"en\", \"code\": \"1 2\"}}");

        assertThat(number.statusCode()).isEqualTo(400);
        assertThat(error(number, "message")).contains("'to'");
        assertThat(error(nothing, "message")).contains("'template' or 'text'");
        assertThat(error(priority, "message")).contains("URGENT");
        assertThat(key.statusCode()).isEqualTo(400);
        assertThat(error(key, "message")).contains("1 to 200");
        assertThat(code.statusCode()).isEqualTo(422);
        assertThat(server.get(PATH + "/abc").statusCode()).isEqualTo(404);
        assertThat(server.get(PATH + "/12345").statusCode()).isEqualTo(404);
    }

    private String unknown(String to) {
        String id = json(server.post(PATH, body(to, "Hello"))).path("id").asText();
        awaitState(PATH + "/" + id, "UNKNOWN");
        return id;
    }

    private static String decision(String id) {
        return "{\"by\": \"Meera\", \"why\": \"asked by phone\", \"deliveries\": [\"" + id + "\"]}";
    }

    @Test
    void listsMessagesByStatePageByPage() {
        String first = unknown("+919876550500");
        String second = unknown("+919876550503");

        JsonNode page = server.json(PATH + "?state=unknown&limit=1");
        JsonNode rest = server.json(
                PATH + "?state=unknown&limit=50&after=" + page.path("next").asText());
        JsonNode one = server.json(PATH + "?number=098765%2050503");

        assertThat(page.path("messages")).hasSize(1);
        assertThat(page.at("/messages/0/state").asText()).isEqualTo("UNKNOWN");
        var listed = new ArrayList<String>();
        page.path("messages").forEach(message -> listed.add(message.path("id").asText()));
        rest.path("messages").forEach(message -> listed.add(message.path("id").asText()));
        assertThat(listed).contains(first, second).doesNotHaveDuplicates();
        assertThat(rest.has("next")).as("another page").isFalse();
        assertThat(one.path("messages")).hasSize(1);
        assertThat(one.at("/messages/0/id").asText()).isEqualTo(second);
        assertThat(one.toString()).doesNotContain("9876550503");
        assertThat(server.get(PATH + "?state=lost").statusCode()).isEqualTo(400);
        assertThat(server.get(PATH + "?limit=0").statusCode()).isEqualTo(400);
    }

    @Test
    void sendsAnUnknownMessageAgainWhenSomebodySaysWhy() {
        String id = unknown("+919876560500");

        HttpResponse<String> silent = server.post(PATH + "/resend-unknown", "{\"by\": \"Meera\"}");
        HttpResponse<String> resent = server.post(PATH + "/resend-unknown", decision(id));
        HttpResponse<String> again = server.post(PATH + "/resend-unknown", decision(id));

        assertThat(silent.statusCode()).isEqualTo(400);
        assertThat(json(resent).path("resent").asInt()).isEqualTo(1);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(error(again, "code")).isEqualTo("not_unknown");
        assertThat(error(again, "message")).contains(id);
        assertThat(server.json(PATH + "/" + id).path("timeline").toString())
                .contains("Sent again by Meera: asked by phone");
    }

    @Test
    void takesAnUnknownMessageForFailed() {
        String id = unknown("+919876570500");

        HttpResponse<String> failed = server.post(PATH + "/fail-unknown", decision(id));
        HttpResponse<String> unnamed =
                server.post(PATH + "/fail-unknown", "{\"by\": \"Meera\", \"why\": \"all of them\"}");

        assertThat(json(failed).path("failed").asInt()).isEqualTo(1);
        JsonNode message = server.json(PATH + "/" + id).path("message");
        assertThat(message.path("state").asText()).isEqualTo("FAILED");
        assertThat(message.path("errorText").asText()).contains("Meera", "asked by phone");
        assertThat(unnamed.statusCode()).isEqualTo(400);
        assertThat(error(unnamed, "message")).contains("'deliveries'");
    }

    @Test
    void anUnknownDeliveryOfACampaignIsNotDecidedAboutHere() {
        String campaign = server.create("Unknown of a campaign", true, "+919876580500");
        server.await(campaign, now -> now.at("/progress/states/UNKNOWN").asInt() == 1);
        String delivery = server.json("/api/campaigns/" + campaign + "/deliveries")
                .at("/deliveries/0/id")
                .asText();

        assertThat(server.post(PATH + "/resend-unknown", decision(delivery)).statusCode())
                .isEqualTo(409);
        assertThat(server.json(PATH + "?state=UNKNOWN").toString()).doesNotContain(delivery);
    }

    @Test
    void aDeliveryOfACampaignIsNoMessage() {
        String campaign = server.create("One", true, "+919876543299");
        server.awaitCompleted(campaign);
        String delivery = server.json("/api/campaigns/" + campaign + "/deliveries")
                .at("/deliveries/0/id")
                .asText();

        assertThat(server.get(PATH + "/" + delivery).statusCode()).isEqualTo(404);
        assertThat(server.json("/api/campaigns").path("campaigns"))
                .extracting(one -> one.path("name").asText())
                .allMatch(name -> !name.startsWith("Single sends"));
    }
}
