package dev.wakit.campaign.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds sending while too many webhooks wait: the statuses of what was sent matter more than what is sent next. Thread-safe.
 *
 * <p>Sending goes on when half of the limit is reached, so that a lane does not start and stop with each webhook.
 */
final class InboxPressure {

    private static final Logger LOG = LoggerFactory.getLogger(InboxPressure.class);

    private final EngineCore engine;
    private volatile @Nullable String reason;

    InboxPressure(EngineCore engine) {
        this.engine = engine;
    }

    /** Looks at the inbox. */
    void look() {
        long limit = engine.settings().inboxLimit();
        long waiting = engine.stores().inbox().backlog();
        boolean wasHeld = reason != null;
        if (waiting > limit || wasHeld && waiting >= Math.max(1, limit / 2)) {
            reason = waiting + " webhooks wait to be processed; sending goes on below " + Math.max(1, limit / 2) + ".";
        } else {
            reason = null;
        }
        if (wasHeld != (reason != null)) {
            LOG.warn("Sending {}: {} webhooks wait", wasHeld ? "goes on" : "is held", waiting);
            engine.wakeLanes();
        }
    }

    /** Why sending is held, if it is. */
    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
