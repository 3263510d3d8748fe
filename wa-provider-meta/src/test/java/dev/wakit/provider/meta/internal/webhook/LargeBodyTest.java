package dev.wakit.provider.meta.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.StatusChanged;
import dev.wakit.inbound.UnknownEvent;
import dev.wakit.provider.http.Json;
import dev.wakit.webhook.SignatureCheck;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The largest bodies that Meta posts: 1,000 updates and 3 MB. */
class LargeBodyTest {

    private static final int UPDATES = 1_000;
    private static final int BYTES = 3_000_000;

    /** Less than a second on two busy cores; a reader that looks through all contacts for each status takes far longer. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Test
    @Timeout(60)
    void aThousandStatusesOf3MegabytesAreCheckedAndReadInNoTime() throws Exception {
        byte[] body = body(UPDATES, BYTES);
        assertThat(body.length).isBetween(BYTES, Json.MAX_BYTES);
        var request = Webhooks.post(body, Map.of("X-Hub-Signature-256", Webhooks.sign(body, Webhooks.OLD_SECRET)));
        MetaWebhooks codec = Webhooks.codec();

        long begun = System.nanoTime();
        SignatureCheck check = codec.verify(request);
        List<InboundEvent> events = codec.parse(request);
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(check).isEqualTo(SignatureCheck.VALID);
        assertThat(events).hasSize(UPDATES).allSatisfy(event -> {
            assertThat(event).isInstanceOf(StatusChanged.class);
            assertThat(((StatusChanged) event).person().name()).startsWith("Person ");
        });
        assertThat(taken).isLessThan(LIMIT);
    }

    @Test
    void aBodyAboveTheLimitIsKeptAsOneUnknownEvent() {
        byte[] body = body(UPDATES, Json.MAX_BYTES + 1);

        assertThat(Webhooks.parse(body)).singleElement().isInstanceOf(UnknownEvent.class);
    }

    /** Each status has a contact of its own, as in a busy hour. */
    private static byte[] body(int updates, int bytes) {
        JsonNode example = WebhookExamples.named("messages/status-sent").body().at("/entry/0/changes/0");
        ObjectNode change = example.deepCopy();
        var value = (ObjectNode) change.path("value");
        JsonNode status = example.at("/value/statuses/0");
        ArrayNode statuses = value.putArray("statuses");
        ArrayNode contacts = value.putArray("contacts");
        for (int i = 0; i < updates; i++) {
            String waId = Long.toString(16505000000L + i);
            ObjectNode one = status.deepCopy();
            one.put("id", "wamid.OUT" + i).put("recipient_id", waId).put("future_field", "x".repeat(bytes / updates));
            one.remove(List.of("recipient_user_id", "recipient_parent_user_id"));
            statuses.add(one);
            contacts.addObject().put("wa_id", waId).putObject("profile").put("name", "Person " + i);
        }
        return Json.write(WebhookExamples.envelope(change));
    }
}
