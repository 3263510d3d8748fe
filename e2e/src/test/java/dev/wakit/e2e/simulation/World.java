package dev.wakit.e2e.simulation;

import dev.wakit.campaign.internal.SimulatedLoops;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Time, chance and turns of one simulation. One thread: whose turn it is, and how much time passes, is drawn from the seed.
 *
 * <p>A step that is stalled or paused stays on the stack while the others go on above it.
 */
final class World implements SimulatedLoops.World {

    static final Instant BEGINNING = Instant.parse("2026-03-01T10:00:00Z");
    static final long SECOND = 1_000_000_000L;
    static final long MILLI = 1_000_000L;

    private static final int MAX_DEPTH = 4;

    private final SplittableRandom random;
    private final Trace trace;
    private final PriorityQueue<Event> later =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
    private final List<Event> dueEvents = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>();
    private final List<Runnable> turns = new ArrayList<>();
    private Runnable afterEach = () -> {};
    private long now;
    private long events;
    private int depth;
    private double oversleep = 1;

    World(SplittableRandom random, Trace trace) {
        this.random = random;
        this.trace = trace;
    }

    private record Event(long at, long order, String what, Runnable action) {}

    SplittableRandom random() {
        return random;
    }

    /** True with this probability. */
    boolean happens(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    /** A time between two, in nanoseconds. */
    long between(long from, long to) {
        return from >= to ? from : random.nextLong(from, to);
    }

    List<Worker> workers() {
        return workers;
    }

    void afterEach(Runnable check) {
        afterEach = check;
    }

    /** How much later than asked loops wake, at most. */
    void oversleepUpTo(double factor) {
        oversleep = factor;
    }

    @Override
    public long nanos() {
        return now;
    }

    Instant trueTime() {
        return BEGINNING.plusNanos(now);
    }

    void pass(long nanos) {
        now += nanos;
    }

    void note(String who, String what) {
        trace.note(now, who, what);
    }

    /** Notes more of the same moment, for readers only. */
    void detail(Supplier<String> what) {
        trace.detail(what);
    }

    /** Lets something happen later. */
    void after(long nanos, String what, Runnable action) {
        later.add(new Event(now + nanos, events++, what, action));
    }

    /** How many things are still to come. */
    int coming() {
        return later.size() + dueEvents.size();
    }

    /** Whether another step may be put on top of the one that waits. */
    boolean isDeepEnough() {
        return depth >= MAX_DEPTH;
    }

    @Override
    public long oversleep(long nanos) {
        return (long) (nanos * (1 + random.nextDouble() * (oversleep - 1)));
    }

    @Override
    public void failed(String loop, Throwable error) {
        note(loop, error.getClass().getSimpleName());
        if (!(error instanceof Crash) && !(error instanceof RuntimeException)) {
            throw new IllegalStateException("The loop " + loop + " broke", error);
        }
    }

    @Override
    public void runUntil(BooleanSupplier condition, long nanos) {
        long end = now + nanos;
        depth++;
        try {
            while (now < end && !condition.getAsBoolean()) {
                turn(end);
            }
        } finally {
            depth--;
        }
    }

    /** One turn, or the passing of time until the next one. */
    private void turn(long end) {
        turns.clear();
        while (!later.isEmpty() && later.peek().at() <= now) {
            dueEvents.add(later.remove());
        }
        for (Worker worker : workers) {
            worker.addDue(now, turns);
        }
        int choices = dueEvents.size() + turns.size();
        if (choices == 0) {
            now = Math.max(now, Math.min(end, nextDue()));
            return;
        }
        int choice = random.nextInt(choices);
        if (choice < dueEvents.size()) {
            Event event = dueEvents.remove(choice);
            note("event", event.what());
            event.action().run();
        } else {
            Runnable turn = turns.get(choice - dueEvents.size());
            note("turn", turn.toString());
            turn.run();
        }
        now += random.nextLong(100_000);
        afterEach.run();
    }

    private long nextDue() {
        long next = later.isEmpty() ? Long.MAX_VALUE : later.peek().at();
        for (Worker worker : workers) {
            next = Math.min(next, worker.nextDue());
        }
        return next;
    }
}
