package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one worker of the installation does for all: due schedules, and removing what is not needed any more. */
final class EngineJobs {

    private static final Logger LOG = LoggerFactory.getLogger(EngineJobs.class);
    private static final Duration LOOK_FOR_SCHEDULES = Duration.ofSeconds(5);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);
    private static final Duration KEEP_WEBHOOKS = Duration.ofDays(30);
    private static final Duration KEEP_LOST_AUDIENCES = Duration.ofDays(1);
    private static final Duration KEEP_KEYS = Duration.ofDays(7);
    private static final int FORGET_STEP = 1_000;

    private static final Duration KEEP_SILENT_WORKERS = Duration.ofDays(1);
    private static final int DELETE_STEP = 20;
    private static final Set<CampaignStatus> FINISHED = Arrays.stream(CampaignStatus.values())
            .filter(CampaignStatus::isFinished)
            .collect(Collectors.toUnmodifiableSet());

    private final EngineCore engine;
    private final ScheduleRuns schedules;

    EngineJobs(EngineCore engine) {
        this.engine = engine;
        this.schedules = new ScheduleRuns(engine);
    }

    List<Job> all() {
        return List.of(new Job("schedules", this::runSchedules), new Job("housekeeping", this::tidy));
    }

    /** Looks often enough to hear of new schedules, and at the very time when one is due earlier. */
    Instant runSchedules(Instant now) {
        schedules.runDue(now);
        Instant look = now.plus(LOOK_FOR_SCHEDULES);
        Optional<Instant> next = engine.stores().schedules().nextDue();
        return next.filter(at -> at.isAfter(now) && at.isBefore(look)).orElse(look);
    }

    Instant tidy(Instant now) {
        engine.stores().inbox().purge(now.minus(KEEP_WEBHOOKS));
        engine.stores().orphans().purge(now.minus(KEEP_WEBHOOKS));
        engine.stores().audiences().deleteOrphans(Ids.lowestAt(now.minus(KEEP_LOST_AUDIENCES)));
        forgetKeys(now.minus(KEEP_KEYS));
        engine.stores().pacing().tidy(now);
        engine.stores().suppressions().purgeEnded(now);

        engine.stores().workers().purge(KEEP_SILENT_WORKERS);
        engine.settings().keepFinished().ifPresent(keep -> {
            deleteFinished(now.minus(keep));
            deleteSingles(now.minus(keep));
        });
        return now.plus(TIDY_EVERY);
    }

    private void forgetKeys(Instant before) {
        int forgotten;
        do {
            forgotten = engine.stores().outbox().forgetKeys(before, FORGET_STEP);
        } while (forgotten == FORGET_STEP && !engine.isStopping());
    }

    private void deleteFinished(Instant before) {
        int deleted = 0;
        List<CampaignRow> old;
        do {
            old = engine.stores().campaigns().finishedBefore(before, DELETE_STEP);
            int gone = 0;
            for (CampaignRow row : old) {
                if (engine.stores().campaigns().delete(row.tenant(), row.id(), FINISHED)) {
                    engine.book().forget(row.tenant(), row.id());
                    gone++;
                }
            }
            deleted += gone;
            // A campaign that was resumed meanwhile is not deleted; then the next hour looks again.
            old = gone < old.size() ? List.of() : old;
        } while (old.size() == DELETE_STEP && !engine.isStopping());
        if (deleted > 0) {
            LOG.info("{} campaigns were deleted that had finished before {}", deleted, before);
        }
    }

    /** In steps, so that no transaction holds the counters for long. */
    private void deleteSingles(Instant before) {
        var below = new DeliveryId(Ids.lowestAt(before).value());
        long deleted = 0;
        int step;
        do {
            step = engine.stores().outbox().deleteSettled(below, before, FORGET_STEP);
            deleted += step;
        } while (step > 0 && !engine.isStopping());
        if (deleted > 0) {
            LOG.info("{} single sends were deleted that had ended before {}", deleted, before);
        }
    }
}
