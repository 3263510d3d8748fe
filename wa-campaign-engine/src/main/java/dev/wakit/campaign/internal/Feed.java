package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignProgress;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.pacing.Hold;
import dev.wakit.campaign.pacing.HoldLayer;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.pacing.SendWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One campaign on one lane: what it has to send, zone by zone, and how fast it may. Belongs to the lane's thread, but for the count
 * of requests in flight.
 */
final class Feed {

    private static final long LOOK_AT_WINDOW_NANOS = Duration.ofMillis(250).toNanos();
    private static final int MAX_ASIDE = 1_000;

    private final CampaignPace pace;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final List<ZoneReader> readers = new ArrayList<>();
    private final Deque<ZoneReader> open = new ArrayDeque<>();
    private final PriorityQueue<Aside> aside = new PriorityQueue<>(Comparator.comparingLong(Aside::untilNanos));
    private CampaignBook.Entry entry;
    private long lookAtWindowNanos;
    private long expireAgainNanos;

    /** A delivery that waits for its person's turn. */
    private record Aside(long untilNanos, ZoneReader reader, Delivery delivery) {}

    Feed(
            EngineCore engine,
            LaneLease lease,
            CampaignBook.Entry entry,
            Pool pool,
            Set<String> zones,
            List<GateLayer> gates,
            Moment now) {
        this.entry = entry;
        this.pace = new CampaignPace(engine, lease.lane(), inFlight, gates);
        this.lookAtWindowNanos = now.nanos();
        this.expireAgainNanos = now.nanos();
        var all = new TreeSet<>(zones);
        all.add("");
        for (String zone : all) {
            readers.add(new ZoneReader(
                    engine.stores().deliveries(), lease, entry.row().id(), zone, now.nanos()));
        }
        update(entry, pool, now);
    }

    CampaignBook.Entry entry() {
        return entry;
    }

    CampaignPace pace() {
        return pace;
    }

    AtomicInteger inFlight() {
        return inFlight;
    }

    /** Takes over the campaign's latest settings and senders. */
    void update(CampaignBook.Entry latest, Pool pool, Moment now) {
        if (!latest.settings().pacing().window().equals(window())) {
            lookAtWindowNanos = now.nanos();
        }
        entry = latest;
        pace.update(latest, pool, now);
    }

    /** Goes on after a rest, in which its rows were let go. */
    void resume(CampaignBook.Entry latest, Pool pool, Moment now) {
        readNow(now.nanos());
        pace.resume();
        update(latest, pool, now);
    }

    void progress(CampaignProgress progress, Moment now) {
        pace.progress(progress, now);
    }

    /** How many deliveries could be taken now. */
    int ready(Moment now) {
        lookAtWindow(now);
        takeUp(now);
        int read = 0;
        for (ZoneReader reader : open) {
            reader.refill(now);
            read += reader.size();
        }
        return Math.min(read, pace.permits(now));
    }

    /** The next delivery, from the open zones in turn; one must be ready. */
    Taken take(Moment now) {
        for (int i = open.size(); i > 0; i--) {
            ZoneReader reader = open.removeFirst();
            open.addLast(reader);
            if (reader.size() > 0) {
                return new Taken(this, reader, reader.take(now));
            }
        }
        throw new IllegalStateException(
                "Nothing is ready in campaign " + entry.row().id());
    }

    /** A delivery in the lane's hands. */
    record Taken(Feed feed, ZoneReader reader, Delivery delivery) {

        /** It is about to be sent. */
        void send(Moment now) {
            feed.pace.took(now);
            reader.letGo(delivery);
        }

        /** It was not sent, and is the next again. */
        void putBack() {
            reader.putBack(delivery);
        }

        /** Its person has to wait. Those that do not fit are read again when everything else was sent. */
        void putAside(long untilNanos) {
            if (feed.aside.size() < MAX_ASIDE) {
                reader.putAside(delivery);
                feed.aside.add(new Aside(untilNanos, reader, delivery));
            } else {
                reader.letGo(delivery);
            }
        }
    }

