package dev.wakit.campaign.internal;

import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once when the database stops taking writes, whether it is gone or its disk is full, and once when it is back. Thread-safe.
 *
 * <p>The sign of life decides: every worker writes one every few seconds. A read may succeed while the disk is full.
 */
final class DatabaseWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

    private final EngineCore engine;
    private @Nullable Instant downSince;

    DatabaseWatch(EngineCore engine) {
        this.engine = engine;
    }

    /** Since when writes fail; empty while they work. */
    synchronized Optional<Instant> downSince() {
        return Optional.ofNullable(downSince);
    }

    synchronized void failed(StoreException why) {
        if (downSince == null) {
            downSince = engine.now();
            LOG.error(
                    "The database takes no writes since {}. Nothing new is sent and webhooks are answered with 503 until it does;"
                            + " look at its disk, its log and the network",
                    downSince,
                    why);
            engine.notifier()
                    .tell(new CampaignEvent.DatabaseLost(engine.settings().tenant(), downSince));
        }
    }

    synchronized void worked() {
        if (downSince != null) {
            Instant since = downSince;
            downSince = null;
            LOG.warn("The database takes writes again, after {}", Duration.between(since, engine.now()));
            engine.notifier()
                    .tell(new CampaignEvent.DatabaseBack(engine.settings().tenant(), since));
        }
    }
}
