package dev.wakit.testkit.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.wakit.testkit.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessageChecksTest {

    private static final String TO = "whatsapp:+14155551234";
    private static final String FROM = "whatsapp:+14155550100";
    private static final String SERVICE = "MG00000000000000000000000000000001";
    private static final String EMPTY_SERVICE = "MG00000000000000000000000000000002";
    private static final Instant NOW = SettableClock.START;

    private final SettableClock clock = SettableClock.create();
    private final TwilioSimulator simulator = TwilioSimulators.quick()
            .clock(clock)
            .senders(List.of("+14155550100", "+14155550101"))
            .addForeignSender("+14155550999")
            .addMessagingService(SERVICE, List.of("+14155550100"))
            .addMessagingService(EMPTY_SERVICE, List.of())
            .addContent(SimulatedContent.text("two", "en", "Hi {{1}}, see {{2}} please.")
                    .samples(Map.of("2", "this"))
                    .approved("UTILITY"))
            .addContent(
                    SimulatedContent.of(
                            "menu",
                            "en",
                            "{\"twilio/list-picker\":{\"body\":\"Pick\",\"button\":\"Menu\",\"items\":[{\"id\":\"1\",\"item\":\"A\"}]}}"))
            .start();
    private final TwilioClient client = new TwilioClient(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    static Stream<Arguments> refusals() {
        String far = NOW.plus(Duration.ofDays(36)).toString();
        String near = NOW.plusSeconds(899).toString();
        String good = NOW.plusSeconds(901).toString();
        return Stream.of(
                arguments(21604, form("From", FROM, "Body", "x")),
                arguments(21211, form("To", "whatsapp:4155551234", "From", FROM, "Body", "x")),
                arguments(21211, form("To", "whatsapp:+0123", "From", FROM, "Body", "x")),
                arguments(21603, form("To", TO, "Body", "x")),
                arguments(21910, form("To", "+14155551234", "From", FROM, "Body", "x")),
                arguments(21910, form("To", TO, "From", "+14155550100", "Body", "x")),
                arguments(21606, form("To", "+14155551234", "From", "+14155550100", "Body", "x")),
                arguments(63031, form("To", FROM, "From", FROM, "Body", "x")),
                arguments(63007, form("To", TO, "From", "whatsapp:+14155550777", "Body", "x")),
                arguments(21660, form("To", TO, "From", "whatsapp:+14155550999", "Body", "x")),
                arguments(
                        21703,
                        form("To", TO, "From", "whatsapp:+14155550101", "MessagingServiceSid", SERVICE, "Body", "x")),
                arguments(21703, form("To", TO, "MessagingServiceSid", EMPTY_SERVICE, "Body", "x")),
                arguments(21619, text()),
                arguments(21619, text("Body", "  ")),
                arguments(21617, text("Body", "x".repeat(1601))),
                arguments(21620, text("MediaUrl", "cdn.example.com/a.png")),
                arguments(21623, text("MediaUrl", "https://a.example/1", "MediaUrl", "https://a.example/2")),
                arguments(21609, text("Body", "x", "StatusCallback", "/status")),
                arguments(21609, text("Body", "x", "StatusCallback", "https://my_host.example.com/status")),
                arguments(21624, text("Body", "x", "ValidityPeriod", "0")),
                arguments(21624, text("Body", "x", "ValidityPeriod", "36001")),
                arguments(21624, text("Body", "x", "ValidityPeriod", "soon")),
                arguments(21654, text("Body", "x", "ContentVariables", "{}")),
                arguments(21655, text("ContentSid", "HX00000000000000000000000000000000")),
                arguments(21655, text("ContentSid", "HX1")),
                arguments(35126, service("ScheduleType", "later", "SendAt", good)),
                arguments(35126, service("SendAt", good)),
                arguments(35111, service("ScheduleType", "fixed")),
                arguments(35118, text("Body", "x", "ScheduleType", "fixed", "SendAt", good)),
                arguments(35114, service("ScheduleType", "fixed", "SendAt", near)),
                arguments(35114, service("ScheduleType", "fixed", "SendAt", "tomorrow")),
                arguments(35117, service("ScheduleType", "fixed", "SendAt", far)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aWrongRequestIsRefusedWithItsCode(int code, String form) throws IOException {
        TwilioClient.Answer answer = client.create(form);

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status())
                .isEqualTo(400)
                .isEqualTo(answer.json().path("status").asInt());
        assertThat(answer.text("more_info")).endsWith("/" + code);
        assertThat(answer.text("message")).isNotBlank().doesNotContain("4155551234");
        assertThat(simulator.ledger().accepted()).isEmpty();
        assertThat(simulator.ledger().rejections()).containsOnly(Map.entry(code, 1L));
    }

    @Test
    void anUnknownServiceIsNotFound() throws IOException {
        TwilioClient.Answer answer =
                client.create(form("To", TO, "MessagingServiceSid", "MG0000000000000000000000000000ffff", "Body", "x"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo(21701);
    }

    @ParameterizedTest
    @MethodSource("badVariables")
    void variablesMustBeAnObjectOfPlainTexts(String variables) throws IOException {
        TwilioClient.Answer answer =
                client.create(text("ContentSid", simulator.contentSid("order_update"), "ContentVariables", variables));

        assertThat(answer.code()).isEqualTo(21656);
    }

    static Stream<String> badVariables() {
        return Stream.of(
                "not json",
                "[\"a\",\"b\"]",
                "{\"1\":null,\"2\":\"b\"}",
                "{\"1\":7,\"2\":\"b\"}",
                "{\"1\":\"two\\nlines\",\"2\":\"b\"}",
                "{\"1\":\"a\\ttab\",\"2\":\"b\"}",
                "{\"1\":\"five     spaces\",\"2\":\"b\"}");
    }

    @Test
    void fourSpacesInAVariableAreAllowed() throws IOException {
        assertThat(client.create(text(
                                "ContentSid",
                                simulator.contentSid("order_update"),
                                "ContentVariables",
                                "{\"1\":\"four    spaces\",\"2\":\"b\"}"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aVariableWithoutValueAndSampleFailsLater() throws IOException {
        assertThat(failure(text("ContentSid", simulator.contentSid("two"), "ContentVariables", "{\"2\":\"b\"}")))
                .isEqualTo(63028);
    }

    @Test
    void aVariableWithoutValueIsSentWithItsSample() throws IOException {
        TwilioClient.Answer answer =
                client.create(text("ContentSid", simulator.contentSid("two"), "ContentVariables", "{\"1\":\"Ann\"}"));

        assertThat(answer.text("body")).isEqualTo("Hi Ann, see this please.");
        assertThat(failureOf(answer)).isZero();
    }

    @Test
    void aContentWithoutApprovalFailsLater() throws IOException {
        String form = text("ContentSid", simulator.contentSid("draft_note"), "ContentVariables", "{\"1\":\"Ann\"}");

        assertThat(failure(form)).isEqualTo(63016);
        assertThat(simulator.ledger().accepted().get(0).finalStatus()).isEqualTo("failed");
    }

    @Test
    void aContentWithoutApprovalGoesToWhoeverWroteWithin24Hours() throws IOException {
        String form = text("ContentSid", simulator.contentSid("draft_note"), "ContentVariables", "{\"1\":\"Ann\"}");
        simulator.customerWrites("+14155551234", "Hello?");

        assertThat(failure(form)).isZero();
        clock.advance(Duration.ofHours(24));
        assertThat(failure(form)).isEqualTo(63016);
    }

    @Test
    void pausedAndDisabledContentsFailWithTheirOwnCodes() throws IOException {
        String sid = simulator.contentSid("hello_world");
        simulator.contentStatus(sid, "paused", "");
        assertThat(failure(text("ContentSid", sid))).isEqualTo(63041);

        simulator.contentStatus(sid, "disabled", "");
        assertThat(failure(text("ContentSid", sid))).isEqualTo(63042);

        simulator.contentStatus(sid, "approved", "");
        assertThat(failure(text("ContentSid", sid))).isZero();
    }

    @Test
    void bodyAndMediaMayNotAccompanyAContent() throws IOException {
        String sid = simulator.contentSid("hello_world");

        assertThat(failure(text("ContentSid", sid, "Body", "x"))).isEqualTo(63030);
        assertThat(failure(text("ContentSid", sid, "MediaUrl", "https://a.example/1")))
                .isEqualTo(63030);
    }

    @Test
    void aRenderedBodyMayHave1024Characters() throws IOException {
        String sid = simulator.content(
                SimulatedContent.text("long", "en", "a {{1}} b").approved("UTILITY"));

        assertThat(failure(text("ContentSid", sid, "ContentVariables", "{\"1\":\"" + "x".repeat(1020) + "\"}")))
                .isZero();
        assertThat(failure(text("ContentSid", sid, "ContentVariables", "{\"1\":\"" + "x".repeat(1021) + "\"}")))
                .isEqualTo(63021);
    }

    @Test
    void mediaThatCannotBeFetchedFailsLater() throws IOException {
        assertThat(failure(text("MediaUrl", "https://a.example/sim_too_large.mp4")))
                .isEqualTo(11751);
        assertThat(failure(text("MediaUrl", "https://a.example/sim_missing.png")))
                .isEqualTo(63019);
        assertThat(failure(text("MediaUrl", "https://a.example/ok.png"))).isZero();
    }

    @Test
    void aPlaceNeedsCoordinates() throws IOException {
        assertThat(failure(text("Body", "x", "PersistentAction", "geo:37.78,-122.39|Label")))
                .isZero();
        assertThat(failure(text("Body", "x", "PersistentAction", "geo:here"))).isEqualTo(63021);
        assertThat(simulator.ledger().accepted().get(0).kind()).isEqualTo("location");
    }

    @Test
    void aUserIdIsARecipientToo() throws IOException {
        assertThat(client.create(form("To", "whatsapp:US.1349AB", "From", FROM, "Body", "x"))
                        .status())
                .isEqualTo(201);
        assertThat(simulator.ledger().accepted().get(0).recipient()).isEqualTo("US.1349AB");
    }

    @Test
    void theWindowIsKeptWhenAsked() throws IOException {
        try (TwilioSimulator strict = TwilioSimulators.quick()
                .clock(clock)
                .customerServiceWindow(true)
                .start()) {
            TwilioClient strictClient = new TwilioClient(strict);
            String before = strictClient.text("+14155551234").sid();
            strict.customerWrites("+14155551234", "Hello?");
            String after = strictClient.text("+14155551234").sid();
            strict.awaitQuiet(TwilioSimulators.SOON);

            assertThat(strictClient.fetch(before).json().path("error_code").asInt())
                    .isEqualTo(63016);
            assertThat(strictClient.fetch(after).text("status")).isEqualTo("read");
        }
    }

    @Test
    void aTypeThatIsNeverApprovedIsFreeForm() throws IOException {
        assertThat(failure(text("ContentSid", simulator.contentSid("menu")))).isZero();
    }

    private int failure(String form) throws IOException {
        return failureOf(client.create(form));
    }

    /** The code that a message has in the end; 0 for none. */
    private int failureOf(TwilioClient.Answer answer) throws IOException {
        assertThat(answer.status()).isEqualTo(201);
        simulator.awaitQuiet(TwilioSimulators.SOON);
        return client.fetch(answer.sid()).json().path("error_code").asInt();
    }

    private static String form(String... namesAndValues) {
        return TwilioClient.form(namesAndValues);
    }

    private static String text(String... more) {
        String form = form("To", TO, "From", FROM);
        return more.length == 0 ? form : form + "&" + form(more);
    }

    private static String service(String... more) {
        return form("To", TO, "MessagingServiceSid", SERVICE, "Body", "x") + "&" + form(more);
    }
}
