package dev.wakit.provider.meta.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessageReceived;
import dev.wakit.inbound.UnknownEvent;
import dev.wakit.inbound.content.InboundContent;
import dev.wakit.inbound.content.UnknownContent;
import dev.wakit.provider.http.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The round trip of every example: each single value of the JSON is found again in the typed events, and changing it in the JSON
 * changes them. A value that is not is on a list below, with the reason.
 */
class NothingIsLostTest {

    /** Values that decide which type an event has, or mean a value of another form: changing them must show, finding them need not. */
    static final Map<String, String> TRANSLATED = Map.of(
            "object", "decides that it is a WhatsApp webhook",
            "messages/type", "a system message is an event of its own type",
            "value/event", "a price tier is an event of its own type",
            "user_preferences/category", "only marketing messages are typed",
            "user_preferences/value", "stop is false, resume is true, signup is an event of its own type",
            "interactive/call_permission_reply/response", "accept is true",
            "errors/error_data/details", "part of the error's detail",
            "errors/message", "part of the error's detail");

    /** Values that typed events leave out on purpose; a suffix of the path. */
    static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("value/messaging_product", "always whatsapp"),
            Map.entry("entry/time", "where an element has a time of its own"),
            Map.entry("interactive/type", "the field beside it names the kind of answer"),
            Map.entry(
                    "errors/title",
                    "the title of our own table stands for it, in the same words for answers and webhooks"),
            Map.entry("errors/href", "a link to Meta's page about the code"),
            Map.entry("value/contacts/wa_id", "where the element itself names the person"),
            Map.entry("value/contacts/user_id", "where the element itself names the person"),
            Map.entry("value/contacts/parent_user_id", "where the element itself names the person"),
            Map.entry("message_echoes/from", "the business number itself, which the source names"),
            Map.entry("calls/from", "of an outgoing call: the business number itself"),
            Map.entry("calls/to", "of an incoming call: the business number itself"),
            Map.entry("statuses/type", "decides the type of event"),
            Map.entry("state_sync/type", "always contact"),
            Map.entry("recipient_type", "a group has its id in a field of its own"),
            Map.entry("added_participants/input", "what was asked for, where the id beside it names the person"),
            Map.entry("removed_participants/input", "what was asked for, where the id beside it names the person"));

    static Stream<WebhookExamples.Example> examples() {
        return WebhookExamples.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void everyValueOfAnExampleIsTyped(WebhookExamples.Example example) {
        check(example.body());
    }

    /** Checks one body. */
    static void check(JsonNode body) {
        List<InboundEvent> events = Webhooks.parse(Json.write(body));
        assertThat(events).noneMatch(NothingIsLostTest::isUnknown);
        Described described = Described.of(events);
        var lost = new ArrayList<String>();
        for (Leaf leaf : Leaf.of(body)) {
            boolean changes = !Described.of(Webhooks.parse(Json.write(leaf.changedIn(body))))
                    .values()
                    .equals(described.values());
            if (!changes && !isListed(LEFT_OUT, leaf)) {
                lost.add(leaf.pointer() + " can be changed without any effect on the events");
            } else if (changes
                    && !isListed(TRANSLATED, leaf)
                    && !isListed(LEFT_OUT, leaf)
                    && !described.says(leaf.value().asText())) {
                lost.add("the value of " + leaf.pointer() + " is in no event");
            }
        }
        assertThat(lost).isEmpty();
    }

    private static boolean isUnknown(InboundEvent event) {
        return event instanceof UnknownEvent
                || event instanceof MessageReceived message && message.content() instanceof UnknownContent;
    }

    private static boolean isListed(Map<String, String> list, Leaf leaf) {
        return list.keySet().stream()
                .anyMatch(path -> leaf.path().equals(path) || leaf.path().endsWith("/" + path));
    }

    /** What is on a list without need would hide a loss. */
    @Test
    void everyPathOnTheListsIsNeeded() {
        var needed = new HashSet<String>();
        for (WebhookExamples.Example example : WebhookExamples.all()) {
            Described described = Described.of(Webhooks.parse(example.bytes()));
            for (Leaf leaf : Leaf.of(example.body())) {
                boolean changes = !Described.of(Webhooks.parse(Json.write(leaf.changedIn(example.body()))))
                        .values()
                        .equals(described.values());
                if (!changes || !described.says(leaf.value().asText())) {
                    Stream.concat(TRANSLATED.keySet().stream(), LEFT_OUT.keySet().stream())
                            .filter(path -> isListed(Map.of(path, ""), leaf))
                            .forEach(needed::add);
                }
            }
        }

        var listed = new HashSet<>(TRANSLATED.keySet());
        listed.addAll(LEFT_OUT.keySet());
        assertThat(needed).containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void theExamplesHoldEveryTypeOfEventAndOfContent() {
        var seen = new HashSet<Class<?>>();
        for (WebhookExamples.Example example : WebhookExamples.all()) {
            for (InboundEvent event : Webhooks.parse(example.bytes())) {
                seen.add(event.getClass());
                if (event instanceof MessageReceived message) {
                    seen.add(message.content().getClass());
                }
            }
        }

        Set<Class<?>> known = new HashSet<>(Arrays.asList(InboundEvent.class.getPermittedSubclasses()));
        known.addAll(Arrays.asList(InboundContent.class.getPermittedSubclasses()));
        known.removeAll(Set.of(UnknownEvent.class, UnknownContent.class));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void noEventRevealsWhatItHoldsWhenItIsPrinted() {
        for (WebhookExamples.Example example : WebhookExamples.all()) {
            String printed = Webhooks.parse(example.bytes()).toString();

            assertThat(printed)
                    .as(example.name())
                    .doesNotContain("16505551", "13491208655302741918", "wamid", "Anna", "@", "Unsubscribe", "DF2l");
        }
    }
}
