package dev.wakit.testkit.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers of the simulator against Twilio's OpenAPI documents. */
class OpenApiConformanceTest {

    private static final String CONTENT =
            "{\"friendly_name\":\"order\",\"language\":\"en\",\"variables\":{\"1\":\"Ann\"},"
                    + "\"types\":{\"twilio/text\":{\"body\":\"Hi {{1}}, here it is.\"}}}";

    private final TwilioSimulator simulator = TwilioSimulators.quick().start();
    private final TwilioClient client = new TwilioClient(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void messagesAreAsDeclared() throws IOException {
        OpenApi api = OpenApi.require("twilio_api_v2010.json");
        String path = client.messages() + ".json";
        TwilioClient.Answer created = client.text("+14155550026");
        TwilioClient.Answer media = client.text("+14155551234", "MediaUrl", "https://a.example/1.png");
        TwilioClient.Answer service = client.create(TwilioClient.form(
                "To",
                "whatsapp:+14155551235",
                "MessagingServiceSid",
                simulator.messagingServiceSid(),
                "Body",
                "x",
                "ScheduleType",
                "fixed",
                "SendAt",
                Instant.now().plusSeconds(3600).toString()));
        simulator.customerWrites("+14155551234", "Hello");
        simulator.awaitQuiet(TwilioSimulators.SOON);

        assertThat(api.missing("api.v2010.account.message", created.json())).isEmpty();
        assertThat(api.problems("POST", path, created)).isEmpty();
        assertThat(api.problems("POST", path, media)).isEmpty();
        assertThat(api.problems("POST", path, service)).isEmpty();
        assertThat(api.problems("GET", path, client.get(path + "?PageSize=2"))).isEmpty();
        String one = client.messages() + "/" + created.sid() + ".json";
        assertThat(api.problems("GET", one, client.get(one))).isEmpty();
        String scheduled = client.messages() + "/" + service.sid() + ".json";
        assertThat(api.problems("POST", scheduled, client.post(scheduled, "Status=canceled")))
                .isEmpty();
        String feedback = client.messages() + "/" + created.sid() + "/Feedback.json";
        assertThat(api.problems("POST", feedback, client.post(feedback, "Outcome=confirmed")))
                .isEmpty();
        assertThat(api.problems("DELETE", one, client.delete(one))).isEmpty();
    }

    @Test
    void contentsAreAsDeclared() throws IOException {
        OpenApi api = OpenApi.require("twilio_content_v1.json");
        TwilioClient.Answer created = client.post("/v1/Content", CONTENT);
        String path = "/v1/Content/" + created.sid();
        String approval = path + "/ApprovalRequests";

        assertThat(api.missing("content.v1.content", created.json())).isEmpty();
        assertThat(api.problems("POST", "/v1/Content", created)).isEmpty();
        assertThat(api.problems("PUT", path, client.put(path, CONTENT))).isEmpty();
        assertThat(api.problems("GET", path, client.get(path))).isEmpty();
        assertThat(api.problems("GET", "/v1/Content", client.get("/v1/Content?PageSize=2")))
                .isEmpty();
        TwilioClient.Answer submitted =
                client.post(approval + "/whatsapp", "{\"name\":\"order\",\"category\":\"UTILITY\"}");
        assertThat(api.missing("content.v1.content.approval_create", submitted.json()))
                .isEmpty();
        assertThat(api.problems("POST", approval + "/whatsapp", submitted)).isEmpty();
        TwilioClient.Answer fetched = client.get(approval);
        assertThat(api.missing("content.v1.content.approval_fetch", fetched.json()))
                .isEmpty();
        assertThat(api.problems("GET", approval, fetched)).isEmpty();
        TwilioClient.Answer list = client.get("/v1/ContentAndApprovals?PageSize=3&Page=1");
        assertThat(api.missing("content.v1.content_and_approvals", list.json().at("/contents/0")))
                .isEmpty();
        assertThat(api.problems("GET", "/v1/ContentAndApprovals", list)).isEmpty();
        assertThat(api.problems("GET", "/v1/LegacyContent", client.get("/v1/LegacyContent")))
                .isEmpty();
        assertThat(api.problems("DELETE", path, client.delete(path))).isEmpty();
    }

    @Test
    void listsOfVersion2AreAsDeclared() throws IOException {
        OpenApi api = OpenApi.require("twilio_content_v2.json");
        String filters = "?Language=en&ContentType=twilio/text&ChannelEligibility=whatsapp:approved&PageSize=1";

        assertThat(api.problems("GET", "/v2/Content", client.get("/v2/Content" + filters)))
                .isEmpty();
        assertThat(api.problems("GET", "/v2/ContentAndApprovals", client.get("/v2/ContentAndApprovals" + filters)))
                .isEmpty();
    }

    @Test
    void aWrongAnswerWouldBeNoticed() throws IOException {
        OpenApi api = OpenApi.require("twilio_api_v2010.json");
        String path = client.messages() + ".json";
        ObjectNode wrong = (ObjectNode) client.text("+14155551234").json();
        wrong.put("status", "on its way").put("sid", "XX1").put("invented", 1);

        assertThat(api.problems("POST", path, new TwilioClient.Answer(201, wrong.toString())))
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(api.problems("POST", path, new TwilioClient.Answer(200, wrong.toString())))
                .hasSize(1);
    }
}
