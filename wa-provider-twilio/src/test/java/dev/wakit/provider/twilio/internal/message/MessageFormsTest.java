package dev.wakit.provider.twilio.internal.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.InvalidMessageException;
import dev.wakit.UnsupportedMessageException;
import dev.wakit.address.SenderId;
import dev.wakit.media.MediaId;
import dev.wakit.message.ImageMessage;
import dev.wakit.message.TextMessage;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.twilio.Requests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every example gives exactly the fields of its file {@code wire/<name>.form}, one to a line. */
class MessageFormsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final SendSettings PLAIN =
            new SendSettings(Optional.empty(), Optional.empty(), "", Optional.empty(), false, false, false);
    private static final SendSettings SERVED = new SendSettings(
            Optional.of(Requests.SERVICE), Optional.empty(), "", Optional.empty(), false, false, false);

    static Stream<String> names() {
        return FormExamples.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isWrittenAsItsGoldenFile(String name) throws IOException {
        FormExamples.Example example = Objects.requireNonNull(FormExamples.all().get(name));

        String form = example.form().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("\n", "", "\n"));

        assertThat(form).isEqualTo(golden(name));
    }

    @Test
    void hasNoGoldenFileThatNothingIsComparedWith() throws Exception {
        Path folder = Path.of(Objects.requireNonNull(MessageFormsTest.class.getResource("/wire"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".form", "")))
                    .containsExactlyInAnyOrderElementsOf(FormExamples.all().keySet());
        }
    }

    @Test
    void hasAnExampleOfEveryKindOfMessage() {
        assertThat(FormExamples.all().values().stream()
                        .map(example -> example.request().message().kind())
                        .collect(Collectors.toSet()))
                .isEqualTo(MessageForms.kinds());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"14155550100", "+0123456", "106540352242922", "MG12", "../Messages", "whatsapp:+14155550100"})
    void refusesASenderOfAnotherForm(String sender) {
        SendRequest request = SendRequest.builder(SenderId.of(sender), Requests.PERSON, TextMessage.of("Hi"))
                .build();

        assertThatThrownBy(() -> new MessageForms(PLAIN).check(request))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("+14155550100")
                .hasMessageContaining("Messaging Service");
    }

    @Test
    void refusesATextOfMoreThan1600Characters() {
        String longest = "🎉".repeat(1600);
        var forms = new MessageForms(PLAIN);

        forms.check(Requests.of(TextMessage.of(longest)));

        assertThatThrownBy(() -> forms.check(Requests.of(TextMessage.of(longest + "x"))))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("1,600")
                .hasMessageContaining("1,601");
    }

    @Test
    void refusesAFileByItsId() {
        var image = ImageMessage.of(new MediaId("123"));

        assertThatThrownBy(() -> new MessageForms(PLAIN).check(Requests.of(image)))
                .isInstanceOf(UnsupportedMessageException.class)
                .hasMessageContaining("MediaSource.link");
    }

    @ParameterizedTest
    @ValueSource(longs = {-60, 0, 899, 35 * 86_400 + 1})
    void refusesATimeTooNearOrTooFar(long seconds) {
        assertThatThrownBy(() -> new MessageForms(SERVED).checkSchedule(Requests.text(), NOW.plusSeconds(seconds), NOW))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("15 minutes to 35 days");
    }

    @ParameterizedTest
    @ValueSource(longs = {900, 35 * 86_400})
    void takesATimeWithinTheLimits(long seconds) {
        new MessageForms(SERVED).checkSchedule(Requests.text(), NOW.plusSeconds(seconds), NOW);
    }

    @Test
    void schedulesNothingWithoutAMessagingService() {
        Instant at = NOW.plus(Duration.ofHours(1));
        SendRequest served = SendRequest.builder(SenderId.of(Requests.SERVICE), Requests.PERSON, TextMessage.of("Hi"))
                .build();

        assertThatThrownBy(() -> new MessageForms(PLAIN).checkSchedule(Requests.text(), at, NOW))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("messagingServiceSid");
        new MessageForms(PLAIN).checkSchedule(served, at, NOW);
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = MessageFormsTest.class.getResourceAsStream("/wire/" + name + ".form")) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
