package dev.wakit.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorScope;
import dev.wakit.provider.SendOutcome;
import dev.wakit.testkit.http.WireAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A BSP that asks to send slower is understood, and it is left to the caller to do so.
 *
 * @since 0.1
 */
public abstract class LimitContract extends ProviderFixture {

    /** For subclasses. */
    protected LimitContract() {}

    @Test
    void theThroughputOfASenderIsDeclared() {
        assertThat(provider().capabilities().throughput().messagesPerSecond()).isPositive();
    }

    @TestFactory
    Stream<DynamicTest> anAnswerThatAsksToSendSlowerSlowsALane() {
        return throttling()
                .map(refusal -> dynamicTest(refusal.code(), () -> {
                    afresh();
                    wire().answers(refusal.answer());

                    assertThrottled(send());
                }));
    }

    @Test
    void tooManyRequestsWithoutAReasonSlowALane() {
        wire().answers(WireAnswer.html(429));

        assertThrottled(send());
    }

    @TestFactory
    Stream<DynamicTest> theProviderDoesNotWaitItself() {
        return throttling()
                .map(refusal -> dynamicTest(refusal.code(), () -> {
                    afresh();
                    wire().answers(refusal.answer().with("Retry-After", "3600"), acceptingAll());
                    Instant start = Instant.now();

                    send();
                    acceptedId(send());

                    assertThat(Duration.between(start, Instant.now())).isLessThan(TOTAL_TIMEOUT);
                }));
    }

    private Stream<RefusalExample> throttling() {
        return bsp().refusals().stream().filter(refusal -> refusal.disposition() == Disposition.THROTTLE_LANE);
    }

    private void assertThrottled(SendOutcome outcome) {
        var rule = provider().errors().ruleFor(OutcomeContract.rejection(outcome));

        assertThat(rule.disposition()).isEqualTo(Disposition.THROTTLE_LANE);
        assertThat(rule.scope()).isIn(ErrorScope.SENDER, ErrorScope.ACCOUNT, ErrorScope.RECIPIENT);
    }
}
