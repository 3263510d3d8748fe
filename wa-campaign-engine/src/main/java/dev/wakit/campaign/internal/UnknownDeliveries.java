package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.OperatorNote;
import dev.wakit.campaign.ResendRefusedException;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.Located;
import dev.wakit.campaign.store.MergeResult;
import dev.wakit.campaign.store.MergeStep;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
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
    private final Scope scope;

    private UnknownDeliveries(EngineCore engine, TenantId tenant, Scope scope) {
        this.engine = engine;
        this.tenant = tenant;
        this.scope = scope;
    }

    /**
     * Which deliveries may be decided about.
     *
     * @param name for the log
     * @param members what they are called where one is refused
     */
    private record Scope(
            String name, String members, Predicate<Delivery> holds, Function<DeliveryQuery, List<Delivery>> list) {}

    static UnknownDeliveries ofCampaign(EngineCore engine, TenantId tenant, CampaignId campaign) {
        var scope = new Scope(
                "Campaign " + campaign,
                "UNKNOWN deliveries of this campaign",
                row -> row.campaign().equals(campaign),
                query -> engine.stores().deliveries().list(tenant, campaign, query));
        return new UnknownDeliveries(engine, tenant, scope);
    }

    static UnknownDeliveries ofSingleSends(EngineCore engine, TenantId tenant) {
        var scope = new Scope(
                "Single sends",
                "UNKNOWN single sends",
                Delivery::isSingle,
                query -> engine.stores().outbox().list(tenant, query));
        return new UnknownDeliveries(engine, tenant, scope);
    }

    long resend(Collection<DeliveryId> deliveries, OperatorNote note) {
        return decide(deliveries, again(note, engine.now()), note);
    }

    long fail(Collection<DeliveryId> deliveries, OperatorNote note) {
        return decide(deliveries, failed(note, engine.now()), note);
    }

    /** Sends all again, but for those that are never sent again. */
    long resendAll(OperatorNote note) {
        long count = 0;
        var after = new DeliveryId(0);
        List<Delivery> page;
        do {
            page = scope.list().apply(new DeliveryQuery(Set.of(DeliveryState.UNKNOWN), "", "", after, STEP));
            if (!page.isEmpty()) {
                after = page.get(page.size() - 1).id();
                count += merge(page.stream().map(Delivery::id).toList(), again(note, engine.now()), false);
            }
        } while (page.size() == STEP);
        report(count, note, "sent again");
        return count;
    }

    /**
     * A decision about one delivery.
     *
     * @param what it means, for the log
     * @param repeats whether the person may get the message twice
     */
    private record Decision(String what, boolean repeats, Function<Delivery, MergeStep> step) {}

    private static Decision again(OperatorNote note, Instant now) {
        return new Decision(
                "sent again",
                true,
                row -> UncertainJudge.again(row, 0, "Sent again by " + note.by() + ": " + note.why(), now));
    }

    private static Decision failed(OperatorNote note, Instant now) {
        return new Decision(
                "taken for failed",
                false,
                row -> MergeStep.of(row.toBuilder()
                        .state(DeliveryState.FAILED)
                        .failedAt(now)
                        .uncertainAt(null)
                        .error(
                                SETTLED,
                                UncertainJudge.because(row, "Taken for failed by " + note.by() + ": " + note.why()))
                        .build()));
    }

    private long decide(Collection<DeliveryId> deliveries, Decision decision, OperatorNote note) {
        if (deliveries.size() > STEP) {
            throw new IllegalArgumentException(
                    deliveries.size() + " deliveries at once are too many. Decide about at most 1,000.");
        }
        List<DeliveryId> ids = deliveries.stream().distinct().toList();
        List<DeliveryId> refused = ids.stream().filter(id -> find(id).isEmpty()).toList();
        if (!refused.isEmpty()) {
            throw notUnknown(refused);
        }
        if (decision.repeats()) {
            List<DeliveryId> never = ids.stream().filter(this::isNeverRepeated).toList();
            if (!never.isEmpty()) {
                throw atMostOnce(never);
            }
        }
        long count = merge(ids, decision, true);
        report(count, note, decision.what());
        return count;
    }

    private Optional<Delivery> find(DeliveryId id) {
        return engine.stores().deliveries().find(tenant, id).filter(this::isMeant);
    }

    private boolean isMeant(Delivery row) {
        return scope.holds().test(row) && row.state() == DeliveryState.UNKNOWN;
    }

    private boolean isNeverRepeated(DeliveryId id) {
        return find(id).flatMap(row -> engine.stores().campaigns().find(tenant, row.campaign()))
                .filter(this::isAtMostOnce)
                .isPresent();
    }

    private boolean isAtMostOnce(CampaignRow campaign) {
        return engine.book().enter(campaign).settings().sendMode() == SendMode.AT_MOST_ONCE;
    }

    private ResendRefusedException notUnknown(List<DeliveryId> ids) {
        return new ResendRefusedException(
                ids.size() + " of the deliveries are not " + scope.members() + ", so nothing was changed. "
                        + "List those that are, and decide about them.",
                ids);
    }

    private static ResendRefusedException atMostOnce(List<DeliveryId> ids) {
        return new ResendRefusedException(
                ids.size() + " of the deliveries are AT_MOST_ONCE: they are never sent again without proof that they "
                        + "were not sent, so nothing was changed. Leave them out, or take them for failed and send a new "
                        + "message.",
                ids);
    }

    /** One transaction. What a status has settled in the meantime is refused, or left alone when all were meant. */
    private long merge(List<DeliveryId> ids, Decision decision, boolean strict) {
        if (ids.isEmpty()) {
            return 0;
        }
        MergeResult result = engine.stores()
                .deliveries()
                .merge(
                        tenant,
                        ids.stream().map(DeliveryRef::of).toList(),
                        (located, index) -> step(located, decision, strict),
                        engine.now());
        result.changed()
                .forEach(merged -> engine.notifier()
                        .tell(new CampaignEvent.DeliveryChanged(
                                tenant, merged.after(), merged.before().state())));
        return result.changed().size();
    }

    private MergeStep step(Located located, Decision decision, boolean strict) {
        Delivery row = located.delivery();
        if (isMeant(row) && !(decision.repeats() && isAtMostOnce(located.campaign()))) {
            return decision.step().apply(row);
        }
        if (strict) {
            throw notUnknown(List.of(row.id()));
        }
        return MergeStep.of(row);
    }

    private void report(long count, OperatorNote note, String what) {
        LOG.info("{}: {} UNKNOWN deliveries are {}, as {} decided", scope.name(), count, what, note.by());
    }
}
