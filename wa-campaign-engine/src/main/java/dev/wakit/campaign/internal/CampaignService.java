package dev.wakit.campaign.internal;

import static dev.wakit.campaign.CampaignStatus.CANCELLED;
import static dev.wakit.campaign.CampaignStatus.COMPLETED;
import static dev.wakit.campaign.CampaignStatus.DRAFT;
import static dev.wakit.campaign.CampaignStatus.FAILED;
import static dev.wakit.campaign.CampaignStatus.PAUSED;
import static dev.wakit.campaign.CampaignStatus.PREPARING;
import static dev.wakit.campaign.CampaignStatus.RUNNING;
import static dev.wakit.campaign.CampaignStatus.SCHEDULED;

import dev.wakit.TenantId;
import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignNotFoundException;
import dev.wakit.campaign.CampaignProgress;
import dev.wakit.campaign.CampaignQuery;
import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.CampaignStateException;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.Campaigns;
import dev.wakit.campaign.OperatorNote;
import dev.wakit.campaign.ResendRefusedException;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.pacing.Hold;
import dev.wakit.campaign.pacing.HoldLayer;
import dev.wakit.campaign.pacing.Pacing;
import dev.wakit.campaign.pacing.SendPlan;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.CampaignStore;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.campaign.store.PastAttempt;
import dev.wakit.campaign.store.QuietWait;
import dev.wakit.campaign.store.RetriedPage;
import dev.wakit.rate.RateLimit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The campaigns of one tenant. */
final class CampaignService implements Campaigns {

    private static final int STEP = 1_000;
    private static final Set<CampaignStatus> PAUSABLE = Set.of(RUNNING, PAUSED);
    private static final Set<CampaignStatus> RESUMED = Set.of(PAUSED, FAILED);
    private static final Set<CampaignStatus> SENT_AGAIN = Set.of(RUNNING, PAUSED, COMPLETED, FAILED);

    private final EngineCore engine;
    private final TenantId tenant;

    CampaignService(EngineCore engine, TenantId tenant) {
        this.engine = engine;
        this.tenant = tenant;
    }

    @Override
    public Campaign create(CampaignSpec spec) {
        return told(new NewCampaigns(engine, tenant).create(spec));
    }

    @Override
    public Campaign get(CampaignId id) {
        return find(id).orElseThrow(() -> new CampaignNotFoundException(id));
    }

    @Override
    public Optional<Campaign> find(CampaignId id) {
        return store().find(tenant, id)
                .filter(row -> !row.isMailbox())
                .map(row -> campaign(
                        row,
                        store().counters(tenant, List.of(id)).getOrDefault(id, Map.of()),
                        engine.pools().of(row)));
    }

    @Override
    public List<Campaign> list(CampaignQuery query) {
        List<CampaignRow> rows = store().list(tenant, query.statuses(), query.before(), query.limit());
        Map<CampaignId, Map<String, Long>> counters =
                store().counters(tenant, rows.stream().map(CampaignRow::id).toList());
        Map<CampaignId, Pool> pools = engine.pools().of(tenant, rows);
        return rows.stream()
                .map(row -> campaign(
                        row, counters.getOrDefault(row.id(), Map.of()), pools.getOrDefault(row.id(), Pool.of(row))))
                .toList();
    }

    private Campaign campaign(CampaignRow row, Map<String, Long> counters, Pool pool) {
        CampaignBook.Entry entry = engine.book().enter(row);
        return new Campaign(
                row,
                entry.contents().main(),
                entry.contents().own(),
                entry.settings(),
                CampaignProgress.of(counters),
                pool.members());
    }

    @Override
    public Campaign launch(CampaignId id) {
        return move(
                id,
                Set.of(DRAFT, SCHEDULED),
                PREPARING,
                "launched",
                "Only a draft or a scheduled campaign can be launched.");
    }

    @Override
    public Campaign schedule(CampaignId id, Instant startAt) {
        NewCampaigns.checkFuture("start", startAt, engine.now());
        if (!store().schedule(tenant, id, startAt)) {
            throw wrongStatus(id, "scheduled", "Only a draft or a scheduled campaign can be scheduled.");
        }
        return told(id);
    }

