package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.PoolMember;
import dev.wakit.campaign.PoolMember.State;
import dev.wakit.campaign.SenderPool;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.CampaignRow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes senders that cannot send out of the pools of running campaigns, gives what waits for them to the others, and lets them in again.
 * One loop.
 *
 * <p>The worker that owns a lane decides about it; about a lane that nobody owns, every worker that owns another lane of the pool. Two of
 * them do not harm each other: a state changes by compare and set, and only rows that wait move.
 */
final class PoolWatch {

    private static final Logger LOG = LoggerFactory.getLogger(PoolWatch.class);
    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int STEP = 1_000;
    /** So many in one look at a campaign, so that the others are looked at as well. */
    private static final int MOST_STEPS = 10;

    private final EngineCore engine;

    PoolWatch(EngineCore engine) {
        this.engine = engine;
    }

    long step() {
        for (LaneRunner runner : engine.laneKeeper().runners()) {
            Optional<Duration> heldFor = runner.health().heldFor();
            for (LaneQueue.Shared campaign : runner.shared()) {
                if (!engine.isStopping()) {
                    look(runner, campaign, heldFor);
                }
            }
        }
        return EVERY_NANOS;
    }

    private void look(LaneRunner runner, LaneQueue.Shared campaign, Optional<Duration> heldFor) {
        CampaignRow row = campaign.entry().row();
        LaneKey mine = runner.lease().lane();
        Optional<Duration> after = campaign.entry().settings().senders().flatMap(SenderPool::failoverAfter);
        if (after.isEmpty()) {
            return;
        }
        boolean changed = false;
        for (PoolMember member : campaign.pool().members()) {
            changed |= member.lane().equals(mine)
                    ? judgeMine(row, member, runner, heldFor, after.get())
                    : judgeFree(row, member, after.get());
        }
        boolean somebodyIsOut = campaign.pool().members().stream().anyMatch(member -> !member.isIn());
        if (changed || somebodyIsOut) {
            moveAway(row, mine);
        }
    }

    private boolean judgeMine(
            CampaignRow row, PoolMember member, LaneRunner runner, Optional<Duration> heldFor, Duration after) {
        if (member.isIn() && heldFor.filter(held -> held.compareTo(after) >= 0).isPresent()) {
            return change(row, member, State.HELD, runner.heldBy());
        }
        return member.state() == State.HELD && heldFor.isEmpty() && change(row, member, State.IN, "");
    }

    /** A lane changes its owner within a lease, which is no reason to move anything. */
    private boolean judgeFree(CampaignRow row, PoolMember member, Duration after) {
        Duration lease = engine.settings().lease();
        Duration wait = after.compareTo(lease) > 0 ? after : lease;
        return member.isIn()
                && engine.laneKeeper()
                        .freeFor(member.lane())
                        .filter(free -> free.compareTo(wait) >= 0)
                        .isPresent()
                && change(
                        row,
                        member,
                        State.HELD,
                        "No worker sends for it. Start one with provider '"
                                + member.lane().provider() + "'.");
    }

    private boolean change(CampaignRow row, PoolMember member, State to, String reason) {
        boolean changed = engine.pools().change(row.tenant(), row.id(), member, to, reason);
        if (changed) {
            engine.wakeLanes();
        }
        return changed;
    }

    /** Moves what waits on lanes that are out, as the database has them now: those that are mine, and those that nobody has. */
    private void moveAway(CampaignRow row, LaneKey mine) {
        Pool pool = engine.pools().of(row);
        List<PoolMember> open = pool.in();
        if (open.isEmpty()) {
            return;
        }
        var choice = new Rendezvous(open);
        for (PoolMember member : pool.members()) {
            boolean isForMe = member.lane().equals(mine)
                    || engine.laneKeeper().freeFor(member.lane()).isPresent();
            if (!member.isIn() && isForMe) {
                move(row.tenant(), row.id(), member.lane(), choice);
            }
        }
    }

    private void move(TenantId tenant, CampaignId campaign, LaneKey from, Rendezvous choice) {
        int moved = 0;
        int step = STEP;
        for (int i = 0; i < MOST_STEPS && step > 0 && !engine.isStopping(); i++) {
            step = engine.stores().deliveries().moveLane(tenant, campaign, from, STEP, choice::pick);
            moved += step;
        }
        if (moved > 0) {
            LOG.warn("Campaign {}: {} deliveries that waited for sender {} go to others", campaign, moved, from);
            engine.wakeLanes();
        }
    }
}
