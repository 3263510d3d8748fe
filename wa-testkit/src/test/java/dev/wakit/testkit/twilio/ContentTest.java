package dev.wakit.testkit.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {

    private static final String TEXT = "\"types\":{\"twilio/text\":{\"body\":\"Hi {{1}}, your order is here.\"}}";

    private final TwilioSimulator simulator = TwilioSimulators.quick().start();
    private final TwilioClient client = new TwilioClient(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void aContentIsCreatedFetchedChangedAndDeleted() throws IOException {
        JsonNode created = create("order").json();
        String path = "/v1/Content/" + created.path("sid").asText();
        assertThat(created.path("sid").asText()).matches("HX[0-9a-f]{32}");
        assertThat(created.at("/variables/1").asText()).isEqualTo("Ann");
        assertThat(created.path("url").asText()).isEqualTo(simulator.baseUrl() + path);
        assertThat(client.get(path).json()).isEqualTo(created);

        TwilioClient.Answer changed =
                client.put(path, "{\"types\":{\"twilio/text\":{\"body\":\"Hello {{1}} again\"}}}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().at("/types/twilio~1text/body").asText()).isEqualTo("Hello {{1}} again");
        assertThat(changed.text("friendly_name")).isEqualTo("order");

        assertThat(client.delete(path).status()).isEqualTo(204);
        assertThat(client.get(path).code()).isEqualTo(20404);
        assertThat(client.delete(path).status()).isEqualTo(404);
        assertThat(client.put(path, "{" + TEXT + "}").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "92001|{\"language\":\"en\"}",
                "92001|{\"language\":\"en\",\"types\":{}}",
                "92003|{\"types\":{\"twilio/text\":{\"body\":\"x\"}}}",
                "92004|{\"language\":\"English\",\"types\":{\"twilio/text\":{\"body\":\"x\"}}}",
                "92008|{\"language\":\"en\",\"types\":{\"twilio/hologram\":{\"body\":\"x\"}}}",
                "20422|{\"language\":\"en\",\"types\":{\"twilio/text\":{}}}",
                "20422|{\"language\":\"en\",\"types\":{\"twilio/quick-reply\":{\"body\":\"x\"}}}",
                "92003|not json"
            })
    void aWrongContentIsRefusedWithItsCode(int code, String json) throws IOException {
        TwilioClient.Answer answer = client.post("/v1/Content", json);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void thereAreAtMost100VariablesAndTenItems() throws IOException {
        StringBuilder variables = new StringBuilder("\"0\":\"x\"");
        StringBuilder items = new StringBuilder("{\"id\":\"0\",\"item\":\"x\"}");
        for (int i = 1; i <= 100; i++) {
            variables.append(",\"").append(i).append("\":\"x\"");
            items.append(",{\"id\":\"").append(i).append("\",\"item\":\"x\"}");
        }

        assertThat(client.post("/v1/Content", "{\"language\":\"en\",\"variables\":{" + variables + "}," + TEXT + "}")
                        .code())
                .isEqualTo(92002);
        assertThat(client.post(
                                "/v1/Content",
                                "{\"language\":\"en\",\"types\":{\"twilio/list-picker\":{\"body\":\"x\",\"button\":\"b\","
                                        + "\"items\":[" + items + "]}}}")
                        .code())
                .isEqualTo(20422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/Content", "/v1/ContentAndApprovals", "/v2/Content", "/v2/ContentAndApprovals"})
    void everyListHasPages(String path) throws IOException {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            created.add(create("made_" + i).sid());
        }
        List<String> listed = new ArrayList<>();
        String next = path + "?PageSize=2";
        while (!next.isEmpty()) {
            JsonNode page = client.follow(next).json();
            assertThat(page.at("/meta/key").asText()).isEqualTo("contents");
            assertThat(page.path("contents").size()).isBetween(1, 2);
            page.path("contents").forEach(content -> {
                listed.add(content.path("sid").asText());
                assertThat(content.has("approval_requests")).isEqualTo(path.endsWith("Approvals"));
            });
            next = page.at("/meta/next_page_url").asText("");
        }

        assertThat(listed).doesNotHaveDuplicates().hasSize(9).endsWith(created.toArray(String[]::new));
    }

    @Test
    void version2Filters() throws IOException {
        create("order_one");
        client.post("/v1/Content", "{\"friendly_name\":\"order_two\",\"language\":\"pt_BR\"," + TEXT + "}");

        assertThat(names("ContentName=%5Eorder_")).containsExactly("order_update", "order_one", "order_two");
        assertThat(names("Language=pt_BR")).containsExactly("order_two");
        assertThat(names("Language=pt_BR&Language=en&ContentName=order_%5Ba-z%5D*$"))
                .containsExactly("order_update", "order_one", "order_two");
        assertThat(names("ContentType=twilio/quick-reply")).containsExactly("summer_sale");
        assertThat(names("ChannelEligibility=whatsapp:approved"))
                .containsExactly("hello_world", "order_update", "summer_sale");
        assertThat(names("Content=never%20handed")).containsExactly("draft_note");
        assertThat(names("DateCreatedAfter=2999-01-01T00:00:00Z")).isEmpty();
        assertThat(names("SortByContentName=desc&PageSize=2")).containsExactly("summer_sale", "order_update");
        assertThat(names("SortByDate=desc&PageSize=1")).containsExactly("order_two");
        assertThat(client.get("/v2/Content?ContentName=%5B").status()).isEqualTo(400);
    }

    @Test
    void thereIsNoLegacyContent() throws IOException {
        assertThat(client.get("/v1/LegacyContent").json().path("contents")).isEmpty();
    }

    @Test
    void anApprovedContentCanBeSent() throws IOException {
        String sid = create("order").sid();
        assertThat(status(sid)).isEqualTo("unsubmitted");

        TwilioClient.Answer submitted = submit(sid, "order_v1", "UTILITY");
        assertThat(submitted.status()).isEqualTo(201);
        assertThat(submitted.text("status")).isEqualTo("received");
        assertThat(submitted.text("content_type")).isEqualTo("twilio/text");
        assertThat(decided(sid)).isEqualTo("approved");
        assertThat(approval(sid).path("category").asText()).isEqualTo("UTILITY");

        String message = client.content("+14155551234", sid, "ContentVariables", "{\"1\":\"Bea\"}")
                .sid();
        simulator.awaitQuiet(TwilioSimulators.SOON);
        assertThat(client.fetch(message).text("status")).isEqualTo("read");
        assertThat(client.fetch(message).text("body")).isEqualTo("Hi Bea, your order is here.");
    }

    @Test
    void theReviewerLooksAtTheName() throws IOException {
        String rejected = create("a").sid();
        String marketing = create("b").sid();
        String inReview = create("c").sid();
        submit(rejected, "x_sim_rejected", "UTILITY");
        submit(marketing, "x_sim_marketing", "UTILITY");
        submit(inReview, "x_sim_in_review", "UTILITY");

        assertThat(decided(rejected)).isEqualTo("rejected");
        assertThat(approval(rejected).path("rejection_reason").asText()).isEqualTo("INVALID_FORMAT");
        assertThat(decided(marketing)).isEqualTo("approved");
        assertThat(approval(marketing).path("category").asText()).isEqualTo("MARKETING");
        assertThat(status(inReview)).isEqualTo("pending");
    }

    @Test
    void aBodyMayNotBeginOrEndWithAVariable() throws IOException {
        String sid = client.post(
                        "/v1/Content",
                        "{\"language\":\"en\",\"types\":{\"twilio/text\":{\"body\":\"Hello dear {{1}}\"}}}")
                .sid();
        submit(sid, "ends", "UTILITY");

        assertThat(decided(sid)).isEqualTo("rejected");
        assertThat(approval(sid).path("rejection_reason").asText()).contains("start or end");
    }

    @Test
    void anotherReviewerMayDecide() throws IOException {
        try (TwilioSimulator strict = TwilioSimulators.quick()
                .contentReviewer(request -> new ContentReviewer.Verdict("rejected", request.body(), request.category()))
                .start()) {
            TwilioClient other = new TwilioClient(strict);
            String sid = other.post("/v1/Content", "{\"language\":\"en\"," + TEXT + "}")
                    .sid();
            other.post(
                    "/v1/Content/" + sid + "/ApprovalRequests/whatsapp", "{\"name\":\"n\",\"category\":\"UTILITY\"}");

            assertThat(decided(other, sid)).isEqualTo("rejected");
        }
    }

    @Test
    void aContentThatWasHandedInIsNotChangedOrHandedInAgain() throws IOException {
        try (TwilioSimulator slow =
                TwilioSimulators.quick().contentReview(Duration.ofHours(1)).start()) {
            TwilioClient other = new TwilioClient(slow);
            String sid = other.post("/v1/Content", "{\"language\":\"en\"," + TEXT + "}")
                    .sid();
            String request = "{\"name\":\"n\",\"category\":\"UTILITY\"}";
            String path = "/v1/Content/" + sid;
            other.post(path + "/ApprovalRequests/whatsapp", request);

            assertThat(status(other, sid)).isEqualTo("pending");
            assertThat(other.post(path + "/ApprovalRequests/whatsapp", request).code())
                    .isEqualTo(92009);
            assertThat(other.put(path, "{" + TEXT + "}").code()).isEqualTo(92009);
        }
    }

    @Test
    void wrongApprovalRequestsAreRefused() throws IOException {
        String sid = create("order").sid();

        assertThat(submit(sid, "Order V1", "UTILITY").code()).isEqualTo(20422);
        assertThat(submit(sid, "order_v1", "NEWS").code()).isEqualTo(20422);
        assertThat(submit("HX00000000000000000000000000000000", "n", "UTILITY").code())
                .isEqualTo(20404);
        String place = client.post(
                        "/v1/Content",
                        "{\"language\":\"en\",\"types\":{\"twilio/location\":{\"latitude\":1,\"longitude\":2}}}")
                .sid();
        assertThat(submit(place, "place", "UTILITY").code()).isEqualTo(92008);
    }

    @Test
    void sendersAreListedWithStatusAndLimit() throws IOException {
        try (TwilioSimulator two = TwilioSimulators.quick()
                .senders(List.of("+14155550100", "whatsapp:+14155550101"))
                .start()) {
            two.senderStatus("whatsapp:+14155550101", "OFFLINE");
            two.qualityRating("MEDIUM");
            two.messagingLimit("1K Customers/24hr");
            TwilioClient other = new TwilioClient(two);
            JsonNode senders =
                    other.get("/v2/Channels/Senders?Channel=whatsapp").json().path("senders");

            assertThat(senders.at("/0/sender_id").asText()).isEqualTo("whatsapp:+14155550100");
            assertThat(senders.at("/0/status").asText()).isEqualTo("ONLINE");
            assertThat(senders.at("/1/status").asText()).isEqualTo("OFFLINE");
            assertThat(senders.at("/0/sid").asText()).matches("XE[0-9a-f]{32}");
            assertThat(senders.at("/0/properties/quality_rating").asText()).isEqualTo("MEDIUM");
            assertThat(senders.at("/0/properties/messaging_limit").asText()).isEqualTo("1K Customers/24hr");
            assertThat(other.get("/v2/Channels/Senders").status()).isEqualTo(400);
            assertThat(other.get("/v2/Channels/Senders?Channel=whatsapp&PageSize=1")
                            .json()
                            .path("senders"))
                    .hasSize(1);
        }
    }

    private TwilioClient.Answer create(String name) throws IOException {
        TwilioClient.Answer answer = client.post(
                "/v1/Content",
                "{\"friendly_name\":\"" + name + "\",\"language\":\"en\",\"variables\":{\"1\":\"Ann\"}," + TEXT + "}");
        assertThat(answer.status()).isEqualTo(201);
        return answer;
    }

    private TwilioClient.Answer submit(String sid, String name, String category) throws IOException {
        return client.post(
                "/v1/Content/" + sid + "/ApprovalRequests/whatsapp",
                "{\"name\":\"" + name + "\",\"category\":\"" + category + "\"}");
    }

    private JsonNode approval(String sid) throws IOException {
        return client.get("/v1/Content/" + sid + "/ApprovalRequests").json().path("whatsapp");
    }

    private String status(String sid) throws IOException {
        return status(client, sid);
    }

    private static String status(TwilioClient client, String sid) throws IOException {
        return client.get("/v1/Content/" + sid + "/ApprovalRequests")
                .json()
                .at("/whatsapp/status")
                .asText();
    }

    private String decided(String sid) throws IOException {
        return decided(client, sid);
    }

    /** Asks until the review is over. */
    private static String decided(TwilioClient client, String sid) throws IOException {
        long deadline = System.nanoTime() + TwilioSimulators.SOON.toNanos();
        String status = status(client, sid);
        while (status.equals("pending") && System.nanoTime() < deadline) {
            status = status(client, sid);
        }
        return status;
    }

    private List<String> names(String query) throws IOException {
        List<String> names = new ArrayList<>();
        client.get("/v2/ContentAndApprovals?" + query)
                .json()
                .path("contents")
                .forEach(content -> names.add(content.path("friendly_name").asText()));
        return names;
    }
}