    private void takeUp(Moment now) {
        for (Aside first = aside.peek(); first != null && now.nanos() - first.untilNanos() >= 0; first = aside.peek()) {
            aside.remove();
            first.reader().putBack(first.delivery());
        }
    }

    private void lookAtWindow(Moment now) {
        if (now.nanos() - lookAtWindowNanos < 0) {
            return;
        }
        lookAtWindowNanos = now.nanos() + LOOK_AT_WINDOW_NANOS;
        for (ZoneReader reader : readers) {
            boolean wanted = WindowGate.isOpen(window(), reader.zone(), now.at());
            if (!wanted) {
                open.remove(reader);
            } else if (!open.contains(reader)) {
                open.addLast(reader);
            }
        }
    }

    private Optional<SendWindow> window() {
        return entry.settings().pacing().window();
    }

    /** How long until the campaign may go on; the given time if that is later or not known. */
    long nanosUntilReady(Moment now, long otherwise) {
        long wait = otherwise;
        if (open.stream().anyMatch(reader -> reader.size() > 0)) {
            wait = pace.nanosUntilReady(now, wait);
        }
        Aside first = aside.peek();
        return first == null ? wait : Math.min(wait, Math.max(0, first.untilNanos() - now.nanos()));
    }

    /** Whether nothing was left to read the last time in any zone that is open, and nothing is on its way. */
    boolean isIdle() {
        return inFlight.get() == 0
                && aside.isEmpty()
                && open.stream().allMatch(ZoneReader::isIdle)
                && readers.stream().filter(reader -> !open.contains(reader)).allMatch(reader -> reader.size() == 0);
    }

    /** Whether it is time to look again for rows that are too late. */
    boolean isTimeToExpire(Moment now) {
        if (now.nanos() - expireAgainNanos < 0) {
            return false;
        }
        expireAgainNanos = now.nanos() + 2 * LOOK_AT_WINDOW_NANOS;
        return true;
    }

    /** Something new waits: the next look reads the database whatever the time. */
    void readNow(long nowNanos) {
        readers.forEach(reader -> reader.readNow(nowNanos));
    }

    void clear() {
        readers.forEach(ZoneReader::clear);
        aside.clear();
    }

    /** What holds its messages now. */
    List<Hold> holds(Moment now) {
        List<Hold> holds = pace.holds(now);
        window().ifPresent(window -> holdByWindow(window, now).ifPresent(holds::add));
        Aside first = aside.peek();
        if (first != null) {
            holds.add(Hold.of(HoldLayer.PAIR, "The same people got a message from this sender a moment ago")
                    .until(now.atNanos(first.untilNanos()))
                    .waiting(aside.size()));
        }
        return holds;
    }

    private Optional<Hold> holdByWindow(SendWindow window, Moment now) {
        Optional<Instant> next = Optional.empty();
        int closed = 0;
        for (ZoneReader reader : readers) {
            // Everybody whose zone is known has a reader of their own; the one without a zone is often empty.
            boolean counts = readers.size() == 1 || !reader.zone().isEmpty() || !window.inRecipientZone();
            if (counts && !WindowGate.isOpen(Optional.of(window), reader.zone(), now.at())) {
                closed++;
                Optional<Instant> opens = WindowGate.nextOpen(window, reader.zone(), now.at());
                if (next.isEmpty() || opens.isPresent() && opens.get().isBefore(next.get())) {
                    next = opens;
                }
            }
        }
        if (closed == 0) {
            return Optional.empty();
        }
        Hold hold = Hold.of(
                HoldLayer.WINDOW,
                "The window " + window + " is closed" + (readers.size() == 1 ? "" : " in " + closed + " zones"));
        return Optional.of(next.map(hold::until).orElse(hold));
    }
}
