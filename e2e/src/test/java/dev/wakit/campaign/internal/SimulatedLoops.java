package dev.wakit.campaign.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/** The loops of one engine, run one step at a time by a simulation on its one thread. */
public final class SimulatedLoops implements Loop.Host {

    private static final long ERROR_PAUSE_NANOS = 500_000_000L;

    private final World world;
    private final List<SimulatedLoop> loops = new ArrayList<>();

    public SimulatedLoops(World world) {
        this.world = world;
    }

    /** What the loops need of the simulation around them. */
    public interface World {

        /** The true time, which only grows, in nanoseconds. */
        long nanos();

        /** How long a loop really sleeps that asks for so many nanoseconds: threads may be late. */
        long oversleep(long nanos);

        /** Runs everything else until the condition holds or so much time has passed. */
        void runUntil(BooleanSupplier condition, long nanos);

        /** A step ended in an error, which a thread would log. */
        void failed(String loop, Throwable error);
    }

    @Override
    public Loop start(String name, Wake wake, Loop.Step step) {
        var loop = new SimulatedLoop(name, wake, step, world.nanos());
        loops.add(loop);
        return loop;
    }

    /** At once: the simulation has one thread. */
    @Override
    public Executor beside(String name) {
        return Runnable::run;
    }

    @Override
    public void sleep(Wake wake, long nanos) {
        world.runUntil(wake::poll, nanos);
    }

    /** Adds the loops that may run now to a list. */
    public void addDue(long now, List<Runnable> due) {
        loops.removeIf(loop -> loop.over);
        for (SimulatedLoop loop : loops) {
            if (!loop.isRunning) {
                if (loop.wake.poll()) {
                    loop.dueNanos = Math.min(loop.dueNanos, now);
                }
                if (loop.dueNanos <= now) {
                    due.add(loop);
                }
            }
        }
    }

    /** When the next loop wakes by itself. */
    public long nextDue() {
        return loops.stream()
                .filter(loop -> !loop.over && !loop.isRunning)
                .mapToLong(loop -> loop.dueNanos)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private final class SimulatedLoop implements Loop, Runnable {

        private final String name;
        private final Wake wake;
        private final Loop.Step step;
        private long dueNanos;
        private boolean ended;
        private boolean over;
        private boolean isRunning;

        private SimulatedLoop(String name, Wake wake, Loop.Step step, long dueNanos) {
            this.name = name;
            this.wake = wake;
            this.step = step;
            this.dueNanos = dueNanos;
        }

        @Override
        public void run() {
            if (ended) {
                over = true;
                return;
            }
            isRunning = true;
            long wait;
            try {
                wait = step.once();
            } catch (InterruptedException e) {
                throw new IllegalStateException("Nothing interrupts the simulation's thread", e);
            } catch (Throwable e) {
                world.failed(name, e);
                wait = ERROR_PAUSE_NANOS;
            } finally {
                isRunning = false;
            }
            over |= wait == Loop.Step.END || ended;
            dueNanos = world.nanos() + (wait > 0 ? world.oversleep(wait) : 0);
        }

        @Override
        public boolean isAlive() {
            return !over;
        }

        @Override
        public void end() {
            ended = true;
            wake.wake();
        }

        @Override
        public boolean join(long millis) {
            world.runUntil(() -> over, millis * 1_000_000L);
            return over;
        }

        @Override
        public void interrupt() {
            ended = true;
            over = !isRunning;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
