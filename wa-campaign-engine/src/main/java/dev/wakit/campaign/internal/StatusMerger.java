package dev.wakit.campaign.internal;

import static dev.wakit.campaign.delivery.DeliveryState.ACCEPTED;
import static dev.wakit.campaign.delivery.DeliveryState.CANCELLED;
import static dev.wakit.campaign.delivery.DeliveryState.DELIVERED;
import static dev.wakit.campaign.delivery.DeliveryState.FAILED;
import static dev.wakit.campaign.delivery.DeliveryState.HELD;
import static dev.wakit.campaign.delivery.DeliveryState.PENDING;
import static dev.wakit.campaign.delivery.DeliveryState.READ;
import static dev.wakit.campaign.delivery.DeliveryState.SENDING;
import static dev.wakit.campaign.delivery.DeliveryState.SENT;
import static dev.wakit.campaign.delivery.DeliveryState.SKIPPED;
import static dev.wakit.campaign.delivery.DeliveryState.UNCERTAIN;
import static dev.wakit.campaign.delivery.DeliveryState.UNKNOWN;

import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.DeliveryTransitions;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.Located;
import dev.wakit.campaign.store.MergeStep;
import dev.wakit.campaign.store.OutcomeWrite;
import dev.wakit.campaign.store.PastAttempt;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.message.MessageId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Adds evidence to a delivery so that the order and number of arrivals make no difference. Pure and thread-safe.
 *
 * <p>Times are merged by their minimum. Within one attempt a state only climbs; FAILED gives way to proof of delivery. Evidence
 * about an earlier attempt counts only if it proves that the person has the message.
 */
final class StatusMerger {

    /** States that a failed status of the same attempt may end. */
    private static final Set<DeliveryState> OPEN = EnumSet.of(SENDING, UNCERTAIN, UNKNOWN, ACCEPTED, HELD, SENT);

    private final ErrorJudge judge;
    private final Function<CampaignRow, CampaignBook.Entry> campaigns;

    StatusMerger(ErrorJudge judge, Function<CampaignRow, CampaignBook.Entry> campaigns) {
        this.judge = judge;
        this.campaigns = campaigns;
    }

    MergeStep merge(Located located, Evidence evidence, Instant now) {
        Delivery delivery = located.delivery();
        if (delivery.state() == SKIPPED && !isProofOfSending(evidence)) {
            return MergeStep.of(delivery);
        }
        if (evidence instanceof Evidence.Status status) {
            int attempt = status.attemptNo() > 0 ? status.attemptNo() : located.attemptNo();
            return status(delivery, located.campaign(), attempt > 0 ? attempt : delivery.attemptNo(), status, now);
        }
        if (evidence instanceof Evidence.LateOutcome late) {
            return late(delivery, late.outcome());
        }
        return MergeStep.of(reply(delivery, (Evidence.Reply) evidence));
    }

    /** A delivery that was to be sent again, and was skipped instead, may have arrived the first time. */
    private static boolean isProofOfSending(Evidence evidence) {
        return evidence instanceof Evidence.Status status && status.status() != MessageStatus.FAILED
                || evidence instanceof Evidence.LateOutcome late
                        && (late.outcome().state() == ACCEPTED || late.outcome().state() == HELD);
    }

    private static boolean isWaitingOrSkipped(Delivery delivery) {
        return delivery.state() == PENDING || delivery.state() == SKIPPED;
    }

    private MergeStep status(
            Delivery delivery, CampaignRow campaign, int attempt, Evidence.Status status, Instant now) {
        if (status.status() == MessageStatus.FAILED) {
            return failed(delivery, campaign, attempt, status, now);
        }
        boolean reachedPerson = status.status() != MessageStatus.SENT;
        boolean resent = isResent(delivery, attempt);
        if (attempt < delivery.attemptNo() && !reachedPerson && !resent) {
            return MergeStep.of(delivery);
        }
        if (isAfterthought(delivery, attempt, reachedPerson)) {
            Instant sentAt = earliest(delivery.sentAt(), status.at());
            return MergeStep.of(
                    delivery.sentAt().filter(sentAt::equals).isPresent()
                            ? delivery
                            : delivery.toBuilder().sentAt(sentAt).build());
        }
        boolean duplicate = isDuplicate(delivery, attempt, status.messageId());
        Delivery.Builder builder = delivery.toBuilder();
        adopt(builder, delivery, attempt, status.messageId());
        switch (status.status()) {
            case SENT -> builder.sentAt(earliest(delivery.sentAt(), status.at()));
            case DELIVERED -> builder.deliveredAt(earliest(delivery.deliveredAt(), status.at()));
            case READ, PLAYED -> {
                // WhatsApp may leave out "delivered" when a message is read at once.
                builder.deliveredAt(earliest(delivery.deliveredAt(), status.at()));
                builder.readAt(earliest(delivery.readAt(), status.at()));
                if (status.status() == MessageStatus.PLAYED) {
                    builder.playedAt(earliest(delivery.playedAt(), status.at()));
                }
            }
            case FAILED -> throw new AssertionError("handled above");
        }
        climb(builder, delivery, attempt, target(status.status()));
        boolean kept = duplicate || attempt < delivery.attemptNo();
        return new MergeStep(
                builder.build(),
                kept ? beside(delivery, attempt, status.messageId(), status.at()) : List.of(),
                List.of(),
                duplicate);
    }

