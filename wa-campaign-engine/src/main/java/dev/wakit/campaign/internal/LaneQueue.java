package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignProgress;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.pacing.Hold;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.pacing.Priority;
import dev.wakit.campaign.store.CampaignRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The running campaigns of a lane, which take turns. Belongs to the lane's thread. */
final class LaneQueue {

    private static final int SKIP_STEP = 1_000;
    private static final long COMPLETE_EVERY = Duration.ofMillis(250).toNanos();
    private static final long PROGRESS_EVERY = Duration.ofMillis(500).toNanos();

    private final EngineCore engine;
    private final LaneLease lease;
    private final List<GateLayer> gates;
    private final PairSpacing pairs;
    private final Map<CampaignId, Feed> feeds = new LinkedHashMap<>();
    private final RestingFeeds resting = new RestingFeeds();
    private final TurnOrder<Feed> turns = new TurnOrder<>(
            LaneQueue::priority, feed -> feed.entry().settings().pacing().weight());
    private volatile Map<CampaignId, List<Hold>> holds = Map.of();
    private volatile List<Shared> shared = List.of();
    private long completedAtNanos;
    private long progressAtNanos;

    /** A running campaign that this lane sends with others. */
    record Shared(CampaignBook.Entry entry, Pool pool) {}

    LaneQueue(EngineCore engine, LaneLease lease, List<GateLayer> gates, long nowNanos) {
        this.engine = engine;
        this.lease = lease;
        this.gates = gates;
        this.pairs = new PairSpacing(engine.settings().pairSpacing());
        this.completedAtNanos = nowNanos;
        this.progressAtNanos = nowNanos;
    }

    /** A mailbox of single sends has its priority in its name. */
    private static Priority priority(Feed feed) {
        CampaignBook.Entry entry = feed.entry();
        return entry.row().isMailbox()
                ? Mailboxes.priority(entry.row())
                : entry.settings().pacing().priority();
    }

    /**
     * Reads a mailbox in the next turn.
     *
     * @return false if this lane has not heard of it yet
     */
    boolean readMailbox(CampaignId mailbox, long nowNanos) {
        Feed feed = feeds.get(mailbox);
        if (feed != null) {
            feed.readNow(nowNanos);
        }
        return feed != null;
    }

    /** Reads every mailbox in the next turn. */
    void readMailboxes(long nowNanos) {
        feeds.values().stream().filter(feed -> feed.entry().row().isMailbox()).forEach(feed -> feed.readNow(nowNanos));
    }

    /** What holds each campaign, as of the last refresh. Thread-safe. */
    Map<CampaignId, List<Hold>> holds() {
        return holds;
    }

    /** The campaigns that this lane sends with others, as of the last refresh. Thread-safe. */
    List<Shared> shared() {
        return shared;
    }

    /** Reads which campaigns run. */
    void refresh(Moment now) {
        List<CampaignRow> running = engine.stores().campaigns().running(lease.lane());
        Map<CampaignId, Pool> latestPools = engine.pools().of(lease.lane().tenant(), running);
        shared = running.stream()
                .map(engine.book()::enter)
                .filter(entry -> entry.settings().senders().isPresent())
                .map(entry -> new Shared(entry, latestPools.get(entry.row().id())))
                .toList();
        List<CampaignRow> open = running.stream()
                .filter(row -> latestPools.get(row.id()).sends(lease.lane()))
                .toList();
        resting.restOthers(feeds, open.stream().map(CampaignRow::id).collect(Collectors.toSet()));
        open.forEach(row -> feed(engine.book().enter(row), latestPools.get(row.id()), now));
        turns.keepOnly(List.copyOf(feeds.values()));
        readProgress(now);
        var latest = new HashMap<CampaignId, List<Hold>>();
        feeds.forEach((id, feed) -> latest.put(id, feed.holds(now)));
        holds = latest;
    }

