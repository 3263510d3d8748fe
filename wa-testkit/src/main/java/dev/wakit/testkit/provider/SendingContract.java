package dev.wakit.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wakit.UnsupportedMessageException;
import dev.wakit.address.Bsuid;
import dev.wakit.address.Recipient;
import dev.wakit.message.MessageId;
import dev.wakit.message.MessageKind;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.WhatsAppProvider;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every kind of message and every part of one is sent, or refused before the wire, exactly as the capabilities declare.
 *
 * @since 0.1
 */
public abstract class SendingContract extends ProviderFixture {

    private static final String BSUID = "US.13491208655302741918";

    /** For subclasses. */
    protected SendingContract() {}

    @TestFactory
    Stream<DynamicTest> everyMessageIsSentOrRefusedAsDeclared() {
        return SampleSends.all(bsp().messageId(1)).map(sample -> sentOrRefused(sample, false));
    }

    @TestFactory
    Stream<DynamicTest> everyMessageIsSentOrRefusedAsDeclaredWithEverythingSwitchedOn() {
        return SampleSends.all(bsp().messageId(1)).map(sample -> sentOrRefused(sample, true));
    }

    @TestFactory
    Stream<DynamicTest> everythingAroundAMessageIsSentOrRefusedAsDeclared() {
        return SampleSends.around(message(TEXT), bsp().messageId(1)).stream()
                .map(sample -> sentOrRefused(sample, false));
    }

    @TestFactory
    Stream<DynamicTest> aPersonKnownByUserIdAloneIsReachedOrRefusedAsDeclared() {
        boolean reached = provider().capabilities().sendsToBsuid();
        return Stream.of(dynamicTest(reached ? "is sent" : "is refused", () -> {
            afresh();
            SendRequest request = SendRequest.builder(
                            provider().defaultSender(), Recipient.of(Bsuid.of(BSUID)), message(TEXT))
                    .build();
            judge(provider(), request, List.of(BSUID));
        }));
    }

    @Test
    void everyKindOfMessageIsAmongTheSamples() {
        Set<MessageKind> kinds = SampleSends.all(bsp().messageId(1))
                .map(sample -> sample.message().kind())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(MessageKind.class)));

        assertThat(kinds).containsExactlyInAnyOrder(MessageKind.values());
    }

    @Test
    void anAcceptedSendHasTheIdThatTheBspGave() {
        MessageId id = bsp().messageId(4711);
        wire().answers(bsp().accepted(id));

        assertThat(acceptedId(send())).isEqualTo(id);
    }

    @Test
    void aMessageIsSentToItsRecipient() {
        wire().answers(acceptance());

        send();

        String digits = PERSON.phone().orElseThrow().e164().substring(1);
        assertThat(wire().requests()).hasSize(1).allMatch(request -> request.says(digits), "names the recipient");
    }

    private DynamicTest sentOrRefused(SampleSend sample, boolean everything) {
        WhatsAppProvider declaring = provider(setup().everything(everything));
        SendRequest request = sample.from(declaring.defaultSender());
        boolean refused = declaring.capabilities().missingFor(request).isPresent();
        return dynamicTest(sample.name() + (refused ? " is refused" : " is sent"), () -> {
            afresh();
            judge(provider(setup().everything(everything)), request, sample.words());
        });
    }

    private void judge(WhatsAppProvider provider, SendRequest request, List<String> words) {
        wire().answers(acceptance());
        prepared(request);
        Optional<String> missing = provider.capabilities().missingFor(request);
        if (missing.isPresent()) {
            assertThatThrownBy(() -> provider.send(request))
                    .isInstanceOf(UnsupportedMessageException.class)
                    .hasMessageContaining(missing.get());
            assertThat(missing.get()).as("what is missing. What to do").matches("(?s).+\\. .+\\.");
            assertThat(wire().requests()).as("requests for a refused message").isEmpty();
        } else {
            acceptedId(await(provider.send(request)));
            assertThat(wire().requests())
                    .as("requests that send")
                    .hasSize(1)
                    .allMatch(sent -> sent.method().equals("POST"), "is a POST");
            assertThat(words).allMatch(word -> wire().requests().get(0).says(word), "is on the wire");
        }
    }

    @Test
    void whatIsSentIsTheMessageOfTheRequest() {
        wire().answers(acceptingAll());
        SendRequest other = SendRequest.builder(provider().defaultSender(), PERSON, message("Bullfinch"))
                .build();

        send();
        await(provider().send(prepared(other)));

        assertThat(wire().requests().get(0).says(TEXT)).isTrue();
        assertThat(wire().requests().get(1).says("Bullfinch")).isTrue();
        assertThat(wire().requests().get(1).says(TEXT)).isFalse();
    }
}
