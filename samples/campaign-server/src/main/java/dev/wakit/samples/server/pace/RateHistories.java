package dev.wakit.samples.server.pace;

import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.event.CampaignListener;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The histories of the campaigns that this server saw lately, and which campaigns moved since the last look. Thread-safe. */
public final class RateHistories implements CampaignListener {

    private static final int KEPT = 200;

    private final InstantSource clock;
    private final Map<CampaignId, RateHistory> histories = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CampaignId, RateHistory> eldest) {
            return size() > KEPT;
        }
    };
    private final Set<CampaignId> moved = ConcurrentHashMap.newKeySet();

    /** Reads the time from this clock. */
    public RateHistories(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void on(CampaignEvent event) {
        if (event instanceof CampaignEvent.DeliveryChanged changed) {
            moved.add(changed.delivery().campaign());
        } else if (event instanceof CampaignEvent.StatusChanged changed) {
            moved.add(changed.campaign());
            mark(changed.campaign(), changed.status());
        }
    }

    private void mark(CampaignId id, CampaignStatus status) {
        RateHistory history = history(id);
        switch (status) {
            case PREPARING -> history.sample(clock.instant(), 0);
            case PAUSED, CANCELLED, FAILED ->
                history.mark(clock.instant(), status.name().toLowerCase(Locale.ROOT));
            case RUNNING -> history.markResumed(clock.instant());
            default -> {
                // Starting and ending show by themselves.
            }
        }
    }

    /** The campaigns that moved since the last call. */
    public Set<CampaignId> takeMoved() {
        Set<CampaignId> taken = Set.copyOf(moved);
        moved.removeAll(taken);
        return taken;
    }

    /** Counts what a campaign did since the last sample. */
    public void sample(Campaign campaign) {
        var progress = campaign.progress();
        long answered = progress.total()
                - progress.remaining()
                - progress.in(DeliveryState.SKIPPED)
                - progress.in(DeliveryState.CANCELLED);
        if (!campaign.status().isFinished() || history(campaign.id()).isBehind(answered)) {
            history(campaign.id()).sample(clock.instant(), answered);
        }
    }

    /** What is known of a campaign's pace now. */
    public Pace of(CampaignId id) {
        RateHistory history = history(id);
        return new Pace(history.perSecond(clock.instant()), history.points(clock.instant()));
    }

    private RateHistory history(CampaignId id) {
        synchronized (histories) {
            return histories.computeIfAbsent(id, unknown -> new RateHistory());
        }
    }

    /**
     * A campaign's pace.
     *
     * @param perSecond messages answered a second, lately
     * @param points since it began
     */
    public record Pace(double perSecond, RateHistory.Points points) {}
}
