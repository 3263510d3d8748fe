package dev.wakit.provider.meta.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.UnknownEvent;
import dev.wakit.provider.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Damages the examples by a seed: 10,000 bodies byte by byte, and 6,000 elements between two whole ones.
 * Nothing throws, whatever cannot be read is kept as text, and what stands beside it is read as if nothing had happened.
 */
class WebhookMutationTest {

    private static final int BODIES_A_SEED = 2_500;
    private static final int ELEMENTS_A_SEED = 1_000;
    private static final String TOKENS = "{}[]\",:\\0123456789-+.eEtfn \u0000\uD83D\u00e4";
    private static final List<String> STRANGE = List.of(
            "null",
            "true",
            "17",
            "-1",
            "1e999999",
            "\"\"",
            "\" \"",
            "[]",
            "{}",
            "[[]]",
            "\"\\u0000\"",
            "\"NaN\"",
            "{\"id\":{}}",
            "99999999999999999999",
            "\"" + "x".repeat(2_000) + "\"",
            "[null,17,{}]",
            "0.1",
            "\"\\ud83d\"");

    private static final List<WebhookExamples.Example> EXAMPLES = WebhookExamples.all();

    @ParameterizedTest
    @ValueSource(longs = {1, 20261121, 421, 7})
    void damagedAndTruncatedBodiesAreReadOrKept(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < BODIES_A_SEED; i++) {
            byte[] body = mutate(EXAMPLES.get(random.nextInt(EXAMPLES.size())).bytes(), random);

            List<InboundEvent> events = Webhooks.parse(body);

            assertThat(events).as("seed %d, mutation %d", seed, i).isNotEmpty().doesNotContainNull();
            if (Json.parse(body).isEmpty()) {
                assertThat(((UnknownEvent) events.get(0)).raw())
                        .as("seed %d, mutation %d", seed, i)
                        .isEqualTo(new String(body, StandardCharsets.UTF_8));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 20261122, 422, 8})
    void whatStandsBesideADamagedElementIsReadAsEver(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < ELEMENTS_A_SEED; i++) {
            Whole before = Whole.ALL.get(random.nextInt(Whole.ALL.size()));
            Whole after = Whole.ALL.get(random.nextInt(Whole.ALL.size()));
            JsonNode damaged = damage(
                    Whole.ALL.get(random.nextInt(Whole.ALL.size())).change().deepCopy(), random);

            List<InboundEvent> events = parse(before.change(), damaged, after.change());

            int rest = events.size() - after.events();
            assertThat(rest).as("seed %d, mutation %d", seed, i).isGreaterThan(before.events());
            assertThat(Described.of(events.subList(0, before.events())).values())
                    .isEqualTo(before.described());
            assertThat(Described.of(events.subList(rest, events.size())).values())
                    .isEqualTo(after.described());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 20261123})
    void elementsOfOneListSurviveADamagedOneBetweenThem(long seed) {
        var random = new Random(seed);
        ObjectNode change = (ObjectNode) WebhookExamples.named("messages/status-sent")
                .body()
                .at("/entry/0/changes/0")
                .deepCopy();
        var statuses = (ArrayNode) change.at("/value/statuses");
        JsonNode good = statuses.get(0);
        InboundEvent expected = parse(change).get(0);
        for (int i = 0; i < ELEMENTS_A_SEED; i++) {
            statuses.removeAll();
            statuses.add(good).add(damage(good.deepCopy(), random)).add(good);

            List<InboundEvent> events = parse(change);

            assertThat(events).as("seed %d, mutation %d", seed, i).hasSize(3);
            assertSame(List.of(events.get(0), events.get(2)), List.of(expected, expected));
        }
    }

    /** A change, and what it says as long as nobody damages it. */
    private record Whole(JsonNode change, int events, Map<String, String> described) {

        static final List<Whole> ALL = EXAMPLES.stream()
                .map(example -> example.body().at("/entry/0/changes/0"))
                .map(Whole::of)
                .toList();

        private static Whole of(JsonNode change) {
            List<InboundEvent> events = parse(change);
            return new Whole(change, events.size(), Described.of(events).values());
        }
    }

    private static List<InboundEvent> parse(JsonNode... changes) {
        return Webhooks.parse(Json.write(WebhookExamples.envelope(changes)));
    }

    private static void assertSame(List<InboundEvent> events, List<InboundEvent> expected) {
        assertThat(Described.of(events).values())
                .isEqualTo(Described.of(expected).values());
    }

    /** Replaces or removes some values anywhere inside. */
    private static JsonNode damage(JsonNode root, Random random) {
        for (int change = random.nextInt(3); change >= 0; change--) {
            var containers = new ArrayList<JsonNode>();
            collect(root, containers);
            JsonNode container = containers.get(random.nextInt(containers.size()));
            JsonNode strange = Json.parse(
                            STRANGE.get(random.nextInt(STRANGE.size())).getBytes(StandardCharsets.UTF_8))
                    .orElseThrow();
            if (container instanceof ObjectNode object) {
                var names = new ArrayList<String>();
                object.fieldNames().forEachRemaining(names::add);
                String name = names.get(random.nextInt(names.size()));
                if (random.nextBoolean()) {
                    object.set(name, strange);
                } else if (names.size() > 1) {
                    object.remove(name);
                }
            } else {
                ((ArrayNode) container).set(random.nextInt(container.size()), strange);
            }
        }
        return root;
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode() && !node.isEmpty()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
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
