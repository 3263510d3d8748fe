package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.audience.AudienceSummary;
import dev.wakit.campaign.schedule.Misfire;
import dev.wakit.campaign.schedule.Recurrence;
import dev.wakit.campaign.schedule.Schedule;
import dev.wakit.campaign.schedule.ScheduleId;
import dev.wakit.campaign.schedule.ScheduleSpec;
import dev.wakit.campaign.schedule.Schedules;
import dev.wakit.campaign.store.ScheduleRow;
import dev.wakit.campaign.store.ScheduleStore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The schedules of one tenant. */
final class ScheduleService implements Schedules {

    private static final AudienceSummary NOBODY = new AudienceSummary(0, 0, List.of());

    private final EngineCore engine;
    private final TenantId tenant;

    ScheduleService(EngineCore engine, TenantId tenant) {
        this.engine = engine;
        this.tenant = tenant;
    }

    @Override
    public Schedule create(ScheduleSpec spec) {
        CampaignSpec campaign = spec.campaign();
        NewCampaigns.checkName(campaign.name());
        NewCampaigns.checkPrintable(campaign.name());
        if (campaign.startAt().isPresent() || campaign.sendBy().isPresent()) {
            throw new IllegalArgumentException(
                    "A schedule's campaign has no start and no send-by time of its own. Leave both out.");
        }
        if (!engine.settings().audienceSources().containsKey(spec.audienceSource())) {
            throw new IllegalArgumentException("The engine has no audience source '" + spec.audienceSource()
                    + "'. It has " + engine.settings().audienceSources().keySet() + ".");
        }
        Instant now = engine.now();
        SpecSenders senders = SpecSenders.of(engine, tenant, campaign, now);
        CampaignSettings settings = NewCampaigns.settings(engine, campaign, senders.category(), NOBODY);
        var row = new ScheduleRow(
                tenant,
                engine.ids().schedule(),
                campaign.name().strip(),
                senders.first(),
                engine.codec().write(senders.contents()),
                engine.codec().write(settings),
                spec.recurrence().cron(),
                spec.recurrence().zone().getId(),
                spec.audienceSource(),
                spec.overlap(),
                spec.misfire().within(),
                false,
                next(spec.recurrence(), now),
                Instant.EPOCH,
                0,
                "",
                now);
        store().insert(row);
        return view(row);
    }

    /** The next time; one that never comes again is as far away as the database can say. */
    static Instant next(Recurrence recurrence, Instant after) {
        return recurrence.next(after).orElse(Instant.ofEpochMilli(Long.MAX_VALUE));
    }

    static Recurrence recurrence(ScheduleRow row) {
        return Recurrence.cron(row.cron(), ZoneId.of(row.zone()));
    }

    private static Schedule view(ScheduleRow row) {
        return new Schedule(
                row.id(),
                row.name(),
                recurrence(row),
                row.audienceSource(),
                row.overlap(),
                new Misfire(row.misfireWithin()),
                row.isPaused(),
                row.isPaused() ? Optional.empty() : Optional.of(row.nextAt()),
                Optional.of(row.lastAt()).filter(at -> !at.equals(Instant.EPOCH)),
                row.lastCampaign() == 0 ? Optional.empty() : Optional.of(new CampaignId(row.lastCampaign())),
                row.lastNote(),
                row.createdAt());
    }

    @Override
    public Optional<Schedule> find(ScheduleId id) {
        return store().find(tenant, id).map(ScheduleService::view);
    }

    @Override
    public List<Schedule> list() {
        return store().list(tenant).stream().map(ScheduleService::view).toList();
    }

    @Override
    public boolean pause(ScheduleId id) {
        return store().find(tenant, id)
                .filter(row -> store().pause(tenant, id, true, row.nextAt()))
                .isPresent();
    }

    @Override
    public boolean resume(ScheduleId id) {
        return store().find(tenant, id)
                .filter(row -> store().pause(tenant, id, false, next(recurrence(row), engine.now())))
                .isPresent();
    }

    @Override
    public boolean delete(ScheduleId id) {
        return store().delete(tenant, id);
    }

    private ScheduleStore store() {
        return engine.stores().schedules();
    }
}
