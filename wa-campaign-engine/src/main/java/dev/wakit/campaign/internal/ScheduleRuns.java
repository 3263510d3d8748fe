package dev.wakit.campaign.internal;

import dev.wakit.WhatsAppException;
import dev.wakit.campaign.CampaignException;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.PoolMember;
import dev.wakit.campaign.audience.AudienceSummary;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.schedule.AudienceSource;
import dev.wakit.campaign.schedule.Overlap;
import dev.wakit.campaign.schedule.Recurrence;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.ScheduleRow;
import dev.wakit.campaign.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the campaigns of schedules that are due. One thread.
 *
 * <p>The campaign and the schedule's next time are written in one transaction that checks that nobody else did: so there is one
 * campaign for each due time, even when two workers run the job at once or one dies in the middle.
 */
final class ScheduleRuns {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleRuns.class);
    private static final int LIMIT = 100;
    private static final int MAX_NAME = 200;
    private static final int MAX_NOTE = 300;

    private final EngineCore engine;

    ScheduleRuns(EngineCore engine) {
        this.engine = engine;
    }

    void runDue(Instant now) {
        for (ScheduleRow row : engine.stores().schedules().due(now, LIMIT)) {
            try {
                run(row, now);
            } catch (StoreException e) {
                LOG.warn("Schedule {} is run again a little later", row.id(), e);
            } catch (RuntimeException e) {
                // A host's source or a provider failed: that run is lost, the schedule and the others are not.
                LOG.error("The run of schedule {} that was due at {} failed", row.id(), row.nextAt(), e);
                skip(row, now, "failed: " + words(e));
            }
        }
    }

    private static String words(RuntimeException e) {
        String words = e instanceof WhatsAppException || e instanceof CampaignException
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName();
        return words.length() <= MAX_NOTE ? words : words.substring(0, MAX_NOTE);
    }

    private void run(ScheduleRow row, Instant now) {
        if (Duration.between(row.nextAt(), now).compareTo(row.misfireWithin()) > 0) {
            skip(row, now, "missed: nobody worked when it was due");
        } else if (row.overlap() == Overlap.SKIP && isPreviousOpen(row)) {
            skip(row, now, "the campaign of the previous run is not finished");
        } else {
            AudienceSource source = engine.settings().audienceSources().get(row.audienceSource());
            if (source == null || !hasProviders(row)) {
                LOG.debug("Schedule {} is left to a worker with the source '{}'", row.id(), row.audienceSource());
                return;
            }
            make(row, now, source);
        }
    }

    private boolean hasProviders(ScheduleRow row) {
        return engine.pools().providers(row).stream()
                .allMatch(id -> engine.provider(id).isPresent());
    }

    private boolean isPreviousOpen(ScheduleRow row) {
        Optional<CampaignRow> previous = row.lastCampaign() == 0
                ? Optional.empty()
                : engine.stores().campaigns().find(row.tenant(), new CampaignId(row.lastCampaign()));
        return previous.filter(campaign -> !campaign.status().isFinished()).isPresent();
    }

    private void skip(ScheduleRow row, Instant now, String reason) {
        if (engine.stores().schedules().skip(row, next(row, now), reason)) {
            LOG.warn("Schedule {}: the run of {} made no campaign, {}", row.id(), row.nextAt(), reason);
            engine.notifier().tell(new CampaignEvent.ScheduleSkipped(row.tenant(), row.id(), row.nextAt(), reason));
        }
    }

    private void make(ScheduleRow row, Instant now, AudienceSource source) {
        Contents contents = engine.codec().readContents(row.content());
        CampaignSettings read = engine.codec().readSettings(row.settings());
        SpecSenders.check(engine, contents, engine.pools().providers(row));
        List<PoolMember> members = read.senders()
                .map(pool -> SpecSenders.members(row.tenant(), pool, now))
                .orElse(List.of());
        CampaignId id = engine.ids().campaign();
        AudienceSummary audience =
                new AudienceCapture(engine).capture(row.tenant(), id, source.at(row.nextAt()), contents);
        String settings =
                engine.codec().write(read.toBuilder().audience(audience).build());
        engine.stores().lanes().ensure(row.lane());
        members.forEach(member -> engine.stores().lanes().ensure(member.lane()));
        var campaign = new CampaignRow(
                row.tenant(),
                id,
                name(row),
                CampaignStatus.PREPARING,
                "",
                row.lane(),
                row.content(),
                settings,
                now,
                Instant.EPOCH,
                now,
                Instant.EPOCH);
        if (!engine.stores().schedules().run(row, next(row, now), campaign, members)) {
            engine.stores().audiences().delete(row.tenant(), id);
            return;
        }
        LOG.info("Schedule {}: the run of {} made campaign {}", row.id(), row.nextAt(), id);
        engine.notifier().tell(new CampaignEvent.StatusChanged(row.tenant(), id, CampaignStatus.PREPARING, ""));
        engine.wakeAll();
    }

    private static String name(ScheduleRow row) {
        Recurrence recurrence = ScheduleService.recurrence(row);
        String date = " " + row.nextAt().atZone(recurrence.zone()).toLocalDate();
        String name = row.name();
        return (name.length() + date.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME - date.length())) + date;
    }

    private static Instant next(ScheduleRow row, Instant now) {
        return ScheduleService.next(ScheduleService.recurrence(row), now);
    }
}
