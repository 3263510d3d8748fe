package dev.wakit.samples.server;

import static dev.wakit.samples.server.RunningServer.ORDER_UPDATE;
import static dev.wakit.samples.server.RunningServer.error;
import static dev.wakit.samples.server.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateCampaignTest {

    private static final String ONE_PERSON =
            "\"recipients\": [{\"phone\": \"+919876543210\", \"variables\": {\"order\": \"A-1\"}}]";

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
    void makesADraftFromJson() {
        HttpResponse<String> answer = server.post(
                "/api/campaigns",
                "{\"name\": \"Örders\", " + ORDER_UPDATE + ", \"ratePerMinute\": 120, " + ONE_PERSON + "}");

        JsonNode campaign = json(answer).path("campaign");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/api/campaigns/" + campaign.path("id").asText());
        assertThat(campaign.path("name").asText()).isEqualTo("Örders");
        assertThat(campaign.path("status").asText()).isEqualTo("DRAFT");
        assertThat(campaign.at("/rate/perSecond").asDouble()).isEqualTo(2);
        assertThat(campaign.at("/content/body/0").asText()).isEqualTo("{{order}}");
        assertThat(campaign.path("actions")).extracting(JsonNode::asText).contains("launch", "delete");
    }

    @Test
    void makesAScheduledCampaign() {
        HttpResponse<String> answer = server.post(
                "/api/campaigns",
                "{\"name\": \"Later\", " + ORDER_UPDATE + ", \"startAt\": \"2099-01-01T10:00:00+05:30\", " + ONE_PERSON
                        + "}");

        assertThat(json(answer).at("/campaign/status").asText()).isEqualTo("SCHEDULED");
        assertThat(json(answer).at("/campaign/startAt").asText()).isEqualTo("2099-01-01T04:30:00Z");
    }

    @Test
    void runsACampaignFromACsvFileToItsEnd() {
        String csv = """
                name,phone,order
                "Müller, Jürgen",+4915112345678,A-1
                प्रिया वर्मा,098765 43210,A-2
                Somebody again,+91 98765 43210,A-3
                Broken, row, with, too many fields
                No number,n/a,A-4
                Nothing to say,+14155550123,
                """;

        HttpResponse<String> answer = server.upload(
                "{\"name\": \"From a file\", " + ORDER_UPDATE + ", \"defaultRegion\": \"IN\", \"launch\": true}", csv);
        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode done = server.await(
                json(answer).at("/campaign/id").asText(),
                now -> now.at("/progress/read").asInt() == 2
                        && now.path("status").asText().equals("COMPLETED"));

        assertThat(done.at("/progress/states/SKIPPED").asInt()).isEqualTo(4);
        assertThat(done.path("skipped"))
                .extracting(skip -> skip.path("reason").asText())
                .containsExactlyInAnyOrder("UNREADABLE_ROW", "DUPLICATE", "INVALID_NUMBER", "MISSING_VARIABLE");
        assertThat(done.at("/unreadableRows/0/line").asInt()).isEqualTo(5);
        assertThat(done.at("/audience/rows").asInt()).isEqualTo(6);
    }

    @Test
    void refusesAnUploadAboveTheLimitAndNamesIt() {
        HttpResponse<String> answer = server.upload(
                "{\"name\": \"Big\", " + ORDER_UPDATE + "}", "phone\n" + "+919876543210\n".repeat(400_000));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("connection")).contains("close");
        assertThat(error(answer, "message")).contains("5 MB");
    }

    @Test
    void refusesAnUploadAboveTheLimitThatHidesItsSize() {
        byte[] form =
                ("--test-boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.csv\"\r\n\r\nphone\n"
                                + "+919876543210\n".repeat(400_000) + "\r\n--test-boundary--\r\n")
                        .getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> answer = server.send(
                server.form().POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(form))));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(error(answer, "message")).contains("5 MB");
    }

    @Test
    void refusesAnUnknownFieldByName() {
        HttpResponse<String> answer = server.post(
                "/api/campaigns", "{\"name\": \"x\", \"owner\": \"me\", " + ORDER_UPDATE + ", " + ONE_PERSON + "}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error(answer, "code")).isEqualTo("invalid_request");
        assertThat(error(answer, "message")).contains("'owner'").contains("recipients");
    }

    @Test
    void refusesAnUnknownFieldInsideByItsPath() {
        HttpResponse<String> answer = server.post(
                "/api/campaigns",
                "{\"name\": \"x\", " + ORDER_UPDATE + ", \"recipients\": [{\"phone\": \"1\", \"mail\": \"x\"}]}");

        assertThat(error(answer, "message")).contains("'recipients[0].mail'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                              | not valid JSON",
                "{\"name\": 5, \"text\": \"x\", \"recipients\": []} | 'name'",
                "{\"ratePerMinute\": \"5\"}                       | 'ratePerMinute'",
                "{\"name\": \"x\", \"name\": \"y\"}                 | not valid JSON",
                "[]                                             | ",
                "null                                           | no JSON object",
                "{\"text\": \"x\", \"recipients\": []}              | 'name' is missing",
                "{\"name\": \"x\", \"text\": \"x\"}                 | 'recipients' is missing",
                "{\"name\": \"x\", \"text\": \"x\", \"recipients\": [null]} | empty entry",
                "{\"name\": \"x\", \"recipients\": []}              | either 'template' or 'text'",
                "{\"name\": \"x\", \"text\": \"x\", \"recipients\": [], \"startAt\": \"tomorrow\"} | 'startAt' is 'tomorrow'",
                "{\"name\": \"x\", \"text\": \"x\", \"recipients\": [], \"ratePerMinute\": 0} | 'ratePerMinute'",
                "{\"name\": \"x\", \"text\": \"x\", \"recipients\": [], \"window\": {\"from\": \"9\", \"to\": \"21:00\", \"zone\": \"UTC\"}} | such as 09:00",
                "{\"name\": \"x\", \"text\": \"x\", \"recipients\": [], \"window\": {\"from\": \"09:00\", \"to\": \"21:00\", \"zone\": \"India\"}} | 'window.zone'",
                "{\"name\": \"x\", \"text\": \"x\", \"recipients\": [], \"defaultRegion\": \"India\"} | 'defaultRegion'",
                "{\"name\": \"x\", \"text\": \"x\", \"recipients\": [], \"launch\": true, \"startAt\": \"2099-01-01T00:00:00Z\"} | exclude",
            })
    void refusesWhatItCannotReadAndSaysWhere(String body, String complaint) {
        HttpResponse<String> answer = server.post("/api/campaigns", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error(answer, "message")).contains(complaint == null ? "" : complaint);
        assertThat(error(answer, "reference")).isNotEmpty();
    }

    @Test
    void holdsACampaignOutsideItsHoursAndSaysUntilWhen() {
        String never = LocalTime.now(ZoneOffset.UTC)
                .minusHours(2)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        String past = LocalTime.now(ZoneOffset.UTC)
                .minusHours(1)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        HttpResponse<String> answer = server.post(
                "/api/campaigns",
                "{\"name\": \"Hours\", \"launch\": true, \"window\": {\"from\": \"" + never + "\", \"to\": \"" + past
                        + "\", \"zone\": \"UTC\"}, " + ORDER_UPDATE + ", " + ONE_PERSON + "}");
        String id = json(answer).at("/campaign/id").asText();

        JsonNode held =
                server.await(id, now -> now.at("/holds/0/layer").asText().equals("WINDOW"));

        assertThat(held.at("/holds/0/reason").asText()).contains("closed");
        assertThat(held.at("/holds/0/until").asText()).isNotEmpty();
        assertThat(held.at("/progress/sent").asLong()).isZero();
    }

    @Test
    void refusesAnUnknownTemplate() {
        HttpResponse<String> answer = server.post(
                "/api/campaigns",
                "{\"name\": \"x\", \"template\": {\"name\": \"no_such\", \"language\": \"en_US\"}, " + ONE_PERSON
                        + "}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(error(answer, "code")).isEqualTo("unknown_template");
        assertThat(error(answer, "message")).contains("no_such");
    }

    @Test
    void refusesATemplateThatIsPaused() {
        HttpResponse<String> answer = server.post(
                "/api/campaigns",
                "{\"name\": \"x\", \"template\": {\"name\": \"winter_clearance\", \"language\": \"en_US\", \"body\": [\"x\"]}, "
                        + ONE_PERSON + "}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(error(answer, "code")).isEqualTo("template_not_sendable");
    }

    @Test
    void refusesAVariableThatNoRowHas() {
        HttpResponse<String> answer =
                server.upload("{\"name\": \"x\", " + ORDER_UPDATE + "}", "phone,city\n+919876543210,Pune\n");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(error(answer, "code")).isEqualTo("unknown_variable");
        assertThat(error(answer, "message")).contains("order");
    }

    @Test
    void refusesAStartInThePast() {
        HttpResponse<String> answer = server.post(
                "/api/campaigns",
                "{\"name\": \"x\", " + ORDER_UPDATE + ", \"startAt\": \"2020-01-01T00:00:00Z\", " + ONE_PERSON + "}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(error(answer, "code")).isEqualTo("time_in_the_past");
    }

    @Test
    void refusesAnEmptyAudience() {
        HttpResponse<String> answer =
                server.post("/api/campaigns", "{\"name\": \"x\", " + ORDER_UPDATE + ", \"recipients\": []}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(error(answer, "code")).isEqualTo("empty_audience");
    }

    @Test
    void refusesAFormWithoutItsParts() {
        HttpResponse<String> answer = server.send(
                server.form()
                        .POST(
                                BodyPublishers.ofString(
                                        "--test-boundary\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\ny\r\n--test-boundary--\r\n")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error(answer, "message")).contains("'file'");
    }

    @Test
    void refusesABrokenForm() {
        HttpResponse<String> answer = server.send(server.form().POST(BodyPublishers.ofString("this is no form")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("connection")).contains("close");
    }

    @Test
    void refusesOtherKindsOfBody() {
        HttpResponse<String> answer = server.send(server.request("/api/campaigns")
                .header("Content-Type", "text/plain")
                .header("X-WaKit-Request", "test")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void endsAConnectionWhoseBodyItDidNotRead() throws IOException {
        String withheld = "POST /api/campaigns HTTP/1.1\r\nHost: localhost\r\nX-WaKit-Request: test\r\n"
                + "Content-Type: text/plain\r\nContent-Length: 1000\r\n\r\nonly this";
        try (var socket = new Socket("127.0.0.1", server.url("/").getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(withheld.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 415").containsIgnoringCase("Connection: close");
        }
    }
}