    /** An attempt that was followed by another without proof that it had failed: what proves it counts as for the latest. */
    private static boolean isResent(Delivery delivery, int attempt) {
        return attempt == delivery.resentAttempt() && attempt < delivery.attemptNo();
    }

    /** A SENT that arrives after the same attempt's failure was turned into a wait for the next try: a time, and no more. */
    private static boolean isAfterthought(Delivery delivery, int attempt, boolean reachedPerson) {
        return !reachedPerson
                && isWaitingOrSkipped(delivery)
                && attempt == delivery.attemptNo()
                && delivery.failedAt().isPresent();
    }

    private MergeStep failed(
            Delivery delivery, CampaignRow campaign, int attempt, Evidence.Status status, Instant now) {
        boolean current = attempt >= delivery.attemptNo();
        boolean lostCommit = attempt > delivery.attemptNo() && delivery.state() == PENDING;
        boolean conflict =
                current && reachedPerson(delivery) && delivery.failedAt().isEmpty();
        if (!conflict && (!current || !(OPEN.contains(delivery.state()) || lostCommit))) {
            return MergeStep.of(delivery);
        }
        CampaignBook.Entry entry = campaigns.apply(campaign);
        ErrorJudge.Verdict verdict =
                judge.judge(status.error(), status.rule(), delivery, entry.settingsFor(delivery), now);
        if (conflict) {
            return conflict(delivery, status, verdict, entry.settingsFor(delivery), now);
        }
        Delivery.Builder builder = delivery.toBuilder()
                .attemptNo(attempt)
                .failedAt(earliest(delivery.failedAt(), status.at()))
                .uncertainAt(null);
        List<Suppression> suppressions = suppressions(delivery, status, entry.settingsFor(delivery), now);
        // What was accepted once is not sent again in the strictest mode: it sometimes arrives although it was reported
        // as failed.
        boolean maySend = entry.takesRetries() && entry.settings().sendMode() != SendMode.AT_MOST_ONCE;
        if (maySend && verdict.retry() && verdict.tries() > delivery.tries()) {
            var past = new PastAttempt(
                    delivery.id(),
                    attempt,
                    status.messageId().value(),
                    status.error().code(),
                    verdict.text(),
                    status.at());
            builder.messageId(null)
                    .tries(verdict.tries())
                    .notBefore(verdict.at())
                    .error(status.error().code(), verdict.text());
            move(builder, delivery, PENDING);
            return new MergeStep(builder.build(), List.of(past), suppressions, false);
        }
        adopt(builder, delivery, attempt, status.messageId());
        builder.tries(verdict.tries()).error(status.error().code(), verdict.text());
        move(builder, delivery, FAILED);
        boolean duplicate = isDuplicate(delivery, attempt, status.messageId());
        return new MergeStep(
                builder.build(),
                duplicate ? beside(delivery, attempt, status.messageId(), status.at()) : List.of(),
                suppressions,
                duplicate);
    }

    private static List<Suppression> suppressions(
            Delivery delivery, Evidence.Status status, CampaignSettings settings, Instant now) {
        return ErrorJudge.suppressions(delivery, status.names(), status.error(), status.rule(), settings, now);
    }

    private static boolean reachedPerson(Delivery delivery) {
        return delivery.state() == DELIVERED || delivery.state() == READ;
    }

    /** Both failed and delivered were reported, as happens with several devices: proof of delivery stands, both are kept. */
    private static MergeStep conflict(
            Delivery delivery,
            Evidence.Status status,
            ErrorJudge.Verdict verdict,
            CampaignSettings settings,
            Instant now) {
        Delivery after = delivery.toBuilder()
                .failedAt(status.at())
                .tries(verdict.tries())
                .error(status.error().code(), verdict.text())
                .build();
        return new MergeStep(after, List.of(), suppressions(delivery, status, settings, now), false);
    }

