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
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stores whose deliveries, inbox and outbox go through an interceptor. */
final class Intercepted implements CampaignStores {

    private final CampaignStores real;
    private final DeliveryStore deliveries;
    private final OutboxStore outbox;
    private final WebhookInbox inbox;

    Intercepted(CampaignStores real, Interceptor interceptor) {
        this.real = real;
        this.deliveries = through(DeliveryStore.class, real.deliveries(), interceptor);
        this.outbox = through(OutboxStore.class, real.outbox(), interceptor);
        this.inbox = through(WebhookInbox.class, real.inbox(), interceptor);
    }

    /** What is done instead of a call. */
    @FunctionalInterface
    interface Interceptor {
        @Nullable Object call(Method method, Object[] arguments, Call real) throws Throwable;
    }

    /** The call itself, perhaps with other arguments. */
    @FunctionalInterface
    interface Call {
        @Nullable Object with(Object... arguments) throws Throwable;
    }

    private static <T> T through(Class<T> type, T real, Interceptor interceptor) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> interceptor.call(method, args, changed -> invoke(real, method, changed))));
    }

    private static @Nullable Object invoke(Object real, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public CampaignStore campaigns() {
        return real.campaigns();
    }

    @Override
    public AudienceStore audiences() {
        return real.audiences();
    }

    @Override
    public DeliveryStore deliveries() {
        return deliveries;
    }

    @Override
    public LaneStore lanes() {
        return real.lanes();
    }

    @Override
    public WebhookInbox inbox() {
        return inbox;
    }

    @Override
    public SuppressionStore suppressions() {
        return real.suppressions();
    }

    @Override
    public ErasureStore erasures() {
        return real.erasures();
    }

    @Override
    public OrphanStore orphans() {
        return real.orphans();
    }

    @Override
    public WorkerStore workers() {
        return real.workers();
    }

    @Override
    public ScheduleStore schedules() {
        return real.schedules();
    }

    @Override
    public HistoryStore history() {
        return real.history();
    }

    @Override
    public JobRunner jobs() {
        return real.jobs();
    }

    @Override
    public PacingStore pacing() {
        return real.pacing();
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
    public void close() {
        real.close();
    }
}
