package dev.wakit.campaign.internal;

import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.store.OutcomeWrite;
import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ErrorScope;
import dev.wakit.provider.SendOutcome;
import java.time.Duration;
import java.time.Instant;

/** Turns the outcome of an attempt into what is written, and tells the lane's throttle. Thread-safe. */
final class OutcomeJudge {

    private static final Duration BROKEN_HOLD = Duration.ofMinutes(1);

    private final ErrorPolicy policy;
    private final ErrorJudge judge;
    private final LaneThrottle throttle;
    private final LaneGate gate;

    OutcomeJudge(ErrorPolicy policy, ErrorJudge judge, LaneThrottle throttle, LaneGate gate) {
        this.gate = gate;
        this.policy = policy;
        this.judge = judge;
        this.throttle = throttle;
    }

    /** The rule of a refusal. */
    ErrorRule rule(SendOutcome.Rejected rejected) {
        return policy.ruleFor(rejected.error());
    }

    /**
     * The rule of a refusal as it concerns one delivery: a single send has no campaign that stops while its template or its request
     * is mended, so it fails.
     */
    private ErrorRule rule(SendOutcome.Rejected rejected, Delivery delivery) {
        ErrorRule rule = rule(rejected);
        boolean ownFault = rule.scope() != ErrorScope.SENDER && rule.scope() != ErrorScope.ACCOUNT;
        return delivery.isSingle() && ownFault && rule.disposition() == Disposition.PAUSE_CAMPAIGN
                ? rule.withDisposition(Disposition.FAIL_RECIPIENT)
                : rule;
    }

    /** Reacts at once to what concerns the whole lane, before anything is written. */
    void signal(Flight.Landing landing) {
        SendOutcome outcome = landing.outcome();
        ErrorRule rule = outcome instanceof SendOutcome.Rejected rejected
                ? rule(rejected, landing.flight().delivery())
                : null;
        gate.record(outcome, rule, landing.at());
        if (outcome instanceof SendOutcome.NotSent notSent) {
            throttle.unreachable(
                    "The BSP cannot be reached: " + notSent.failure().detail(), landing.at());
        } else if (!(outcome instanceof SendOutcome.Ambiguous)) {
            throttle.reached();
        }
        if (rule != null && rule.disposition() == Disposition.THROTTLE_LANE) {
            throttle.tooFast(rule.code() + " " + rule.title(), landing.at());
        } else if (rule != null
                && rule.disposition() == Disposition.PAUSE_CAMPAIGN
                && landing.flight().delivery().isSingle()) {
            // A single send has no campaign to pause, and what is broken is broken for everyone on the lane.
            throttle.hold(rule.code() + " " + rule.title() + ". " + rule.advice(), BROKEN_HOLD, landing.at());
        }
    }

    OutcomeWrite write(Flight.Landing landing) {
        SendOutcome outcome = landing.outcome();
        Delivery delivery = landing.flight().delivery();
        int tries = delivery.tries();
        if (outcome instanceof SendOutcome.Accepted accepted) {
            DeliveryState state = accepted.heldForQuality() ? DeliveryState.HELD : DeliveryState.ACCEPTED;
            return of(landing, state, accepted.messageId().value(), Instant.EPOCH, tries, "", "");
        }
        if (outcome instanceof SendOutcome.NotSent notSent) {
            return of(
                    landing,
                    DeliveryState.PENDING,
                    "",
                    landing.at().plusSeconds(1),
                    tries,
                    "",
                    "Not sent: " + notSent.failure().detail());
        }
        if (outcome instanceof SendOutcome.Ambiguous ambiguous) {
            return of(
                    landing,
                    DeliveryState.UNCERTAIN,
                    "",
                    Instant.EPOCH,
                    tries,
                    "",
                    "It is not known whether it was sent: "
                            + ambiguous.failure().detail());
        }
        return refused(landing, (SendOutcome.Rejected) outcome);
    }

    private OutcomeWrite refused(Flight.Landing landing, SendOutcome.Rejected rejected) {
        ErrorJudge.Verdict verdict = judge.judge(
                rejected.error(),
                rule(rejected, landing.flight().delivery()),
                landing.flight().delivery(),
                landing.flight().feed().entry().settingsFor(landing.flight().delivery()),
                landing.at());
        return of(
                landing,
                verdict.retry() ? DeliveryState.PENDING : DeliveryState.FAILED,
                "",
                verdict.at(),
                verdict.tries(),
                rejected.error().code(),
                verdict.text());
    }

    private static OutcomeWrite of(
            Flight.Landing landing,
            DeliveryState state,
            String messageId,
            Instant notBefore,
            int tries,
            String errorCode,
            String errorText) {
        Delivery delivery = landing.flight().delivery();
        return new OutcomeWrite(
                delivery.id(),
                delivery.campaign(),
                landing.flight().attemptNo(),
                state,
                messageId,
                notBefore,
                tries,
                errorCode,
                errorText,
                landing.at());
    }
}
