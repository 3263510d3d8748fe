package dev.wakit.provider.meta.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.conformance.OpenApiDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads every webhook example of Meta's OpenAPI document, if it is there. */
class SpecExamplesTest {

    private static JsonNode spec;

    @BeforeAll
    static void read() {
        spec = OpenApiDocument.require().at(JsonPointer.empty());
    }

    @Test
    void everyExampleOfTheWebhookIsTypedWithoutLoss() {
        JsonNode examples = spec.path("paths")
                .path("/whatsapp/webhooks")
                .at("/post/requestBody/content/application~1json/examples");

        assertThat(examples.size()).isGreaterThan(10);
        examples.properties().forEach(example -> {
            try {
                NothingIsLostTest.check(example.getValue().path("value"));
            } catch (AssertionError e) {
                throw new AssertionError(example.getKey() + ": " + e.getMessage(), e);
            }
        });
    }

    @Test
    void everyExampleOfAnIncomingMessageIsTypedWithoutLoss() {
        List<JsonNode> messages = incomingMessages(spec);

        assertThat(messages).hasSizeGreaterThan(5);
        for (JsonNode message : messages) {
            NothingIsLostTest.check(body(message));
        }
    }

    /** Each type of message that the document names has a reader, whether or not there is an example. */
    @Test
    void everyTypeOfIncomingMessageIsKnown() {
        JsonNode types = spec.at("/components/schemas/IncomingMessage/discriminator/mapping");

        assertThat(types.size()).isGreaterThan(10);
        types.fieldNames()
                .forEachRemaining(type -> assertThat(ContentReader.types()).contains(type));
    }

    /** Each field of a webhook that the document names has a reader. */
    @Test
    void everyFieldIsKnown() {
        JsonNode fields = spec.at("/components/schemas/Change/properties/field/enum");

        assertThat(fields).isNotEmpty();
        for (JsonNode field : fields) {
            assertThat(FieldReaders.fields()).contains(field.asText());
        }
    }

    private static List<JsonNode> incomingMessages(JsonNode document) {
        var messages = new ArrayList<JsonNode>();
        document.at("/components/schemas").forEach(schema -> {
            boolean incoming = schema.path("allOf")
                    .findValuesAsText("$ref")
                    .contains("#/components/schemas/BaseMessageProperties");
            JsonNode example = schema.at("/allOf/1/example");
            if (incoming && Set.of("from", "id", "timestamp", "type").stream().allMatch(example::has)) {
                messages.add(example);
            }
        });
        return messages;
    }

    private static JsonNode body(JsonNode message) {
        ObjectNode value = Json.object();
        value.putObject("metadata").put("phone_number_id", "106540352242922");
        value.putArray("messages").add(message);
        ObjectNode change = Json.object().put("field", "messages");
        change.set("value", value);
        return WebhookExamples.envelope(change);
    }
}
