package dev.wakit.campaign.internal;

import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.event.CampaignListener;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners, and keeps their exceptions away from the engine. Thread-safe. */
final class Notifier {

    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);

    private final List<CampaignListener> listeners;
    private final ThreadLocal<Boolean> telling = ThreadLocal.withInitial(() -> false);

    Notifier(List<CampaignListener> listeners) {
        this.listeners = List.copyOf(listeners);
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
