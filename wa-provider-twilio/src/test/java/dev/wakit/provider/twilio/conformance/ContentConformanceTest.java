package dev.wakit.provider.twilio.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.twilio.Requests;
import dev.wakit.provider.twilio.TwilioProvider;
import dev.wakit.provider.twilio.content.Content;
import dev.wakit.provider.twilio.content.ContentDraft;
import dev.wakit.provider.twilio.content.ContentSid;
import dev.wakit.provider.twilio.content.ContentType;
import dev.wakit.provider.twilio.content.TwilioContents;
import dev.wakit.provider.twilio.internal.content.Samples;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes to the Content API is what Twilio's OpenAPI document describes, for every type of Content. */
class ContentConformanceTest {

    private static final ContentSid SID = ContentSid.of(Requests.CONTENT);
    private static final String CONTENT = "{'sid':'" + Requests.CONTENT + "','types':{}}";

    private static TwilioDocument document;
    private static List<RecordedCall> calls;

    @BeforeAll
    static void record() throws Exception {
        document = TwilioDocument.require("twilio_content_v1.json");
        calls = new ArrayList<>();
        try (var server = new MockWebServer();
                var provider = recorded(server)) {
            TwilioContents contents = provider.contents();
            for (Map.Entry<String, ContentType> type : Samples.types().entrySet()) {
                ContentDraft draft = ContentDraft.builder("a", "en", type.getValue())
                        .variable("1", "x")
                        .build();
                record(server, type.getKey(), () -> contents.create(draft), CONTENT);
            }
            ContentDraft text =
                    ContentDraft.builder("a", "en", new ContentType.Text("Hi")).build();
            record(server, "replace", () -> contents.replace(SID, text), "{'whatsapp':{}}", CONTENT);
            record(server, "get", () -> contents.get(SID), CONTENT, "{'whatsapp':{}}");
            record(server, "page", () -> contents.page(50, "Page=1&PageToken=P"), "{'contents':[],'meta':{}}");
            record(server, "delete", () -> contents.delete(SID), "");
            record(
                    server,
                    "approval",
                    () -> contents.requestApproval(SID, TemplateName.of("a"), TemplateCategory.UTILITY),
                    "{}");
        }
    }

    private static TwilioProvider recorded(MockWebServer server) throws Exception {
        server.start();
        return Requests.provider(server).build();
    }

    private static void record(MockWebServer server, String name, Runnable act, String... answers) throws Exception {
        for (String answer : answers) {
            server.enqueue(Requests.json(200, answer));
        }
        act.run();
        for (int i = 0; i < answers.length; i++) {
            calls.add(RecordedCall.of(name, server.takeRequest()));
        }
    }

    @Test
    void everyCallIsAsTheDocumentSays() {
        assertThat(calls).hasSizeGreaterThan(20);
        assertThat(calls.stream()
                        .flatMap(call -> document.problems(call).stream().map(problem -> call.name() + ": " + problem)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text | /types/twilio~1text/body | 7",
                "text | /languages | \"en\"",
                "media | /types/twilio~1media/media | \"one\"",
                "quick-reply | /types/twilio~1quick-reply/actions/0/kind | \"X\"",
                "list-picker | /types/twilio~1list-picker/items | {}",
                "carousel | /types/twilio~1carousel/cards/0/media | []",
                "approval | /category | 1",
            })
    void aMistakeIsFound(String name, String place, String json) {
        RecordedCall call =
                calls.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
        JsonPointer pointer = JsonPointer.compile(place);
        JsonNode body = call.json().orElseThrow().deepCopy();
        ((ObjectNode) body.at(pointer.head()))
                .set(
                        pointer.last().getMatchingProperty(),
                        Json.parse(json.getBytes(StandardCharsets.UTF_8)).orElseThrow());

        assertThat(document.problems(call.withJson(body))).isNotEmpty();
    }

    @Test
    void everyExampleOfAListingIsUnderstood() throws Exception {
        Map<String, JsonNode> examples = document.examples("GET", "/v1/ContentAndApprovals", "200");

        var types = new ArrayList<ContentType>();
        try (var server = new MockWebServer();
                var provider = recorded(server)) {
            for (JsonNode example : examples.values()) {
                server.enqueue(
                        new MockResponse.Builder().body(example.toString()).build());

                List<Content> contents = provider.contents().page(1000, "").contents();

                assertThat(contents).hasSize(example.path("contents").size());
                contents.stream().map(Content::types).forEach(types::addAll);
            }
        }
        assertThat(types).isNotEmpty().noneMatch(ContentType.Other.class::isInstance);
    }
}
