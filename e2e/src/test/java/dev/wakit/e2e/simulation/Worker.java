package dev.wakit.e2e.simulation;

import dev.wakit.campaign.internal.SimulatedEngine;
import dev.wakit.campaign.internal.SimulatedLoops;
import dev.wakit.campaign.pacing.RetryPolicy;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.provider.WhatsAppProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One process with an engine: it may crash, be paused, and have clocks of its own. */
final class Worker {

    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final RetryPolicy RETRY =
            new RetryPolicy(3, Duration.ofSeconds(2), Duration.ofSeconds(8), Duration.ofSeconds(5));

    private final World world;
    private final String name;
    private final SimulatedLoops loops;
    private final Clocks clocks;
    private final List<Runnable> mailbox = new ArrayList<>();
    private SimulatedEngine engine;
    private boolean isDead;
    private int pauses;
    private boolean isClosing;

    Worker(World world, String name, Clocks clocks) {
        this.world = world;
        this.name = name;
        this.clocks = clocks;
        this.loops = new SimulatedLoops(world);
    }

    /** The wall clock and the monotonic clock of a machine, as differences to the true time. */
    static final class Clocks {

        private final World world;
        private Duration wallOffset = Duration.ZERO;
        private Duration furthest = Duration.ZERO;
        private long suspendedNanos;

        Clocks(World world) {
            this.world = world;
        }

        Instant wall() {
            return world.trueTime().plus(wallOffset);
        }

        long monotonic() {
            return world.nanos() - suspendedNanos;
        }

        void jump(Duration by) {
            set(wallOffset.plus(by));
        }

        private void set(Duration offset) {
            wallOffset = offset;
            if (offset.compareTo(furthest) > 0) {
                furthest = offset;
            }
        }

        /** The furthest that it ever was ahead. */
        Duration furthest() {
            return furthest;
        }

        /** From now on it is ahead by so much. */
        void settle(Duration offset) {
            set(offset);
        }

        void suspended(long nanos) {
            suspendedNanos += nanos;
        }
    }

    void start(CampaignStores stores, WhatsAppProvider provider, Duration lease, long seed) {
        var machine = new SimulatedEngine.Machine(
                clocks::wall, clocks::monotonic, new SplittableRandom(seed), lease, GRACE, RETRY);
        engine = SimulatedEngine.start(stores, provider, machine, loops);
    }

    SimulatedEngine engine() {
        return engine;
    }

    Clocks clocks() {
        return clocks;
    }

    boolean isDead() {
        return isDead;
    }

    /** Alive, started, and not paused. */
    boolean isRunning() {
        return !isDead && pauses == 0 && engine != null;
    }

    /** Stops in order, while the simulation goes on around it. */
    void close() {
        isClosing = true;
        engine.close();
    }

    boolean isClosing() {
        return isClosing;
    }

    /** It is gone at once, with everything in its memory. */
    void die() {
        isDead = true;
        mailbox.clear();
        world.workers().remove(this);
        world.note(name, "dies");
    }

    void pause() {
        pauses++;
        world.note(name, "is paused");
    }

    void resume() {
        pauses--;
        world.note(name, "goes on");
        if (pauses == 0) {
            var waiting = new ArrayList<>(mailbox);
            mailbox.clear();
            waiting.forEach(mail -> world.after(0, "mail", () -> receive(mail)));
        }
    }

    /** Something from the network reaches the process, now or when it is not paused any more. */
    void receive(Runnable mail) {
        if (isDead) {
            return;
        }
        if (pauses > 0) {
            mailbox.add(mail);
        } else {
            mail.run();
        }
    }

    void addDue(long now, List<Runnable> turns) {
        if (pauses == 0) {
            loops.addDue(now, turns);
        }
    }

    long nextDue() {
        return pauses == 0 ? loops.nextDue() : Long.MAX_VALUE;
    }

    @Override
    public String toString() {
        return name;
    }
}
