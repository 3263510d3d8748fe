package dev.wakit.e2e.simulation;

import dev.wakit.campaign.store.StoreException;
import java.util.EnumMap;
import java.util.Map;

/** What goes wrong at the calls that workers make. */
final class Faults {

    private static final int MAX_CRASHES = 4;

    private final World world;
    private final Weather weather;
    private final CrashPoint crashPoint;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private boolean isOver;
    private long databaseBackAt;

    Faults(World world, Weather weather, CrashPoint crashPoint) {
        this.world = world;
        this.weather = weather;
        this.crashPoint = crashPoint;
    }

    /** What can go wrong, for the count. */
    enum Kind {
        CRASH,
        PAUSE,
        STALL,
        FAIL_BEFORE,
        FAIL_AFTER,
        OUTAGE,
        JUMP,
        SUSPEND,
        CLOSE
    }

    /** From now on nothing goes wrong. */
    void end() {
        isOver = true;
        databaseBackAt = 0;
    }

    /** Whether nothing goes wrong now. */
    boolean isOver() {
        return isOver;
    }

    /** Nothing goes wrong while campaigns are created. */
    void pauseFaults(boolean paused) {
        isOver = paused;
    }

    Map<Kind, Integer> counts() {
        return counts;
    }

    void count(Kind kind) {
        counts.merge(kind, 1, Integer::sum);
    }

    void databaseIsGoneFor(long nanos) {
        databaseBackAt = world.nanos() + nanos;
        count(Kind.OUTAGE);
    }

    /** Before a call of the database. */
    void beforeStore(Worker worker) {
        world.pass(world.between(20_000, 2 * World.MILLI));
        interrupt(worker);
        if (isOver) {
            return;
        }
        if (world.nanos() < databaseBackAt) {
            throw new StoreException("The database could not be reached.");
        }
        if (world.happens(weather.failBefore())) {
            count(Kind.FAIL_BEFORE);
            throw new StoreException("The call failed.");
        }
    }

    /** After a call of the database that was committed. */
    void afterStore(Worker worker) {
        interrupt(worker);
        if (!isOver && world.happens(weather.failAfter())) {
            count(Kind.FAIL_AFTER);
            throw new StoreException("The answer of a call was lost.");
        }
    }

    /** A point that has a name: the worker may be planned to end at it. */
    void at(Worker worker, String name) {
        crashPoint.pass(worker, name);
    }

    /** Between two actions of a worker: it may crash, be paused, or have one loop stalled. */
    void interrupt(Worker worker) {
        dieIfDead(worker);
        if (isOver) {
            return;
        }
        if (counts.getOrDefault(Kind.CRASH, 0) < MAX_CRASHES && world.happens(weather.crash())) {
            count(Kind.CRASH);
            worker.die();
            throw new Crash();
        }
        if (!world.isDeepEnough() && world.happens(weather.pause())) {
            count(Kind.PAUSE);
            worker.pause();
            world.runUntil(worker::isDead, standstill());
            worker.resume();
        } else if (!world.isDeepEnough() && world.happens(weather.stall())) {
            count(Kind.STALL);
            world.runUntil(worker::isDead, world.between(World.MILLI, 3 * World.SECOND));
        }
        dieIfDead(worker);
    }

    /** From a moment to three leases. */
    long standstill() {
        return world.between(10 * World.MILLI, 3 * weather.lease().toNanos());
    }

    private static void dieIfDead(Worker worker) {
        if (worker.isDead()) {
            throw new Crash();
        }
    }
}
