package dev.wakit.provider.meta.internal.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.address.SenderId;
import dev.wakit.message.MessageId;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendOutcome.Accepted;
import dev.wakit.provider.SendOutcome.Rejected;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.http.HttpAnswer;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.provider.meta.Requests;
import dev.wakit.provider.meta.conformance.Correction;
import dev.wakit.provider.meta.conformance.OpenApiDocument;
import dev.wakit.provider.meta.conformance.RecordedCall;
import dev.wakit.provider.meta.internal.http.SendAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire for every example of a send is what Meta's OpenAPI document describes. */
class SendConformanceTest {

    private static final List<Correction> CORRECTIONS = Correction.read("sending.yaml");
    private static final SenderId SENDER = SenderId.of(Requests.SENDER);
    private static final MessageId RECEIVED = MessageId.of("wamid.HBgLMTY1");

    private static OpenApiDocument asWritten;
    private static OpenApiDocument corrected;
    private static List<RecordedCall> calls;

    @BeforeAll
    static void record() throws Exception {
        asWritten = OpenApiDocument.require();
        corrected = asWritten.with(CORRECTIONS);
        calls = new ArrayList<>();
        try (var server = new MockWebServer()) {
            server.start();
            try (MetaProvider plain = Examples.provider(Requests.provider(server));
                    MetaProvider ofAccount = Examples.providerOfAccount(Requests.provider(server))) {
                for (Map.Entry<String, SendRequest> example : Examples.all().entrySet()) {
                    MetaProvider provider = example.getKey().equals("envelope-full") ? ofAccount : plain;
                    record(
                            server,
                            example.getKey(),
                            () -> provider.send(example.getValue())
                                    .toCompletableFuture()
                                    .join());
                }
                record(server, "receipt-read", () -> plain.markRead(SENDER, RECEIVED));
                record(server, "receipt-typing", () -> plain.showTyping(SENDER, RECEIVED));
            }
        }
    }

    private static void record(MockWebServer server, String name, Runnable act) throws InterruptedException {
        server.enqueue(new MockResponse.Builder().body("{}").build());
        act.run();
        calls.add(RecordedCall.of(name, server.takeRequest()));
    }

    @Test
    void everyCallIsAsTheCorrectedDocumentSays() {
        assertThat(calls)
                .hasSizeGreaterThan(60)
                .allSatisfy(call -> assertThat(corrected.problems(call)).isEmpty());
    }

    @Test
    void bothEdgesAreCompared() {
        assertThat(calls)
                .extracting(RecordedCall::path)
                .containsOnly(
                        "/v25.0/" + Requests.SENDER + "/messages", "/v25.0/" + Requests.SENDER + "/marketing_messages");
    }

    @Test
    void everyCorrectionIsStillNeeded() {
        assertThat(asWritten.unneeded(CORRECTIONS, calls)).isEmpty();
        assertThat(CORRECTIONS).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text | /text/body | 7",
                "text | /tex | {}",
                "text | /type | \"hologram\"",
                "image-id | /image/id | 12",
                "contacts | /contacts/0/nickname | \"x\"",
                "interactive-list | /interactive/action/sections | []",
                "interactive-media-carousel | /interactive/action/cards/0/card_index | \"0\"",
                "template-buttons | /template/components/0/index | 0",
                "template-marketing | /product_policy | \"SOMETIMES\"",
                "receipt-typing | /typing_indicator/type | \"audio\"",
            })
    void aMistakeIsFound(String name, String place, String json) {
        RecordedCall call =
                calls.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
        JsonPointer pointer = JsonPointer.compile(place);
        JsonNode body = call.body().deepCopy();
        ((ObjectNode) body.at(pointer.head()))
                .set(
                        pointer.last().getMatchingProperty(),
                        Json.parse(json.getBytes()).orElseThrow());

        assertThat(corrected.problems(call.withBody(body))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "marketing_messages"})
    void everyExampleOfAnAnswerIsUnderstood(String edge) {
        JsonNode responses = asWritten.responses("/{Version}/{Phone-Number-ID}/" + edge, "post");

        for (Map.Entry<String, JsonNode> status : responses.properties()) {
            asWritten.examples(status.getValue()).forEach((name, body) -> {
                // The answer to a read receipt stands among those to messages.
                if (!name.equals("Send typing indicator and read receipt")) {
                    assertThat(classify(status.getKey(), body))
                            .as(status.getKey() + " " + name)
                            .isInstanceOf(status.getKey().equals("200") ? Accepted.class : Rejected.class);
                }
            });
        }
        assertThat(asWritten.examples(responses.path("200"))).isNotEmpty();
    }

    @Test
    void everyStatusOfAnAcceptedMessageIsKnown() {
        List<String> words = new ArrayList<>();
        asWritten
                .at(JsonPointer.compile("/components/schemas/MessageStatus/enum"))
                .forEach(it -> words.add(it.asText()));

        assertThat(words).containsExactlyInAnyOrder("accepted", "held_for_quality_assessment", "paused");
    }

    private static SendOutcome classify(String status, JsonNode body) {
        return SendAnswers.classify(HttpAnswer.Response.of(Integer.parseInt(status), Json.write(body)));
    }
}