    @Override
    public Campaign pause(CampaignId id) {
        // A guard's pause has a reason. With it an operator's would be lifted by the guard; one statement takes it
        // over.
        return find(id).filter(campaign ->
                        campaign.status() == PAUSED && campaign.reason().isEmpty())
                .orElseGet(() ->
                        move(id, PAUSABLE, PAUSED, "paused", "Only a running or a paused campaign can be paused."));
    }

    @Override
    public Campaign resume(CampaignId id) {
        find(id).filter(campaign -> campaign.settings().guards().maxFailureShare() < 1)
                .filter(campaign -> RESUMED.contains(campaign.status()))
                .ifPresent(campaign -> forgive(campaign.id()));
        // What stopped some of its senders was looked at, as what stopped the campaign. First, so that it never runs
        // without one.
        find(id).filter(campaign -> RESUMED.contains(campaign.status()))
                .ifPresent(campaign -> engine.pools().admitAll(tenant, campaign.id()));
        return move(id, RESUMED, RUNNING, "resumed", "Only a paused or failed campaign can be resumed.");
    }

    private void forgive(CampaignId id) {
        Map<String, Long> counters = store().counters(tenant, List.of(id)).getOrDefault(id, Map.of());
        change(id, settings -> engine.guards().forgive(settings, counters));
    }

    private void change(CampaignId id, UnaryOperator<CampaignSettings> change) {
        new SettingsChange(engine).make(tenant, id, change);
    }

    @Override
    public Campaign cancel(CampaignId id) {
        Campaign cancelled = move(
                id,
                CANCELLED.predecessors(),
                CANCELLED,
                "cancelled",
                "Only a campaign that is scheduled, preparing, running, paused or failed can be cancelled; delete a draft instead.");
        int moved;
        do {
            moved = engine.stores().deliveries().cancelPending(tenant, id, STEP, engine.now());
        } while (moved == STEP);
        engine.stores().audiences().delete(tenant, id);
        return cancelled.progress().remaining() == 0 ? cancelled : get(id);
    }

    @Override
    public void delete(CampaignId id) {
        if (!store().delete(tenant, id, Set.of(DRAFT, COMPLETED, CANCELLED, FAILED))) {
            throw wrongStatus(id, "deleted", "Cancel it first.");
        }
        engine.book().forget(tenant, id);
    }

    @Override
    public long retryFailed(CampaignId id) {
        CampaignStatus status = get(id).status();
        if (!SENT_AGAIN.contains(status)) {
            throw wrongStatus(id, "retried", "Only a campaign that has been sending can be retried.");
        }
        long count = 0;
        var after = new DeliveryId(0);
        Optional<RetriedPage> page;
        do {
            page = engine.stores().deliveries().retryFailed(tenant, id, after, STEP, engine.now());
            if (page.isPresent()) {
                count += page.get().count();
                after = page.get().last();
            }
        } while (page.isPresent());
        if (count > 0) {
            // What failed before is no longer failed: the guard counts from here.
            find(id).filter(campaign -> campaign.settings().guards().maxFailureShare() < 1)
                    .ifPresent(campaign -> forgive(id));
        }
        if (count > 0 && status.isFinished()) {
            store().move(tenant, id, Set.of(COMPLETED, FAILED), RUNNING, "", engine.now());
            told(id);
        }
        engine.wakeLanes();
        return count;
    }

    @Override
    public long resendUnknown(CampaignId id, Collection<DeliveryId> deliveries, OperatorNote note) {
        checkSentAgain(id);
        return again(id, unknown(id).resend(deliveries, note));
    }

    @Override
    public long resendAllUnknown(CampaignId id, OperatorNote note) {
        checkSentAgain(id);
        return again(id, unknown(id).resendAll(note));
    }

    @Override
    public long failUnknown(CampaignId id, Collection<DeliveryId> deliveries, OperatorNote note) {
        return unknown(get(id).id()).fail(deliveries, note);
    }

    private UnknownDeliveries unknown(CampaignId id) {
        return UnknownDeliveries.ofCampaign(engine, tenant, id);
    }

