package dev.wakit.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.message.Message;
import dev.wakit.message.MessageId;
import dev.wakit.provider.LookupAnswer;
import dev.wakit.provider.LookupRequest;
import dev.wakit.provider.OutcomeLookup;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.testkit.http.WireAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A look-up finds what was accepted, nothing else, and sends nothing; a provider without look-up has none of these tests.
 *
 * @since 0.1
 */
public abstract class LookupContract extends ProviderFixture {

    private static final Recipient SOMEBODY_ELSE = Recipient.of(PhoneNumber.parse("+16505559876"));
    private static final String OTHER_TEXT = "Bullfinch-4712";
    private static final String OTHER_DATA = "f6e5d4c3b2a1";

    /** For subclasses. */
    protected LookupContract() {}

    @TestFactory
    Stream<DynamicTest> ofAnAccount() {
        if (provider().lookup().isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(
                        new Case("finds a message that was accepted", this::found),
                        new Case("finds each of two equal messages", this::several),
                        new Case("finds each of two messages to one person by its text", this::toldApart),
                        new Case("finds nothing where nothing was sent", this::nothing),
                        new Case("finds no message to somebody else", this::toSomebodyElse),
                        new Case("finds no message with another text", this::ofAnotherText),
                        new Case("finds no message of an earlier time", this::earlier))
                .map(it -> dynamicTest(it.name(), () -> {
                    try (BspAccount account = bsp().account().orElseThrow()) {
                        it.deed().in(new Inquiry(account.provider()));
                    }
                }));
    }

    private void found(Inquiry inquiry) {
        MessageId id = inquiry.send(TEXT, CALLBACK_DATA);

        assertThat(ids(inquiry.find(PERSON, TEXT, CALLBACK_DATA))).containsExactly(id);
    }

    /** A BSP that does not keep the callback data tells both, the older one first; one that does tells them apart. */
    private void several(Inquiry inquiry) {
        MessageId first = inquiry.send(TEXT, CALLBACK_DATA);
        MessageId second = inquiry.send(TEXT, OTHER_DATA);

        LookupAnswer answer = inquiry.find(PERSON, TEXT, OTHER_DATA);

        if (answer instanceof LookupAnswer.Several) {
            assertThat(ids(answer)).containsExactly(first, second);
        } else {
            assertThat(ids(answer)).containsExactly(second);
        }
    }

    private void toldApart(Inquiry inquiry) {
        MessageId first = inquiry.send(TEXT, CALLBACK_DATA);
        MessageId second = inquiry.send(OTHER_TEXT, OTHER_DATA);

        assertThat(ids(inquiry.find(PERSON, TEXT, CALLBACK_DATA))).containsExactly(first);
        assertThat(ids(inquiry.find(PERSON, OTHER_TEXT, OTHER_DATA))).containsExactly(second);
    }

    private void nothing(Inquiry inquiry) {
        assertThat(ids(inquiry.find(PERSON, TEXT, CALLBACK_DATA))).isEmpty();
    }

    private void toSomebodyElse(Inquiry inquiry) {
        inquiry.send(TEXT, CALLBACK_DATA);

        assertThat(ids(inquiry.find(SOMEBODY_ELSE, TEXT, OTHER_DATA))).isEmpty();
    }

    private void ofAnotherText(Inquiry inquiry) {
        inquiry.send(TEXT, CALLBACK_DATA);

        assertThat(ids(inquiry.find(PERSON, OTHER_TEXT, OTHER_DATA))).isEmpty();
    }

    private void earlier(Inquiry inquiry) {
        inquiry.send(TEXT, CALLBACK_DATA);

        Instant later = Instant.now().plus(Duration.ofHours(1));
        assertThat(ids(inquiry.find(PERSON, TEXT, OTHER_DATA, later))).isEmpty();
    }

    private static List<MessageId> ids(LookupAnswer answer) {
        if (answer instanceof LookupAnswer.Found found) {
            return List.of(found.messageId());
        } else if (answer instanceof LookupAnswer.Several several) {
            return several.found().stream().map(LookupAnswer.Found::messageId).toList();
        }
        return List.of();
    }

    /** What a look-up cannot find out it says, and whatever happens it sends nothing. */
    @TestFactory
    Stream<DynamicTest> neverSendsAndNeverThrows() {
        if (provider().lookup().isEmpty() || !bsp().usesNetwork()) {
            return Stream.empty();
        }
        Map<String, WireAnswer> troubles = Map.of(
                "no answer", new WireAnswer.Silence(),
                "a reset", new WireAnswer.Reset(),
                "a server fault", WireAnswer.html(503),
                "a page", WireAnswer.html(200),
                "an empty object", WireAnswer.json(200, "{}"),
                "a refusal", bsp().refusalQuoting("a word"),
                "a redirect", WireAnswer.html(302).with("Location", "/elsewhere"));
        return troubles.entrySet().stream()
                .map(trouble -> dynamicTest(trouble.getKey(), () -> {
                    afresh();
                    provider(setup().totalTimeout(SHORT_TIMEOUT));
                    wire().answers(trouble.getValue());

                    LookupAnswer answer = new Inquiry(provider()).find(PERSON, TEXT, CALLBACK_DATA);

                    assertThat(answer).isInstanceOf(LookupAnswer.Unsure.class);
                    assertThat(wire().posts()).isZero();
                }));
    }

    /** One provider, what is sent over it, and what it is asked afterwards. */
    private record Inquiry(WhatsAppProvider provider, Instant begun) {

        Inquiry(WhatsAppProvider provider) {
            this(provider, Instant.now());
        }

        MessageId send(String text, String callbackData) {
            return acceptedId(
                    await(provider.send(SendRequest.builder(provider.defaultSender(), PERSON, message(provider, text))
                            .callbackData(callbackData)
                            .build())));
        }

        LookupAnswer find(Recipient person, String text, String callbackData) {
            return find(person, text, callbackData, begun);
        }

        LookupAnswer find(Recipient person, String text, String callbackData, Instant from) {
            OutcomeLookup lookup = provider.lookup().orElseThrow();
            assertThat(lookup.rate().messagesPerSecond()).isPositive();
            Message sent = message(provider, text);
            return lookup.find(new LookupRequest(
                    provider.defaultSender(), person, from, from.plusSeconds(20), sent, callbackData));
        }
    }

    private record Case(String name, Deed deed) {}

    private interface Deed {
        void in(Inquiry inquiry);
    }
}
