package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignId;
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
import org.jspecify.annotations.Nullable;

/**
 * The read-ahead of one campaign and zone on one lane. Belongs to the lane's thread.
 *
 * <p>Reading ahead writes nothing: nobody else may claim rows of a lane that this worker owns.
 */
final class ZoneReader {

    private static final int READ = 500;
    private static final int REFILL_BELOW = 100;
    private static final long REREAD_NANOS = Duration.ofMillis(500).toNanos();

    /** Behind every row that was never tried, whose time due is the epoch, and before every other. */
    private static final ReadCursor BEFORE_RETRIES = new ReadCursor(Instant.EPOCH, new DeliveryId(Long.MAX_VALUE));

    private final DeliveryStore store;
    private final LaneLease lease;
    private final CampaignId campaign;
    private final String zone;
    private final Deque<Delivery> buffer = new ArrayDeque<>();
    private final Set<DeliveryId> bufferedRetries = new HashSet<>();
    private final Set<DeliveryId> aside = new HashSet<>();
    private ReadCursor cursor = ReadCursor.START;
    private boolean exhausted;
    private long rereadAtNanos;
    private long retriesAtNanos;
    private @Nullable Long takenAtNanos;

    ZoneReader(DeliveryStore store, LaneLease lease, CampaignId campaign, String zone, long nowNanos) {
        this.store = store;
        this.lease = lease;
        this.campaign = campaign;
        this.zone = zone;
        this.rereadAtNanos = nowNanos;
        this.retriesAtNanos = nowNanos;
    }

    String zone() {
        return zone;
    }

    int size() {
        return buffer.size();
    }

    Delivery take(Moment now) {
        takenAtNanos = now.nanos();
        return buffer.removeFirst();
    }

    /** A taken delivery is no longer in this worker's hands: if it comes back, it is read again. */
    void letGo(Delivery delivery) {
        bufferedRetries.remove(delivery.id());
    }

    /** A taken delivery waits elsewhere and is not read again until it is put back. */
    void putAside(Delivery delivery) {
        aside.add(delivery.id());
    }

    /** A taken delivery was not sent and is the next again. */
    void putBack(Delivery delivery) {
        aside.remove(delivery.id());
        if (!isNew(delivery)) {
            bufferedRetries.add(delivery.id());
        }
        buffer.addFirst(delivery);
    }

    /** Whether nothing was left to read the last time. */
    boolean isIdle() {
        return exhausted && buffer.isEmpty();
    }

    void readNow(long nowNanos) {
        rereadAtNanos = nowNanos;
        retriesAtNanos = nowNanos;
    }

    void clear() {
        buffer.clear();
        bufferedRetries.clear();
        aside.clear();
        exhausted = false;
        cursor = ReadCursor.START;
    }

    void refill(Moment now) {
        if (now.nanos() - retriesAtNanos >= 0) {
            retriesAtNanos = now.nanos() + REREAD_NANOS;
            refillRetries(now.at());
        }
        if (exhausted) {
            // What was taken in this very step is PENDING still, and would be read as if it had come back.
            boolean isTakenNow = takenAtNanos != null && takenAtNanos == now.nanos();
            if (!buffer.isEmpty() || isTakenNow || now.nanos() - rereadAtNanos < 0) {
                return;
            }
            // Rows that were dropped unsent, such as after a failed commit, are behind the cursor.
            cursor = ReadCursor.START;
        } else if (buffer.size() >= REFILL_BELOW) {
            return;
        }
        refillNew(now.at());
        rereadAtNanos = now.nanos() + REREAD_NANOS;
    }

    /** Deliveries that are due again go first: who was promised a next try in a minute does not wait for the whole campaign. */
    private void refillRetries(Instant now) {
        List<Delivery> due = store.readAhead(lease, campaign, zone, now, BEFORE_RETRIES, READ);
        for (int i = due.size() - 1; i >= 0; i--) {
            if (bufferedRetries.add(due.get(i).id())) {
                buffer.addFirst(due.get(i));
            }
        }
    }

    private void refillNew(Instant now) {
        List<Delivery> rows = store.readAhead(lease, campaign, zone, now, cursor, READ);
        rows.stream().filter(row -> isNew(row) && !aside.contains(row.id())).forEach(buffer::addLast);
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