    private void feed(CampaignBook.Entry entry, Pool pool, Moment now) {
        CampaignRow row = entry.row();
        Feed feed = feeds.get(row.id());
        if (feed != null) {
            feed.update(entry, pool, now);
        } else {
            feeds.put(row.id(), resting.resume(row.id(), entry, pool, now).orElseGet(() -> {
                var zones = engine.stores().pacing().zones(row.tenant(), row.id());
                return new Feed(engine, lease, entry, pool, zones, gates, now);
            }));
        }
    }

    private void readProgress(Moment now) {
        List<Feed> wanting = feeds.values().stream()
                .filter(feed -> feed.pace().needsProgress())
                .toList();
        if (wanting.isEmpty() || now.nanos() - progressAtNanos < 0) {
            return;
        }
        progressAtNanos = now.nanos() + PROGRESS_EVERY;
        var counters = engine.stores()
                .campaigns()
                .counters(
                        lease.lane().tenant(),
                        wanting.stream().map(feed -> feed.entry().row().id()).toList());
        wanting.forEach(feed -> feed.progress(
                CampaignProgress.of(counters.getOrDefault(feed.entry().row().id(), Map.of())), now));
    }

    /** Up to {@code max} deliveries, taken from the campaigns in turn. */
    List<Feed.Taken> take(int max, Moment now) {
        var taken = new ArrayList<Feed.Taken>();
        var open = new ArrayList<>(feeds.values());
        open.removeIf(feed -> expired(feed, now));
        open.removeIf(feed -> feed.ready(now) == 0);
        while (taken.size() < max && !open.isEmpty()) {
            Feed feed = turns.next(open);
            Feed.Taken next = feed.take(now);
            String person = next.delivery().recipient().orElseThrow().key();
            long wait = pairs.tryTake(person, now.nanos());
            // A conversation may go faster for a while: WhatsApp lets a few messages to one person borrow from the
            // future.
            if (wait > 0 && !feed.entry().row().isMailbox()) {
                next.putAside(now.nanos() + wait);
            } else {
                next.send(now);
                taken.add(next);
            }
            if (feed.ready(now) == 0) {
                open.remove(feed);
            }
        }
        return taken;
    }

    /** How long until a campaign that waits only for its own pace may go on. */
    long nanosUntilReady(Moment now, long otherwise) {
        long wait = otherwise;
        for (Feed feed : feeds.values()) {
            wait = feed.nanosUntilReady(now, wait);
        }
        return wait;
    }

    /** Completes campaigns that have nothing left. */
    void completeIdle(long nowNanos) {
        if (nowNanos - completedAtNanos < COMPLETE_EVERY) {
            return;
        }
        completedAtNanos = nowNanos;
        for (Feed feed : List.copyOf(feeds.values())) {
            CampaignRow row = feed.entry().row();
            if (!row.isMailbox()
                    && feed.isIdle()
                    && isNothingLeft(row)
                    && engine.stores().campaigns().completeIfDone(row.tenant(), row.id(), engine.now())) {
                feeds.remove(row.id());
                engine.notifier()
                        .tell(new CampaignEvent.StatusChanged(row.tenant(), row.id(), CampaignStatus.COMPLETED, ""));
            }
        }
    }

    /** Asks the counters first: the certain answer locks the campaign. */
    private boolean isNothingLeft(CampaignRow row) {
        Map<String, Long> counters = engine.stores()
                .campaigns()
                .counters(row.tenant(), List.of(row.id()))
                .getOrDefault(row.id(), Map.of());
        return CampaignProgress.of(counters).remaining() == 0;
    }

    /** Skips what is left of a campaign whose send-by time has passed. */
    private boolean expired(Feed feed, Moment now) {
        if (feed.entry().settings().sendBy().filter(now.at()::isAfter).isEmpty()) {
            return false;
        }
        if (!feed.isTimeToExpire(now)) {
            return true;
        }
        CampaignRow row = feed.entry().row();
        feed.clear();
        int skipped;
        do {
            skipped = engine.stores()
                    .deliveries()
                    .skipPending(row.tenant(), row.id(), SkipReason.TOO_LATE, SKIP_STEP, now.at());
        } while (skipped == SKIP_STEP);
        feed.ready(now);
        return true;
    }
}
