package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.PoolMember;
import dev.wakit.campaign.pacing.Hold;
import dev.wakit.campaign.pacing.HoldLayer;
import dev.wakit.campaign.store.CampaignRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What holds a running campaign, lane by lane. Thread-safe. */
final class CampaignHolds {

    private static final String ALONE = " No other sender of the pool can send either, so its messages wait.";

    private final EngineCore engine;

    CampaignHolds(EngineCore engine) {
        this.engine = engine;
    }

    /** All that is known of the lanes that are here; the window where none is. */
    List<Hold> of(CampaignRow campaign) {
        if (campaign.status() != CampaignStatus.RUNNING) {
            return List.of();
        }
        CampaignBook.Entry entry = engine.book().enter(campaign);
        if (entry.settings().senders().isPresent()) {
            return ofPool(entry, engine.pools().of(campaign));
        }
        return engine.laneKeeper()
                .runner(campaign.lane())
                .map(runner -> runner.holds(campaign.id()))
                .orElseGet(() -> window(entry));
    }

    private List<Hold> ofPool(CampaignBook.Entry entry, Pool pool) {
        var holds = new ArrayList<Hold>();
        boolean isHere = false;
        for (PoolMember member : pool.members()) {
            Optional<LaneRunner> runner = engine.laneKeeper().runner(member.lane());
            isHere |= runner.isPresent();
            CampaignId id = entry.row().id();
            runner.ifPresent(here -> here.holds(id).forEach(hold -> holds.add(hold.on(member.lane()))));
            if (!member.isIn()) {
                String others = pool.in().isEmpty() ? ALONE : "";
                holds.add(Hold.of(HoldLayer.LANE, "The sender takes no part: " + member.reason() + others)
                        .on(member.lane()));
            }
        }
        return isHere ? List.copyOf(holds) : window(entry);
    }

    private List<Hold> window(CampaignBook.Entry entry) {
        return WindowGate.hold(entry.settings().pacing().window(), engine.now()).stream()
                .toList();
    }
}
