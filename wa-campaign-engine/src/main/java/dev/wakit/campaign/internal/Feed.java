package dev.wakit.campaign.internal;

import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.DeliveryStore;
import dev.wakit.campaign.store.ReadCursor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The read-ahead of one campaign on one lane. Belongs to the lane's thread, but for the count of requests in flight.
 *
 * <p>Reading ahead writes nothing: nobody else may claim rows of a lane that this worker owns.
 */
final class Feed {

    private static final int READ = 500;
    private static final int REFILL_BELOW = 100;
    private static final long REREAD_NANOS = Duration.ofMillis(500).toNanos();

    /** Behind every row that was never tried, whose time due is the epoch, and before every other. */
    private static final ReadCursor BEFORE_RETRIES = new ReadCursor(Instant.EPOCH, new DeliveryId(Long.MAX_VALUE));

    private final DeliveryStore store;
    private final LaneLease lease;
    private final Deque<Delivery> buffer = new ArrayDeque<>();
    private final Set<DeliveryId> bufferedRetries = new HashSet<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private CampaignBook.Entry entry;
    private @Nullable TokenBucket rate;
    private ReadCursor cursor = ReadCursor.START;
    private boolean exhausted;
    private long rereadAtNanos;
    private long retriesAtNanos;

    Feed(DeliveryStore store, LaneLease lease, CampaignBook.Entry entry, long nowNanos) {
        this.store = store;
        this.lease = lease;
        this.entry = entry;
        this.rereadAtNanos = nowNanos;
        this.retriesAtNanos = nowNanos;
        update(entry, nowNanos);
    }

    CampaignBook.Entry entry() {
        return entry;
    }

    AtomicInteger inFlight() {
        return inFlight;
    }

    /** Takes over the campaign's latest settings. */
    void update(CampaignBook.Entry latest, long nowNanos) {
        entry = latest;
        double wanted = latest.settings().rate().map(r -> r.messagesPerSecond()).orElse(0.0);
        if (wanted == 0) {
            rate = null;
        } else if (rate == null) {
            rate = new TokenBucket(wanted, nowNanos);
        } else if (rate.ratePerSecond() != wanted) {
            rate.changeRate(wanted, nowNanos);
        }
    }

    /**
     * How many deliveries could be taken now, after reading ahead.
     *
     * <p>Not to be called while deliveries that were taken are not committed yet: they are still PENDING, would be read again, and
     * lie in the buffer as copies of what is on its way.
     */
    int ready(Instant now, long nowNanos) {
        refill(now, nowNanos);
        return buffered(nowNanos);
    }

    /** How many of the deliveries that were read could be taken now. */
    int buffered(long nowNanos) {
        int allowed = rate == null ? Integer.MAX_VALUE : rate.available(nowNanos);
        return Math.min(buffer.size(), allowed);
    }

    Delivery take() {
        if (rate != null) {
            rate.take(1);
        }
        Delivery next = buffer.removeFirst();
        bufferedRetries.remove(next.id());
        return next;
    }

    /** How long until the campaign's own rate allows another message; the given time if that is not what it waits for. */
    long nanosUntilReady(long nowNanos, long otherwise) {
        return rate == null || buffer.isEmpty() ? otherwise : Math.min(otherwise, rate.nanosUntil(1, nowNanos));
    }

    /** Whether nothing was left to read the last time, and nothing is on its way. */
    boolean isIdle() {
        return exhausted && buffer.isEmpty() && inFlight.get() == 0;
    }

    /** Something new waits: the next look reads the database whatever the time. */
    void readNow(long nowNanos) {
        rereadAtNanos = nowNanos;
        retriesAtNanos = nowNanos;
    }

    void clear() {
        buffer.clear();
        bufferedRetries.clear();
        exhausted = false;
        cursor = ReadCursor.START;
    }

    private void refill(Instant now, long nowNanos) {
        if (nowNanos - retriesAtNanos >= 0) {
            retriesAtNanos = nowNanos + REREAD_NANOS;
            refillRetries(now);
        }
        if (exhausted) {
            if (!buffer.isEmpty() || nowNanos - rereadAtNanos < 0) {
                return;
            }
            // Rows that were dropped unsent, such as after a failed commit, are behind the cursor.
            cursor = ReadCursor.START;
        } else if (buffer.size() >= REFILL_BELOW) {
            return;
        }
        refillNew(now);
        rereadAtNanos = nowNanos + REREAD_NANOS;
    }

    /** Deliveries that are due again go first: who was promised a next try in a minute does not wait for the whole campaign. */
    private void refillRetries(Instant now) {
        List<Delivery> due = store.readAhead(lease, entry.row().id(), now, BEFORE_RETRIES, READ);
        for (int i = due.size() - 1; i >= 0; i--) {
            if (bufferedRetries.add(due.get(i).id())) {
                buffer.addFirst(due.get(i));
            }
        }
    }

    private void refillNew(Instant now) {
        List<Delivery> rows = store.readAhead(lease, entry.row().id(), now, cursor, READ);
        rows.stream().filter(Feed::isNew).forEach(buffer::addLast);
        exhausted = rows.size() < READ || !isNew(rows.get(rows.size() - 1));
        if (!rows.isEmpty()) {
            Delivery last = rows.get(rows.size() - 1);
            cursor = new ReadCursor(last.notBefore(), last.id());
        }
    }

    private static boolean isNew(Delivery delivery) {
        return delivery.notBefore().equals(Instant.EPOCH);
    }
}
