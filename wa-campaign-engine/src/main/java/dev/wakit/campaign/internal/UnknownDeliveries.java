package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.OperatorNote;
import dev.wakit.campaign.ResendRefusedException;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.MergeResult;
import dev.wakit.campaign.store.MergeStep;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator decides about deliveries of which nobody knows whether they were sent. Thread-safe. */
final class UnknownDeliveries {

    /** The code of deliveries that an operator took for failed. */
    static final String SETTLED = "SETTLED";

    private static final Logger LOG = LoggerFactory.getLogger(UnknownDeliveries.class);
    private static final int STEP = 1_000;

    private final EngineCore engine;
    private final TenantId tenant;

    UnknownDeliveries(EngineCore engine, TenantId tenant) {
        this.engine = engine;
        this.tenant = tenant;
    }

    long resend(Campaign campaign, Collection<DeliveryId> deliveries, OperatorNote note) {
        refuseAtMostOnce(campaign);
        return decide(campaign, deliveries, again(note, engine.now()), note, "sent again");
    }

    long fail(Campaign campaign, Collection<DeliveryId> deliveries, OperatorNote note) {
        return decide(campaign, deliveries, failed(note, engine.now()), note, "taken for failed");
    }

    long resendAll(Campaign campaign, OperatorNote note) {
        refuseAtMostOnce(campaign);
        long count = 0;
        var after = new DeliveryId(0);
        List<Delivery> page;
        do {
            page = engine.stores()
                    .deliveries()
                    .list(tenant, campaign.id(), new DeliveryQuery(Set.of(DeliveryState.UNKNOWN), "", "", after, STEP));
            if (!page.isEmpty()) {
                after = page.get(page.size() - 1).id();
                count += merge(page.stream().map(Delivery::id).toList(), again(note, engine.now()), false);
            }
        } while (page.size() == STEP);
        report(campaign.id(), count, note, "sent again");
        return count;
    }

    private static void refuseAtMostOnce(Campaign campaign) {
        if (campaign.settings().sendMode() == SendMode.AT_MOST_ONCE) {
            throw new ResendRefusedException(
                    "Campaign " + campaign.id()
                            + " is AT_MOST_ONCE: nothing of it is sent again without proof that it was "
                            + "not sent. Make a new campaign for these people.",
                    List.of());
        }
    }

    private long decide(
            Campaign campaign,
            Collection<DeliveryId> deliveries,
            Function<Delivery, MergeStep> decision,
            OperatorNote note,
            String what) {
        if (deliveries.size() > STEP) {
            throw new IllegalArgumentException(
                    deliveries.size() + " deliveries at once are too many. Decide about at most 1,000.");
        }
        List<DeliveryId> ids = deliveries.stream().distinct().toList();
        List<DeliveryId> refused =
                ids.stream().filter(id -> !isUnknown(campaign.id(), id)).toList();
        if (!refused.isEmpty()) {
            throw refused(refused);
        }
        long count = merge(ids, decision, true);
        report(campaign.id(), count, note, what);
        return count;
    }

    private boolean isUnknown(CampaignId campaign, DeliveryId id) {
        return engine.stores()
                .deliveries()
                .find(tenant, id)
                .filter(row -> row.campaign().equals(campaign) && row.state() == DeliveryState.UNKNOWN)
                .isPresent();
    }

    private static ResendRefusedException refused(List<DeliveryId> ids) {
        return new ResendRefusedException(
                ids.size() + " of the deliveries are not UNKNOWN deliveries of this campaign, so nothing was changed. "
                        + "List those that are, and decide about them.",
                ids);
    }

    /** One transaction. What a status has settled in the meantime is refused, or left alone when all were meant. */
    private long merge(List<DeliveryId> ids, Function<Delivery, MergeStep> decision, boolean strict) {
        if (ids.isEmpty()) {
            return 0;
        }
        MergeResult result = engine.stores()
                .deliveries()
                .merge(
                        tenant,
                        ids.stream().map(DeliveryRef::of).toList(),
                        (located, index) -> {
                            if (located.delivery().state() == DeliveryState.UNKNOWN) {
                                return decision.apply(located.delivery());
                            }
                            if (strict) {
                                throw refused(List.of(located.delivery().id()));
                            }
                            return MergeStep.of(located.delivery());
                        },
                        engine.now());
        result.changed()
                .forEach(merged -> engine.notifier()
                        .tell(new CampaignEvent.DeliveryChanged(
                                tenant, merged.after(), merged.before().state())));
        return result.changed().size();
    }

    private static Function<Delivery, MergeStep> again(OperatorNote note, Instant now) {
        return row -> UncertainJudge.again(row, 0, "Sent again by " + note.by() + ": " + note.why(), now);
    }

    private static Function<Delivery, MergeStep> failed(OperatorNote note, Instant now) {
        return row -> MergeStep.of(row.toBuilder()
                .state(DeliveryState.FAILED)
                .failedAt(now)
                .uncertainAt(null)
                .error(SETTLED, UncertainJudge.because(row, "Taken for failed by " + note.by() + ": " + note.why()))
                .build());
    }

    private static void report(CampaignId campaign, long count, OperatorNote note, String what) {
        LOG.info("Campaign {}: {} UNKNOWN deliveries are {}, as {} decided", campaign, count, what, note.by());
    }
}
