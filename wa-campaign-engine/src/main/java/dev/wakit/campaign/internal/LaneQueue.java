package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignProgress;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.pacing.Priority;
import dev.wakit.campaign.store.CampaignRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The running campaigns of a lane, which take turns. Belongs to the lane's thread. */
final class LaneQueue {

    private static final int SKIP_STEP = 1_000;
    private static final long COMPLETE_EVERY = Duration.ofMillis(250).toNanos();

    private final EngineCore engine;
    private final LaneLease lease;
    private final Map<CampaignId, Feed> feeds = new LinkedHashMap<>();
    private long completedAtNanos;

    LaneQueue(EngineCore engine, LaneLease lease, long nowNanos) {
        this.engine = engine;
        this.lease = lease;
        this.completedAtNanos = nowNanos;
    }

    /** A delivery whose turn it is. */
    record Pick(Feed feed, Delivery delivery) {}

    /** Reads which campaigns run. */
    void refresh(long nowNanos) {
        List<CampaignRow> running = engine.stores().campaigns().running(lease.lane());
        feeds.keySet().retainAll(running.stream().map(CampaignRow::id).toList());
        for (CampaignRow row : running) {
            CampaignBook.Entry entry = engine.book().enter(row);
            Feed feed = feeds.get(row.id());
            if (feed == null) {
                feeds.put(row.id(), new Feed(engine.stores().deliveries(), lease, entry, nowNanos));
            } else {
                feed.update(entry, nowNanos);
            }
        }
    }

    /** Up to {@code max} deliveries, taken from the campaigns in turn. */
    List<Pick> take(int max, Instant now, long nowNanos) {
        var picks = new ArrayList<Pick>();
        var open = new ArrayList<>(feeds.values());
        // Reads ahead once, before anything is taken: see Feed.ready.
        open.removeIf(feed -> expired(feed, now, nowNanos) || feed.ready(now, nowNanos) == 0);
        takeFrom(withPriority(open, Priority.URGENT), picks, max, nowNanos);
        takeFrom(withPriority(open, Priority.HIGH), picks, max, nowNanos);
        takeFrom(open, picks, max, nowNanos);
        rotate();
        return picks;
    }

    private static List<Feed> withPriority(List<Feed> feeds, Priority priority) {
        return feeds.stream()
                .filter(feed -> feed.entry().row().isMailbox())
                .filter(feed -> Mailboxes.priority(feed.entry().row()) == priority)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Takes from these in turn until enough is taken or nothing is left. */
    private static void takeFrom(List<Feed> open, List<Pick> picks, int max, long nowNanos) {
        while (picks.size() < max) {
            open.removeIf(feed -> feed.buffered(nowNanos) == 0);
            if (open.isEmpty()) {
                break;
            }
            open.stream().limit(max - picks.size()).forEach(feed -> picks.add(new Pick(feed, feed.take())));
        }
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

    /** How long until a campaign that waits only for its own rate may go on. */
    long nanosUntilReady(long nowNanos, long otherwise) {
        long wait = otherwise;
        for (Feed feed : feeds.values()) {
            wait = feed.nanosUntilReady(nowNanos, wait);
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
    private boolean expired(Feed feed, Instant now, long nowNanos) {
        if (feed.entry().settings().sendBy().filter(now::isAfter).isEmpty()) {
            return false;
        }
        if (feed.isIdle()) {
            return true;
        }
        CampaignRow row = feed.entry().row();
        feed.clear();
        int skipped;
        do {
            skipped = engine.stores()
                    .deliveries()
                    .skipPending(row.tenant(), row.id(), SkipReason.TOO_LATE, SKIP_STEP, now);
        } while (skipped == SKIP_STEP);
        feed.ready(now, nowNanos);
        return true;
    }

    /** Lets another campaign begin the next turn. */
    private void rotate() {
        if (feeds.size() > 1) {
            var first = feeds.entrySet().iterator().next();
            CampaignId id = first.getKey();
            Feed feed = first.getValue();
            feeds.remove(id);
            feeds.put(id, feed);
        }
    }
}
