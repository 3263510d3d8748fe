package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.MergeResult;
import dev.wakit.campaign.store.MergeStep;
import dev.wakit.campaign.store.Merged;
import dev.wakit.campaign.store.UncertainGroup;
import dev.wakit.campaign.store.UncertainQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the wait of deliveries of which nobody knows whether they were sent. One loop.
 *
 * <p>Rows are found by an index of their own, and settled in small transactions, each of which looks at the row again: a status
 * that arrives in between wins.
 */
final class Reconciler {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int PAGE = 500;
    private static final int MAX_GROUPS = 10_000;

    private final EngineCore engine;
    private final UncertainJudge judge;
    private final Lookups lookups;

    Reconciler(EngineCore engine) {
        this.engine = engine;
        this.judge = engine.uncertainJudge();
        this.lookups = new Lookups(engine);
    }

    long step() {
        var open = new ArrayList<Lookups.Turn>();
        for (UncertainGroup group : engine.stores().deliveries().uncertainGroups(MAX_GROUPS)) {
            Optional<CampaignRow> row =
                    engine.stores().campaigns().find(group.lane().tenant(), group.campaign());
            if (row.isPresent() && !engine.isStopping()) {
                CampaignBook.Entry entry = engine.book().enter(row.get());
                settle(group, entry);
                open.add(new Lookups.Turn(group, entry));
            }
        }
        // Last, because a BSP may be slow to answer.
        lookups.ask(open);
        return EVERY_NANOS;
    }

    private void settle(UncertainGroup group, CampaignBook.Entry entry) {
        Instant now = engine.now();
        CampaignSettings settings = entry.settings();
        if (UncertainJudge.resendsAtOnce(entry, now)) {
            settlePages(
                    UncertainQuery.since(group, now, PAGE).triesBelow(SendMode.MAX_BLIND_TRIES - 1), entry, false, now);
        }
        Instant graceOver = now.minus(judge.grace(settings));
        if (!group.oldest().isAfter(graceOver)) {
            ChannelProof.Window proven = engine.channelProof().window(group.lane(), settings.sendMode(), now);
            settlePages(
                    UncertainQuery.since(group, graceOver, PAGE).intentBetween(proven.after(), proven.before()),
                    entry,
                    true,
                    now);
            settlePages(UncertainQuery.since(group, now.minus(judge.limit(settings)), PAGE), entry, false, now);
        }
    }

    /** Settles page after page, until one has nothing that could be settled. */
    private void settlePages(UncertainQuery query, CampaignBook.Entry entry, boolean absenceCounts, Instant now) {
        int again = 0;
        int unknown = 0;
        List<Merged> changed;
        do {
            List<Delivery> page = engine.stores().deliveries().uncertain(query);
            changed = page.isEmpty()
                    ? List.of()
                    : merge(page, entry, absenceCounts, now).changed();
            for (Merged merged : changed) {
                boolean isAgain = merged.after().state() == DeliveryState.PENDING;
                again += isAgain ? 1 : 0;
                unknown += isAgain ? 0 : 1;
                engine.notifier()
                        .tell(new CampaignEvent.DeliveryChanged(
                                merged.after().tenant(),
                                merged.after(),
                                merged.before().state()));
            }
        } while (changed.size() == PAGE && !engine.isStopping());
        report(entry, again, unknown);
    }

    private MergeResult merge(List<Delivery> page, CampaignBook.Entry entry, boolean absenceCounts, Instant now) {
        return engine.stores()
                .deliveries()
                .merge(
                        entry.row().tenant(),
                        page.stream().map(row -> DeliveryRef.of(row.id())).toList(),
                        (located, index) -> located.delivery().attemptNo()
                                        == page.get(index).attemptNo()
                                ? judge.settle(
                                        located.delivery(), engine.book().enter(located.campaign()), absenceCounts, now)
                                : MergeStep.of(located.delivery()),
                        now);
    }

    private void report(CampaignBook.Entry entry, int again, int unknown) {
        if (unknown > 0) {
            LOG.warn(
                    "Campaign {}: {} deliveries are UNKNOWN, because no evidence came in time",
                    entry.row().id(),
                    unknown);
        }
        if (again > 0) {
            LOG.warn(
                    "Campaign {}: {} deliveries without evidence are sent again, as its mode {} says",
                    entry.row().id(),
                    again,
                    entry.settings().sendMode());
            engine.wakeLanes();
        }
    }
}
