package dev.wakit.provider.meta.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.inbound.InboundEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damages real bodies by a seed: whatever comes in, parsing gives at least one event and never throws. */
class WebhookMutationTest {

    private static final int MUTATIONS_A_SEED = 2_000;
    private static final String TOKENS = "{}[]\",:\\0123456789-+.eEtfn \u0000\uD83Dä";

    private static final List<byte[]> BODIES = List.of(
                    Webhooks.messages("""
                            "contacts":[{"profile":{"name":"Sheena Nelson"},"wa_id":"16505551234","user_id":"US.13491208"}],
                            "messages":[{"from":"16505551234","id":"wamid.A","timestamp":"1750030073","type":"text",
                             "text":{"body":"\\u00e4 😀"},"context":{"from":"1","id":"wamid.B"}},
                             {"id":"wamid.C","type":"interactive","interactive":{"list_reply":{"id":"r","title":"t"}}}]"""),
                    Webhooks.messages("""
                            "statuses":[{"id":"wamid.A","status":"failed","timestamp":"1750030073","recipient_id":"16505551234",
                             "recipient_user_id":"US.13491208","biz_opaque_callback_data":"w1.a.1.t",
                             "errors":[{"code":131049,"title":"t","error_data":{"details":"d"}}]},
                             {"id":"wamid.B","status":"read","timestamp":"1750030074","recipient_type":"group"}]"""),
                    Webhooks.change("user_preferences", """
                            "user_preferences":[{"wa_id":"16505551234","user_id":"US.13491208",
                             "category":"marketing_messages","value":"stop","timestamp":1731705721}]"""),
                    Webhooks.change("account_update", "\"event\":\"DISABLED_UPDATE\""))
            .stream()
            .map(body -> body.getBytes(StandardCharsets.UTF_8))
            .toList();

    @ParameterizedTest
    @ValueSource(longs = {1, 20261121, 421})
    void survivesDamagedBodies(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < MUTATIONS_A_SEED; i++) {
            byte[] body = mutate(BODIES.get(random.nextInt(BODIES.size())), random);

            List<InboundEvent> events = Webhooks.parse(body);

            assertThat(events).as("seed %d, mutation %d", seed, i).isNotEmpty().doesNotContainNull();
        }
    }

    private static byte[] mutate(byte[] original, Random random) {
        byte[] body = original.clone();
        for (int change = random.nextInt(4); change >= 0; change--) {
            body = switch (random.nextInt(4)) {
                case 0 -> Arrays.copyOf(body, random.nextInt(body.length + 1));
                case 1 -> replace(body, random, (byte) random.nextInt(256));
                case 2 -> replace(body, random, (byte) TOKENS.charAt(random.nextInt(TOKENS.length())));
                default -> cutOut(body, random);
            };
        }
        return body;
    }

    private static byte[] replace(byte[] body, Random random, byte value) {
        if (body.length > 0) {
            body[random.nextInt(body.length)] = value;
        }
        return body;
    }

    private static byte[] cutOut(byte[] body, Random random) {
        int from = random.nextInt(body.length + 1);
        int to = from + random.nextInt(body.length - from + 1);
        byte[] rest = new byte[body.length - (to - from)];
        System.arraycopy(body, 0, rest, 0, from);
        System.arraycopy(body, to, rest, from, body.length - to);
        return rest;
    }
}
