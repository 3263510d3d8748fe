package dev.wakit.e2e;

import dev.wakit.campaign.store.CampaignStore;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.store.DeliveryStore;
import dev.wakit.campaign.store.HistoryStore;
import dev.wakit.campaign.store.LaneStore;
import dev.wakit.campaign.store.WebhookInbox;
import dev.wakit.campaign.store.WorkerStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Real stores whose calls a test sees before they happen, so that it can let them fail or wait. */
final class FaultyStores {

    private FaultyStores() {}

    /** What happens before a call. */
    interface Fault {

        /** Throws to let the call fail. */
        void before(String method, Object[] arguments) throws Exception;
    }

    static CampaignStores of(CampaignStores stores, Fault fault) {
        var campaigns = of(CampaignStore.class, stores.campaigns(), fault);
        var deliveries = of(DeliveryStore.class, stores.deliveries(), fault);
        var workers = of(WorkerStore.class, stores.workers(), fault);
        var lanes = of(LaneStore.class, stores.lanes(), fault);
        var history = of(HistoryStore.class, stores.history(), fault);
        var inbox = of(WebhookInbox.class, stores.inbox(), fault);
        return (CampaignStores) Proxy.newProxyInstance(
                CampaignStores.class.getClassLoader(),
                new Class<?>[] {CampaignStores.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "campaigns" -> campaigns;
                    case "deliveries" -> deliveries;
                    case "workers" -> workers;
                    case "lanes" -> lanes;
                    case "history" -> history;
                    case "inbox" -> inbox;
                    default -> call(stores, method, arguments);
                });
    }

    private static <T> T of(Class<T> type, T store, Fault fault) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    fault.before(method.getName(), arguments);
                    return call(store, method, arguments);
                }));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
