package dev.wakit.e2e.simulation;

import dev.wakit.campaign.store.AudienceStore;
import dev.wakit.campaign.store.CampaignStore;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.store.DeliveryStore;
import dev.wakit.campaign.store.ErasureStore;
import dev.wakit.campaign.store.HistoryStore;
import dev.wakit.campaign.store.JobRunner;
import dev.wakit.campaign.store.LaneStore;
import dev.wakit.campaign.store.OrphanStore;
import dev.wakit.campaign.store.OutboxStore;
import dev.wakit.campaign.store.PacingStore;
import dev.wakit.campaign.store.ScheduleStore;
import dev.wakit.campaign.store.SuppressionStore;
import dev.wakit.campaign.store.WebhookInbox;
import dev.wakit.campaign.store.WorkerStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The real stores as one worker sees them: each call may fail before or after its commit, and the worker may end in it. */
final class FaultyStores implements CampaignStores {

    private static final int MAX_DETAIL = 600;

    private final CampaignStores real;
    private final CampaignStore campaigns;
    private final AudienceStore audiences;
    private final DeliveryStore deliveries;
    private final LaneStore lanes;
    private final WebhookInbox inbox;
    private final SuppressionStore suppressions;
    private final OutboxStore outbox;
    private final PacingStore pacing;
    private final HistoryStore history;
    private final ScheduleStore schedules;
    private final WorkerStore workers;
    private final OrphanStore orphans;
    private final ErasureStore erasures;

    FaultyStores(CampaignStores real, Worker worker, Faults faults, World world) {
        this.real = real;
        this.campaigns = faulty(CampaignStore.class, real.campaigns(), worker, faults, world);
        this.audiences = faulty(AudienceStore.class, real.audiences(), worker, faults, world);
        this.deliveries = faulty(DeliveryStore.class, real.deliveries(), worker, faults, world);
        this.lanes = faulty(LaneStore.class, real.lanes(), worker, faults, world);
        this.inbox = faulty(WebhookInbox.class, real.inbox(), worker, faults, world);
        this.suppressions = faulty(SuppressionStore.class, real.suppressions(), worker, faults, world);
        this.orphans = faulty(OrphanStore.class, real.orphans(), worker, faults, world);
        this.erasures = faulty(ErasureStore.class, real.erasures(), worker, faults, world);
        this.workers = faulty(WorkerStore.class, real.workers(), worker, faults, world);
        this.schedules = faulty(ScheduleStore.class, real.schedules(), worker, faults, world);
        this.history = faulty(HistoryStore.class, real.history(), worker, faults, world);
        this.pacing = faulty(PacingStore.class, real.pacing(), worker, faults, world);
        this.outbox = faulty(OutboxStore.class, real.outbox(), worker, faults, world);
    }

    private static <T> T faulty(Class<T> type, T real, Worker worker, Faults faults, World world) {
        Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            faults.beforeStore(worker);
            faults.at(worker, "before " + method.getName());
            world.note(worker.toString(), method.getName());
            Object result;
            try {
                result = method.invoke(real, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            world.detail(() -> (args == null ? "" : shorten(List.of(args))) + " -> " + shorten(result));
            faults.at(worker, "after " + method.getName());
            faults.afterStore(worker);
            return result;
        });
        return type.cast(proxy);
    }

    private static String shorten(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() <= MAX_DETAIL ? text : text.substring(0, MAX_DETAIL) + "...";
    }

    @Override
    public CampaignStore campaigns() {
        return campaigns;
    }

    @Override
    public AudienceStore audiences() {
        return audiences;
    }

    @Override
    public DeliveryStore deliveries() {
        return deliveries;
    }

    @Override
    public LaneStore lanes() {
        return lanes;
    }

    @Override
    public WebhookInbox inbox() {
        return inbox;
    }

    @Override
    public ErasureStore erasures() {
        return erasures;
    }

    @Override
    public SuppressionStore suppressions() {
        return suppressions;
    }

    @Override
    public OrphanStore orphans() {
        return orphans;
    }

    @Override
    public WorkerStore workers() {
        return workers;
    }

    @Override
    public ScheduleStore schedules() {
        return schedules;
    }

    @Override
    public HistoryStore history() {
        return history;
    }

    @Override
    public JobRunner jobs() {
        return real.jobs();
    }

    @Override
    public PacingStore pacing() {
        return pacing;
    }

    @Override
    public OutboxStore outbox() {
        return outbox;
    }

    @Override
    public byte[] secret(String name, Supplier<byte[]> maker) {
        return real.secret(name, maker);
    }

    @Override
    public void close() {}
}
