package dev.wakit.campaign.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.commerce.PaymentSetting;
import dev.wakit.media.MediaSource;
import dev.wakit.message.InteractiveMessage;
import dev.wakit.message.Message;
import dev.wakit.message.MessageId;
import dev.wakit.message.TextMessage;
import dev.wakit.message.interactive.FlowAction;
import dev.wakit.message.interactive.InteractiveAction;
import dev.wakit.message.interactive.InteractiveHeader;
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.TemplateParameter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTest {

    private final MessageCodec codec = new MessageCodec();

    @ParameterizedTest
    @MethodSource("dev.wakit.campaign.internal.codec.SampleMessages#all")
    void readsBackWhatItWrote(Message message) {
        assertThat(codec.read(codec.write(message))).isEqualTo(message);
    }

    @Test
    void theSamplesHoldEveryKindOfEveryFamily() {
        Set<Class<?>> seen = parts().stream().map(Object::getClass).collect(Collectors.toSet());

        for (Class<?> family : List.of(
                Message.class,
                InteractiveAction.class,
                InteractiveHeader.class,
                TemplateParameter.class,
                ButtonParameter.class,
                PaymentSetting.class,
                MediaSource.class)) {
            assertThat(seen).as(family.getSimpleName()).containsAll(leaves(family));
        }
    }

    @Test
    void theSamplesSetEveryOptionalPartAndLeaveItOut() {
        var present = new TreeSet<String>();
        var absent = new TreeSet<String>();
        parts().forEach(part ->
                Parts.optionals(part).forEach((name, value) -> (value.isPresent() ? present : absent).add(name)));

        assertThat(present).isNotEmpty().isEqualTo(absent);
    }

    @Test
    void theSamplesFillEveryList() {
        var filled = new TreeSet<String>();
        var all = new TreeSet<String>();
        parts().forEach(part -> Parts.collections(part).forEach((name, size) -> {
            all.add(name);
            if (size > 0) {
                filled.add(name);
            }
        }));

        assertThat(filled).isNotEmpty().isEqualTo(all);
    }

    /** What was stored once is read for ever: this file may grow, but its lines never change. */
    @Test
    void writesAndReadsTheTextsOfForm1() throws IOException {
        List<String> stored = storedTexts();

        assertThat(SampleMessages.all().map(codec::write)).containsExactlyElementsOf(stored);
        assertThat(stored.stream().map(codec::read))
                .containsExactlyElementsOf(SampleMessages.all().toList());
    }

    private static List<String> storedTexts() throws IOException {
        try (var file = MessageCodecTest.class.getResourceAsStream("messages-form-1.jsonl")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @Test
    void equalMessagesHaveTheSameText() {
        var forwards = new LinkedHashMap<String, Object>();
        var backwards = new LinkedHashMap<String, Object>();
        for (int i = 0; i < 9; i++) {
            forwards.put("k" + i, i);
            backwards.put("k" + (8 - i), 8L - i);
        }

        assertThat(codec.write(flow(forwards))).isEqualTo(codec.write(flow(backwards)));
    }

    @Test
    void keepsWhatGoesWithAMessage() {
        var bare = StoredSend.of(TextMessage.of("x"));
        var full =
                new StoredSend(TextMessage.of("x"), Optional.of(MessageId.of("wamid.A")), Optional.of("DF2lS5v2W6x="));

        assertThat(codec.write(full))
                .isEqualTo(
                        "{\"v\":1,\"kind\":\"text\",\"body\":\"x\",\"replyTo\":\"wamid.A\",\"identityHash\":\"DF2lS5v2W6x=\"}");
        assertThat(codec.write(bare)).isEqualTo(codec.write(bare.message()));
        assertThat(codec.readSend(codec.write(full))).isEqualTo(full);
        assertThat(codec.readSend(codec.write(bare))).isEqualTo(bare);
        assertThat(full).hasToString("StoredSend[TEXT]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"replyTo\":\" \"", "\"replyTo\":7", "\"identityHash\":{}"})
    void refusesWhatGoesWithAMessageAndIsDamaged(String field) {
        assertThatThrownBy(() -> codec.readSend("{\"v\":1,\"kind\":\"text\",\"body\":\"secret\"," + field + "}"))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void leavesUnknownFieldsAlone() {
        assertThat(codec.read("{\"v\":1,\"kind\":\"text\",\"body\":\"x\",\"addedLater\":{\"a\":1}}"))
                .isEqualTo(TextMessage.of("x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"v\":2,\"kind\":\"text\",\"body\":\"secret\"} | has form 2; this version of the library reads form 1",
                "{\"v\":1,\"kind\":\"hologram\",\"body\":\"secret\"} | message.kind 'hologram', which this version",
                "{\"v\":1,\"kind\":\"secret +1 415\"} | message.kind no known word, which this version",
                "{\"v\":1,\"kind\":\"interactive\",\"action\":{\"kind\":\"dance\"}} | message.action.kind 'dance'",
            })
    void saysWhatANewerVersionWrote(String text, String problem) {
        assertThatThrownBy(() -> codec.read(text))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining(problem)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"v\":1,\"kind\":\"text\",\"secret",
                "\"secret\"",
                "{\"secret\":1}",
                "{\"v\":1,\"kind\":\"text\",\"body\":[\"secret\"]}",
                "{\"v\":1,\"kind\":\"image\",\"link\":\"secret:// \"}",
                "{\"v\":1,\"kind\":\"location\",\"latitude\":\"secret\",\"longitude\":1}",
                "{\"v\":1,\"kind\":\"location\",\"latitude\":900,\"longitude\":1}",
                "{\"v\":1,\"kind\":\"contacts\",\"contacts\":[\"secret\"]}",
                "{\"v\":1,\"kind\":\"contacts\",\"contacts\":[{\"name\":{\"formatted\":\"x\"},\"birthday\":\"secret\"}]}",
            })
    void namesWhatIsDamagedAndNeverQuotesIt(String text) {
        assertThatThrownBy(() -> codec.read(text))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageStartingWith("The stored ")
                .hasMessageNotContaining("secret")
                .hasStackTraceContaining("UnreadableMessageException")
                .satisfies(error -> assertThat(stackTrace(error)).doesNotContain("secret"));
    }

    private static String stackTrace(Throwable error) {
        var text = new java.io.StringWriter();
        error.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }

    private static InteractiveMessage flow(Map<String, Object> data) {
        return InteractiveMessage.builder(
                        FlowAction.builder("1", "Go").screen("S").data(data).build())
                .body("b")
                .build();
    }

    private static Set<Object> parts() {
        return Parts.of(SampleMessages.all());
    }

    private static List<Class<?>> leaves(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses())
                        .flatMap(type -> leaves(type).stream())
                        .toList()
                : List.of(family);
    }
}