    private MergeStep late(Delivery delivery, OutcomeWrite outcome) {
        int attempt = outcome.attemptNo();
        boolean accepted = outcome.state() == ACCEPTED || outcome.state() == HELD;
        if (accepted) {
            var messageId = new MessageId(outcome.messageId());
            boolean resent = isResent(delivery, attempt);
            if (attempt < delivery.attemptNo() && !resent) {
                return MergeStep.of(delivery);
            }
            if (isFollowed(delivery, attempt)) {
                return MergeStep.of(
                        delivery.acceptedAt().isPresent()
                                ? delivery
                                : delivery.toBuilder().acceptedAt(outcome.at()).build());
            }
            boolean duplicate = isDuplicate(delivery, attempt, messageId);
            Delivery.Builder builder = delivery.toBuilder().acceptedAt(earliest(delivery.acceptedAt(), outcome.at()));
            adopt(builder, delivery, attempt, messageId);
            boolean isHeldAllowed =
                    delivery.state() != PENDING && delivery.state() != SKIPPED && delivery.state() != CANCELLED;
            climb(builder, delivery, attempt, isHeldAllowed ? outcome.state() : ACCEPTED);
            boolean kept = duplicate || attempt < delivery.attemptNo();
            return new MergeStep(
                    builder.build(),
                    kept ? beside(delivery, attempt, messageId, outcome.at()) : List.of(),
                    List.of(),
                    duplicate);
        }
        boolean open = delivery.state() == SENDING || delivery.state() == UNCERTAIN || delivery.state() == UNKNOWN;
        if (attempt != delivery.attemptNo() || !open || outcome.state() == delivery.state()) {
            return MergeStep.of(delivery);
        }
        Delivery.Builder builder = delivery.toBuilder()
                .tries(outcome.tries())
                .notBefore(outcome.notBefore())
                .error(blankToNull(outcome.errorCode()), blankToNull(outcome.errorText()));
        if (outcome.state() == FAILED) {
            builder.failedAt(outcome.at());
        }
        if (outcome.state() == UNCERTAIN && delivery.state() != SENDING) {
            return MergeStep.of(delivery);
        }
        builder.uncertainAt(outcome.state() == UNCERTAIN ? outcome.at() : null);
        move(builder, delivery, outcome.state());
        return MergeStep.of(builder.build());
    }

    /** The same attempt's failure was reported already, and the next try is planned: its acceptance is old news. */
    private static boolean isFollowed(Delivery delivery, int attempt) {
        return attempt == delivery.attemptNo()
                && (isWaitingOrSkipped(delivery) && delivery.failedAt().isPresent() || delivery.state() == CANCELLED);
    }

    private static Delivery reply(Delivery delivery, Evidence.Reply reply) {
        Instant first = earliest(delivery.repliedAt(), reply.at());
        return delivery.repliedAt().filter(first::equals).isPresent()
                ? delivery
                : delivery.toBuilder().repliedAt(first).build();
    }

    /**
     * Takes over the attempt and the message id that the evidence names, when the row does not know better. Of several messages for
     * one person the first that is known stays, and each other one is a duplicate.
     */
    private static void adopt(Delivery.Builder builder, Delivery delivery, int attempt, MessageId messageId) {
        if (attempt > delivery.attemptNo()) {
            builder.attemptNo(attempt).messageId(messageId);
        } else if (delivery.messageId().isEmpty()) {
            builder.messageId(messageId);
        }
    }

    /** Whether WhatsApp has a second message for the person: of the same attempt, or of an earlier one that got through as well. */
    private static boolean isDuplicate(Delivery delivery, int attempt, MessageId messageId) {
        boolean concerned = attempt == delivery.attemptNo()
                || attempt < delivery.attemptNo() && delivery.state().isPositive();
        return concerned
                && delivery.messageId()
                        .filter(known -> !known.equals(messageId))
                        .isPresent();
    }

    /** The record of a message that the row itself has no place for. */
    private static List<PastAttempt> beside(Delivery delivery, int attempt, MessageId messageId, Instant at) {
        return List.of(new PastAttempt(
                delivery.id(),
                attempt,
                messageId.value(),
                "",
                "WhatsApp has this message of the attempt as well.",
                at));
    }

    private static void climb(Delivery.Builder builder, Delivery delivery, int attempt, DeliveryState target) {
        DeliveryState now = delivery.state();
        boolean higher = !now.isPositive() || rank(target) > rank(now);
        boolean proofNeeded = now == FAILED || now == CANCELLED;
        if (higher && !(proofNeeded && rank(target) < rank(DELIVERED) && now == FAILED)) {
            builder.uncertainAt(null);
            // An earlier attempt's error is settled by this one; an error of the same attempt stays beside the proof.
            boolean sameAttempt = isWaitingOrSkipped(delivery) && attempt == delivery.attemptNo();
            if (!now.isPositive() && now != FAILED && !sameAttempt) {
                builder.error(null, null).failedAt(null);
            }
            if (now == SKIPPED) {
                builder.skip(null, null);
            }
            move(builder, delivery, target);
        }
    }

    private static int rank(DeliveryState state) {
        return switch (state) {
            case HELD -> 1;
            case ACCEPTED -> 2;
            case SENT -> 3;
            case DELIVERED -> 4;
            case READ -> 5;
            default -> 0;
        };
    }

    private static DeliveryState target(MessageStatus status) {
        return switch (status) {
            case SENT -> SENT;
            case DELIVERED -> DELIVERED;
            case READ, PLAYED -> READ;
            case FAILED -> FAILED;
        };
    }

    private static void move(Delivery.Builder builder, Delivery delivery, DeliveryState to) {
        if (delivery.state() != to && !DeliveryTransitions.isAllowed(delivery.state(), to)) {
            throw new IllegalStateException(
                    "Delivery " + delivery.id() + " may not go from " + delivery.state() + " to " + to);
        }
        builder.state(to);
    }

    private static Instant earliest(Optional<Instant> known, Instant news) {
        return known.filter(at -> at.isBefore(news)).orElse(news);
    }

    private static @Nullable String blankToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
