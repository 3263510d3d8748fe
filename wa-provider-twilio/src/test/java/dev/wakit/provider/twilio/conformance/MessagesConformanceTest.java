package dev.wakit.provider.twilio.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.message.MessageId;
import dev.wakit.message.TextMessage;
import dev.wakit.provider.LookupRequest;
import dev.wakit.provider.SendOutcome.Accepted;
import dev.wakit.provider.twilio.Requests;
import dev.wakit.provider.twilio.TwilioProvider;
import dev.wakit.provider.twilio.internal.message.FormExamples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes to the Messages API is what Twilio's OpenAPI document describes. */
class MessagesConformanceTest {

    private static final String MESSAGES = "/2010-04-01/Accounts/" + Requests.ACCOUNT + "/Messages.json";

    private static TwilioDocument document;
    private static List<RecordedCall> calls;

    @BeforeAll
    static void record() throws Exception {
        document = TwilioDocument.require("twilio_api_v2010.json");
        calls = new ArrayList<>();
        try (var server = new MockWebServer();
                var provider = recorded(server)) {
            for (Map.Entry<String, FormExamples.Example> example :
                    FormExamples.all().entrySet()) {
                server.enqueue(new MockResponse.Builder().body("{}").build());
                post(server, example.getValue().form());
                calls.add(RecordedCall.of(example.getKey(), server.takeRequest()));
            }
            server.enqueue(Requests.json(201, "{'sid':'" + Requests.MESSAGE + "'}"));
            provider.send(Requests.text()).toCompletableFuture().join();
            calls.add(RecordedCall.of("provider", server.takeRequest()));
            server.enqueue(Requests.json(200, "{'messages':[],'next_page_uri':'/x?Page=1&PageToken=P'}"));
            server.enqueue(Requests.json(200, "{'messages':[],'next_page_uri':null}"));
            provider.lookup()
                    .orElseThrow()
                    .find(new LookupRequest(
                            provider.defaultSender(),
                            Requests.PERSON,
                            Instant.EPOCH,
                            Instant.EPOCH,
                            TextMessage.of("Hi"),
                            "ref"));
            calls.add(RecordedCall.of("lookup", server.takeRequest()));
            calls.add(RecordedCall.of("lookup-page", server.takeRequest()));
            server.enqueue(Requests.json(200, "{}"));
            provider.cancelScheduled(MessageId.of(Requests.MESSAGE));
            calls.add(RecordedCall.of("cancel", server.takeRequest()));
        }
    }

    private static TwilioProvider recorded(MockWebServer server) throws Exception {
        server.start();
        return Requests.provider(server).build();
    }

    private static void post(MockWebServer server, List<Map.Entry<String, String>> form) throws Exception {
        var body = new FormBody.Builder();
        form.forEach(field -> body.add(field.getKey(), field.getValue()));
        var request = new Request.Builder()
                .url(server.url(MESSAGES))
                .post(body.build())
                .build();
        new OkHttpClient().newCall(request).execute().close();
    }

    @Test
    void everyCallIsAsTheDocumentSays() {
        assertThat(calls).hasSizeGreaterThan(15);
        assertThat(calls.stream()
                        .flatMap(call -> document.problems(call).stream().map(problem -> call.name() + ": " + problem)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "text,Recipient,+1",
        "template,ContentSid,HX1",
        "full,ValidityPeriod,long",
        "full,ScheduleType,sometimes",
        "full,ContentRetention,forget",
        "full,MessagingServiceSid,MG1",
        "text,To,twice"
    })
    void aMistakeIsFound(String name, String field, String value) {
        RecordedCall call =
                calls.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
        var form = new ArrayList<>(call.form());
        boolean again = value.equals("twice");
        form.removeIf(it -> it.getKey().equals(field) && !again);
        form.add(Map.entry(field, value));

        assertThat(document.problems(call.withForm(form))).isNotEmpty();
    }

    @Test
    void everyExampleOfAnAcceptedMessageIsUnderstood() throws Exception {
        Map<String, JsonNode> examples = document.examples("POST", MESSAGES, "201");

        assertThat(examples).isNotEmpty();
        try (var server = new MockWebServer();
                var provider = recorded(server)) {
            for (JsonNode example : examples.values()) {
                server.enqueue(new MockResponse.Builder()
                        .code(201)
                        .body(example.toString())
                        .build());

                assertThat(provider.send(Requests.text()).toCompletableFuture().join())
                        .isInstanceOf(Accepted.class);
            }
        }
    }
}
