package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.EvidencePolicy;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.store.MergeStep;
import dev.wakit.campaign.store.PastAttempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Decides what becomes of a delivery of which nobody knows whether it was sent, when no evidence came. Pure and thread-safe.
 *
 * <p>Sending again is the only decision of the engine that may make a duplicate. It is here, and nowhere else.
 */
final class UncertainJudge {

    private final EvidencePolicy policy;

    UncertainJudge(EvidencePolicy policy) {
        this.policy = policy;
    }

    /** How long a campaign's deliveries wait for evidence. */
    Duration grace(CampaignSettings settings) {
        return settings.evidenceGrace().orElseGet(() -> policy.grace(settings.category()));
    }

    /** How long they wait at most. */
    Duration limit(CampaignSettings settings) {
        Duration grace = grace(settings);
        return grace.compareTo(policy.limit()) > 0 ? grace : policy.limit();
    }

    /** Whether a campaign's deliveries are sent again at once. */
    static boolean resendsAtOnce(CampaignBook.Entry entry, Instant now) {
        return entry.settings().sendMode() == SendMode.AT_LEAST_ONCE && maySend(entry, now);
    }

    private static boolean maySend(CampaignBook.Entry entry, Instant now) {
        return entry.takesRetries()
                && entry.settings().sendBy().filter(now::isAfter).isEmpty();
    }

    /**
     * Decides about one delivery.
     *
     * @param absenceCounts whether an accepted message would have shown itself by now
     */
    MergeStep settle(Delivery delivery, CampaignBook.Entry entry, boolean absenceCounts, Instant now) {
        if (delivery.state() != DeliveryState.UNCERTAIN) {
            return MergeStep.of(delivery);
        }
        CampaignSettings settings = entry.settings();
        boolean isTooLate = delivery.sendBy().filter(now::isAfter).isPresent();
        if (resendsAtOnce(entry, now) && !isTooLate && delivery.tries() + 1 < SendMode.MAX_BLIND_TRIES) {
            return again(delivery, delivery.tries() + 1, "No clear answer: sent again at once.", now);
        }
        Instant since = delivery.uncertainAt().orElse(now);
        if (absenceCounts && !now.isBefore(since.plus(grace(settings)))) {
            boolean resend = settings.sendMode() == SendMode.RECONCILE_RESEND
                    && delivery.resentAttempt() == 0
                    && !isTooLate
                    && maySend(entry, now);
            return resend
                    ? again(delivery, delivery.tries() + 1, noEvidence(settings) + " Sent again.", now)
                    : MergeStep.of(unknown(delivery));
        }
        return now.isBefore(since.plus(limit(settings))) ? MergeStep.of(delivery) : MergeStep.of(unknown(delivery));
    }

    private String noEvidence(CampaignSettings settings) {
        return "No evidence came within " + grace(settings).toSeconds() + " s while webhooks worked.";
    }

    private static Delivery unknown(Delivery delivery) {
        return delivery.toBuilder().state(DeliveryState.UNKNOWN).build();
    }

    /** Back to PENDING, with the attempt kept beside it: a late status of its message still finds the delivery. */
    static MergeStep again(Delivery delivery, int tries, String why, Instant now) {
        var past = new PastAttempt(delivery.id(), delivery.attemptNo(), "", "", because(delivery, why), now);
        Delivery after = delivery.toBuilder()
                .state(DeliveryState.PENDING)
                .notBefore(now)
                .tries(tries)
                .resentAttempt(delivery.attemptNo())
                .uncertainAt(null)
                .error(null, null)
                .build();
        return new MergeStep(after, List.of(past), List.of(), false);
    }

    static String because(Delivery delivery, String why) {
        return delivery.errorText().map(text -> text + " " + why).orElse(why);
    }
}
