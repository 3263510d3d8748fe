package dev.wakit.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ProviderError;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendOutcome.Rejected;
import dev.wakit.testkit.http.WireAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * An outcome says what is proven and no more: a documented refusal is a fact, a lost or unreadable answer is not.
 *
 * @since 0.1
 */
public abstract class OutcomeContract extends ProviderFixture {

    /** For subclasses. */
    protected OutcomeContract() {}

    @TestFactory
    Stream<DynamicTest> ofAFaultSaysWhatItProves() {
        return Fault.all(bsp()).stream()
                .map(fault -> dynamicTest(fault.name(), () -> {
                    meet(fault);
                    wire().answers(fault.answer());

                    fault.judge().accept(send());
                }));
    }

    @TestFactory
    Stream<DynamicTest> ofTheNextSendIsAnAcceptanceWhenTheBspIsWellAgain() {
        return Fault.all(bsp()).stream()
                .map(fault -> dynamicTest("after " + fault.name(), () -> {
                    meet(fault);
                    wire().answers(fault.answer(), acceptingAll());
                    fault.judge().accept(send());

                    acceptedId(send());
                }));
    }

    @TestFactory
    Stream<DynamicTest> ofADocumentedRefusalIsARejectionThatTheErrorTableKnows() {
        return bsp().refusals().stream()
                .map(refusal -> dynamicTest(refusal.code() + " is " + refusal.disposition(), () -> {
                    afresh();
                    wire().answers(refusal.answer());

                    ProviderError error = rejection(send());

                    ErrorRule rule = provider().errors().ruleFor(error);
                    assertThat(error.code()).isEqualTo(refusal.code());
                    assertThat(error.httpStatus()).isEqualTo(refusal.answer().status());
                    assertThat(rule.disposition()).isEqualTo(refusal.disposition());
                    assertThat(rule.scope()).isEqualTo(refusal.scope());
                    assertThat(rule.advice()).isNotBlank();
                }));
    }

    @Test
    void ofRefusalsCoverWhatACampaignMustTellApart() {
        assertThat(bsp().refusals())
                .extracting(RefusalExample::disposition)
                .contains(Disposition.THROTTLE_LANE, Disposition.REFRESH_CREDENTIALS, Disposition.FAIL_RECIPIENT);
    }

    @Test
    void comesInTime() {
        provider(setup().totalTimeout(SHORT_TIMEOUT));
        wire().answers(new WireAnswer.Silence());
        Instant start = Instant.now();

        send();

        assertThat(Duration.between(start, Instant.now())).isBetween(SHORT_TIMEOUT.dividedBy(2), TOTAL_TIMEOUT);
    }

    @Test
    void isNotWaitedForByTheCaller() {
        provider(setup().totalTimeout(SHORT_TIMEOUT));
        wire().answers(new WireAnswer.Silence());

        var sending = provider().send(request()).toCompletableFuture();

        assertThat(sending).isNotDone();
        assertThat(await(sending)).isInstanceOf(SendOutcome.Ambiguous.class);
    }

    static ProviderError rejection(SendOutcome outcome) {
        assertThat(outcome).isInstanceOf(Rejected.class);
        return ((Rejected) outcome).error();
    }
}
