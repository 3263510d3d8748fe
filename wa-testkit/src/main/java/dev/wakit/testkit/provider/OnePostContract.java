package dev.wakit.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendRequest;
import dev.wakit.testkit.http.WireAnswer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever happens to a send, it is one POST: it is never repeated, redirected or sent again with better credentials.
 *
 * @since 0.1
 */
public abstract class OnePostContract extends ProviderFixture {

    /** For subclasses. */
    protected OnePostContract() {}

    @TestFactory
    Stream<DynamicTest> isMadeWhateverTheBspAnswers() {
        return Fault.all(bsp()).stream()
                .map(fault -> dynamicTest(fault.name(), () -> {
                    meet(fault);
                    wire().answers(fault.answer(), acceptingAll());

                    send();

                    assertMadeOnce(fault.answer());
                }));
    }

    @TestFactory
    Stream<DynamicTest> isMadeOnAConnectionThatCarriedOneBefore() {
        return Fault.all(bsp()).stream()
                .filter(fault -> !(fault.answer() instanceof WireAnswer.HangUp))
                .map(fault -> dynamicTest(fault.name(), () -> {
                    meet(fault);
                    wire().answers(acceptance(), fault.answer(), acceptingAll());
                    acceptedId(send());

                    send();

                    assertThat(wire().posts()).isEqualTo(2);
                    assertThat(wire().requests()).hasSize(2);
                }));
    }

    /** A template that has to be looked up first is posted once all the same. */
    @TestFactory
    Stream<DynamicTest> isMadeForATemplate() {
        if (!provider().capabilities().supports(SampleTemplates.plain(TEXT))) {
            return Stream.empty();
        }
        return Fault.all(bsp()).stream()
                .filter(fault -> !fault.isWaitedFor())
                .map(fault -> dynamicTest(fault.name(), () -> {
                    meet(fault);
                    wire().answers(fault.answer(), acceptingAll());
                    SendRequest request = SendRequest.builder(
                                    provider().defaultSender(), PERSON, SampleTemplates.plain(TEXT))
                            .build();

                    await(provider().send(prepared(request)));

                    assertMadeOnce(fault.answer());
                }));
    }

    @TestFactory
    Stream<DynamicTest> isMadeWhenItIsRefused() {
        return bsp().refusals().stream()
                .map(refusal -> dynamicTest(refusal.code(), () -> {
                    afresh();
                    wire().answers(refusal.answer().with("Retry-After", "0"), acceptingAll());

                    send();

                    assertMadeOnce(refusal.answer());
                }));
    }

    /** The server gives up a connection that the client still keeps: a client may well believe that repeating is safe. */
    @Test
    void isNotRepeatedOnAConnectionThatTheServerGivesUp() {
        wire().answers(acceptance(), new WireAnswer.Reset(), acceptingAll());
        acceptedId(send());

        assertThat(send()).isInstanceOf(SendOutcome.Ambiguous.class);

        assertThat(wire().posts()).isEqualTo(2);
    }

    @Test
    void isOneOfItsOwnForEachSendOfTheSameMessage() {
        wire().answers(acceptingAll());

        var first = acceptedId(send());
        var second = acceptedId(send());

        assertThat(first).isNotEqualTo(second);
        assertThat(wire().posts()).isEqualTo(2);
    }

    private void assertMadeOnce(WireAnswer answer) {
        if (answer instanceof WireAnswer.HangUp) {
            // Nothing was read of what came first, if anything did.
            assertThat(wire().requests()).hasSizeLessThanOrEqualTo(1);
        } else {
            assertThat(wire().posts()).isOne();
            assertThat(wire().requests()).as("requests of any kind").hasSize(1);
        }
    }
}