    private void checkSentAgain(CampaignId id) {
        Campaign campaign = get(id);
        if (!SENT_AGAIN.contains(campaign.status())) {
            throw wrongStatus(id, "sent again", "Only a campaign that has been sending can be sent again.");
        }
        if (campaign.settings().sendMode() == SendMode.AT_MOST_ONCE) {
            throw new ResendRefusedException(
                    "Campaign " + id
                            + " is AT_MOST_ONCE: nothing of it is sent again without proof that it was "
                            + "not sent. Make a new campaign for these people.",
                    List.of());
        }
    }

    /** The transaction that moved deliveries of a COMPLETED campaign made it RUNNING already; a FAILED one runs again as after retryFailed. */
    private long again(CampaignId id, long count) {
        if (count > 0) {
            store().move(tenant, id, Set.of(COMPLETED, FAILED), RUNNING, "", engine.now());
            told(id);
        }
        return count;
    }

    @Override
    public Campaign changePacing(CampaignId id, Pacing pacing) {
        NewCampaigns.checkSpend(engine, pacing);
        SpecSenders.checkShared(get(id).members().size(), pacing);
        change(id, settings -> settings.toBuilder().pacing(pacing).build());
        return told(id);
    }

    @Override
    public List<Hold> holds(CampaignId id) {
        CampaignRow row = store().find(tenant, id).orElseThrow(() -> new CampaignNotFoundException(id));
        CampaignSettings settings = engine.book().enter(row).settings();
        var holds = new ArrayList<>(new CampaignHolds(engine).of(row));
        if (row.status() == RUNNING && settings.isMarketing()) {
            quiet(id).ifPresent(holds::add);
        }
        return List.copyOf(holds);
    }

    private Optional<Hold> quiet(CampaignId id) {
        QuietWait quiet = engine.stores().pacing().quiet(tenant, id, engine.now());
        return quiet.deliveries() == 0
                ? Optional.empty()
                : Optional.of(Hold.of(HoldLayer.QUIET, "WhatsApp holds marketing back from these people for now")
                        .until(quiet.firstEnds())
                        .waiting(quiet.deliveries()));
    }

    @Override
    public SendPlan plan(CampaignId id) {
        CampaignRow row = store().find(tenant, id).orElseThrow(() -> new CampaignNotFoundException(id));
        CampaignBook.Entry entry = engine.book().enter(row);
        CampaignProgress progress =
                CampaignProgress.of(store().counters(tenant, List.of(id)).getOrDefault(id, Map.of()));
        long messages = Set.of(DRAFT, SCHEDULED, PREPARING).contains(row.status())
                ? entry.settings().audience().rows()
                        - entry.settings().audience().unreadable()
                : progress.in(DeliveryState.PENDING);
        return new SendPlanner(engine).plan(entry, messages);
    }

    @Override
    public Campaign changeRate(CampaignId id, RateLimit rate) {
        change(id, settings -> settings.toBuilder().rate(rate).build());
        return told(id);
    }

    @Override
    public List<Delivery> deliveries(CampaignId id, DeliveryQuery query) {
        if (store().find(tenant, id).filter(row -> !row.isMailbox()).isEmpty()) {
            throw new CampaignNotFoundException(id);
        }
        return engine.stores().deliveries().list(tenant, id, query);
    }

    @Override
    public Optional<Delivery> delivery(DeliveryId id) {
        return engine.stores().deliveries().find(tenant, id);
    }

    @Override
    public List<PastAttempt> pastAttempts(DeliveryId id) {
        return engine.stores().deliveries().pastAttempts(tenant, id);
    }

    private Campaign move(CampaignId id, Set<CampaignStatus> from, CampaignStatus to, String verb, String fix) {
        if (!store().move(tenant, id, from, to, "", engine.now())) {
            throw wrongStatus(id, verb, fix);
        }
        return told(id);
    }

    private RuntimeException wrongStatus(CampaignId id, String verb, String fix) {
        return find(id).<RuntimeException>map(campaign -> new CampaignStateException(id, verb, campaign.status(), fix))
                .orElseGet(() -> new CampaignNotFoundException(id));
    }

    /** Tells listeners and lanes about a campaign that was just changed. */
    private Campaign told(CampaignId id) {
        Campaign campaign = get(id);
        engine.notifier().tell(new CampaignEvent.StatusChanged(tenant, id, campaign.status(), campaign.reason()));
        engine.wakeAll();
        return campaign;
    }

    private CampaignStore store() {
        return engine.stores().campaigns();
    }
}
