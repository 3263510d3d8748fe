package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.event.CampaignListener;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.InboundListener;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners, and keeps the exceptions of those that only hear away from the engine. Thread-safe. */
final class Notifier {

    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);

    private final List<CampaignListener> listeners;
    private final List<InboundListener> inbound;
    private final ThreadLocal<Boolean> telling = ThreadLocal.withInitial(() -> false);

    Notifier(List<CampaignListener> listeners, List<InboundListener> inbound) {
        this.listeners = List.copyOf(listeners);
        this.inbound = List.copyOf(inbound);
    }

    boolean hasListeners() {
        return !listeners.isEmpty();
    }

    /** Whether the calling thread is inside a listener. */
    boolean isTelling() {
        return telling.get();
    }

    void tell(CampaignEvent event) {
        if (listeners.isEmpty()) {
            return;
        }
        boolean wasTelling = telling.get();
        telling.set(true);
        try {
            tellAll(event);
        } finally {
            telling.set(wasTelling);
        }
    }

    /** Hands an event over. What a listener throws is thrown, so that the event comes again. */
    void handOver(TenantId tenant, InboundEvent event) {
        if (inbound.isEmpty()) {
            return;
        }
        boolean wasTelling = telling.get();
        telling.set(true);
        try {
            inbound.forEach(listener -> listener.on(tenant, event));
        } finally {
            telling.set(wasTelling);
        }
    }

    private void tellAll(CampaignEvent event) {
        for (CampaignListener listener : listeners) {
            try {
                listener.on(event);
            } catch (Throwable e) {
                // A host's code: whatever it throws stays its own.
                LOG.warn(
                        "Listener {} failed on {}",
                        listener.getClass().getName(),
                        event.getClass().getSimpleName(),
                        e);
            }
        }
    }
}
