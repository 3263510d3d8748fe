package dev.wakit.campaign.internal;

import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.worker.Quarantine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins quarantines, ends them early, and tells when one starts and ends. Thread-safe. */
final class QuarantineWatch {

    private static final Logger LOG = LoggerFactory.getLogger(QuarantineWatch.class);

    private final EngineCore engine;
    private @Nullable Quarantine known;

    QuarantineWatch(EngineCore engine) {
        this.engine = engine;
    }

    /** The one in force. */
    Optional<Quarantine> current() {
        return engine.stores().history().quarantine();
    }

    /** Whether there was one at the last look. */
    synchronized boolean isKnown() {
        return known != null;
    }

    void begin(String reason) {
        engine.stores()
                .history()
                .begin(reason, engine.worker(), engine.settings().evidence().longestGrace());
        look();
    }

    boolean end(String by) {
        if (by.isBlank()) {
            throw new IllegalArgumentException("Say who ends the quarantine: the name is kept.");
        }
        boolean ended = engine.stores().history().end(by);
        if (ended) {
            LOG.warn("The quarantine was ended early by {}", by);
            look();
            engine.wakeLanes();
        }
        return ended;
    }

    /** Looks for a change since the last look, and tells of it. */
    synchronized void look() {
        Quarantine now = current().orElse(null);
        Quarantine before = known;
        known = now;
        if (now != null && before == null) {
            LOG.error(
                    "QUARANTINE until {}: {}. Nobody sends; what was sent may look unsent, and webhooks settle it."
                            + " See docs/workers.md",
                    now.until(),
                    now.reason());
            engine.notifier()
                    .tell(new CampaignEvent.QuarantineBegan(engine.settings().tenant(), now));
        } else if (now == null && before != null) {
            LOG.warn("The quarantine is over; sending goes on");
            engine.notifier()
                    .tell(new CampaignEvent.QuarantineEnded(engine.settings().tenant(), before));
        }
    }
}
