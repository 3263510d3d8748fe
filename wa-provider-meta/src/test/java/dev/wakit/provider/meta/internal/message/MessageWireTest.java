package dev.wakit.provider.meta.internal.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.address.Bsuid;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.commerce.PaymentSetting;
import dev.wakit.message.InteractiveMessage;
import dev.wakit.message.Message;
import dev.wakit.message.MessageId;
import dev.wakit.message.MessageKind;
import dev.wakit.message.ReactionMessage;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TextMessage;
import dev.wakit.message.interactive.InteractiveHeader;
import dev.wakit.message.interactive.InteractiveKind;
import dev.wakit.message.interactive.OrderDetails;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.Requests;
import dev.wakit.template.BodyParameter;
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.HeaderParameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every example gives exactly the JSON of its file {@code wire/<name>.json}. */
class MessageWireTest {

    private static final Map<String, Message> EXAMPLES = Examples.messages();

    static Stream<String> names() {
        return Examples.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isWrittenAsItsGoldenFile(String name) {
        byte[] json = new Envelopes(Examples.settings(name))
                .encode(Examples.all().get(name))
                .json();

        assertThat(Json.parse(json)).contains(golden(name));
    }

    @Test
    void hasNoGoldenFileThatNothingIsComparedWith() throws Exception {
        Path folder = Path.of(Objects.requireNonNull(MessageWireTest.class.getResource("/wire"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", ""))
                            .filter(name -> !name.startsWith("receipt-")))
                    .containsExactlyInAnyOrderElementsOf(Examples.all().keySet());
        }
    }

    @Test
    void hasAGoldenFileForEveryKindOfMessage() {
        assertThat(EXAMPLES.values()).extracting(Message::kind).contains(MessageKind.values());
        assertThat(Encoders.kinds()).containsExactlyInAnyOrder(MessageKind.values());
    }

    @Test
    void hasAGoldenFileForEveryKindOfAction() {
        assertThat(only(InteractiveMessage.class))
                .extracting(message -> message.action().kind())
                .contains(InteractiveKind.values());
        assertThat(Actions.kinds()).containsExactlyInAnyOrder(InteractiveKind.values());
    }

    @Test
    void hasAGoldenFileForEveryKindOfTemplateValue() {
        List<TemplateMessage> templates = only(TemplateMessage.class);

        assertThat(templates.stream().flatMap(t -> t.body().stream()).map(Object::getClass))
                .contains(BodyParameter.class.getPermittedSubclasses());
        assertThat(templates.stream().flatMap(t -> t.header().stream()).map(Object::getClass))
                .contains(HeaderParameter.class.getPermittedSubclasses());
        assertThat(templates.stream()
                        .flatMap(t -> t.buttons().values().stream())
                        .map(Object::getClass))
                .contains(ButtonParameter.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @ValueSource(strings = {"header", "body", "button", "limited_time_offer", "carousel", "tap_target_configuration"})
    void hasAGoldenFileForEveryTemplateComponent(String type) {
        assertThat(EXAMPLES.keySet().stream().map(MessageWireTest::golden))
                .anySatisfy(json -> assertThat(json.at("/template/components").findValuesAsText("type"))
                        .contains(type));
    }

    @Test
    void hasAGoldenFileForEveryWayToPayAndEveryHeader() {
        Set<Class<?>> settings = only(InteractiveMessage.class).stream()
                .map(InteractiveMessage::action)
                .filter(OrderDetails.class::isInstance)
                .flatMap(order -> ((OrderDetails) order).request().settings().stream())
                .map(Object::getClass)
                .collect(Collectors.toSet());
        Set<Class<?>> headers = only(InteractiveMessage.class).stream()
                .flatMap(message -> message.header().stream())
                .map(Object::getClass)
                .collect(Collectors.toSet());

        assertThat(settings).contains(PaymentSetting.class.getPermittedSubclasses());
        assertThat(headers).contains(InteractiveHeader.class.getPermittedSubclasses());
    }

    @Test
    void addressesAPersonKnownByBothByPhoneOnly() {
        var person = Recipient.of(Requests.PERSON.phone().orElseThrow(), Bsuid.of("US.13491208655302741918"));

        JsonNode json = encode(SendRequest.builder(SenderId.of("1"), person, TextMessage.of("Hi"))
                .build());

        assertThat(json.path("to").asText()).isEqualTo("+16505551234");
        assertThat(json.has("recipient")).isFalse();
    }

    @Test
    void givesAReactionNoContextSinceMetaRefusesIt() {
        var reaction = ReactionMessage.of(MessageId.of("wamid.A"), "👍");

        JsonNode json = encode(SendRequest.builder(SenderId.of("1"), Requests.PERSON, reaction)
                .replyTo(MessageId.of("wamid.A"))
                .build());

        assertThat(json.has("context")).isFalse();
    }

    @Test
    void survivesHalfAnEmoji() {
        JsonNode json = encode(Requests.of(TextMessage.of("Hi \uD83D")));

        assertThat(json.path("text").path("body").asText()).isEqualTo("Hi ?");
    }

    private static <M extends Message> List<M> only(Class<M> type) {
        return EXAMPLES.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static JsonNode encode(SendRequest request) {
        byte[] json = new Envelopes(SendSettings.none()).encode(request).json();
        assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain(":null");
        return Json.parse(json).orElseThrow();
    }

    private static JsonNode golden(String name) {
        try (InputStream file = MessageWireTest.class.getResourceAsStream("/wire/" + name + ".json")) {
            return Json.parse(Objects.requireNonNull(file, name).readAllBytes()).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
