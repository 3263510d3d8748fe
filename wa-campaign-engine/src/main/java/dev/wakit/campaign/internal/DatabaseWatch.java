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
 * Says once when this worker's sign of life cannot be written, and once when it is written again. Thread-safe.
 *
 * <p>A worker writes one every few seconds. A read may succeed while the disk is full, and another write may meet an error of its own:
 * neither says anything about the database.
 */
final class DatabaseWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

    private final EngineCore engine;
    private @Nullable Instant downSince;

    DatabaseWatch(EngineCore engine) {
        this.engine = engine;
    }

    /** Since when no sign of life was written; empty while they are. */
    synchronized Optional<Instant> downSince() {
        return Optional.ofNullable(downSince);
    }

    synchronized void failed(StoreException why) {
        if (downSince == null) {
            downSince = engine.now();
            LOG.error(
                    "This worker's sign of life could not be written at {}. While the database takes no writes, nothing new is sent and"
                            + " webhooks are answered with 503; look at its disk, its log and the network",
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
            LOG.warn("This worker's sign of life is written again, after {}", Duration.between(since, engine.now()));
            engine.notifier()
                    .tell(new CampaignEvent.DatabaseBack(engine.settings().tenant(), since));
        }
    }
}
