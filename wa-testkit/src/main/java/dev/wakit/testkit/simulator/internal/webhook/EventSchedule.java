package dev.wakit.testkit.simulator.internal.webhook;

import dev.wakit.testkit.simulator.internal.Dice;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Hands each planned event on when it is due: once, twice, not at all, or out of order.
 *
 * <p>Thread-safe.
 *
 * @param <E> the events
 */
public final class EventSchedule<E> {

    private final EventRules rules;
    private final Dice dice;
    private final PendingEvents pending;
    private final ScheduledExecutorService timer;
    private final Consumer<E> due;
    private volatile double duplicateShare;
    private volatile double dropShare;

    public EventSchedule(
            EventRules rules, Dice dice, PendingEvents pending, ScheduledExecutorService timer, Consumer<E> due) {
        this.rules = rules;
        this.dice = dice;
        this.pending = pending;
        this.timer = timer;
        this.due = due;
        this.duplicateShare = rules.duplicateShare();
        this.dropShare = rules.dropShare();
    }

    public void duplicateShare(double share) {
        duplicateShare = share;
    }

    public void dropShare(double share) {
        dropShare = share;
    }

    /**
     * Plans an event.
     *
     * @param key what its chances depend on, such as the id of its message
     * @param ordinal its place among the events of that key
     * @param offset how long from now it is due
     */
    public void plan(E event, String key, int ordinal, Duration offset) {
        pending.planned();
        if (dice.hits(dropShare, "drop", key, ordinal)) {
            pending.dropped(1);
            return;
        }
        schedule(event, shuffled(offset, key, ordinal));
        if (dice.hits(duplicateShare, "duplicate", key, ordinal)) {
            pending.planned();
            Duration later = rules.delay().draw(dice.roll("again", key, ordinal));
            schedule(event, offset.plus(later));
        }
    }

    /** When order does not matter any event may come first: its place is drawn from the whole range. */
    private Duration shuffled(Duration offset, String key, int ordinal) {
        if (!rules.shuffled()) {
            return offset;
        }
        long longest = rules.delay().longest().multipliedBy(3).toNanos();
        return Duration.ofNanos(dice.roll("shuffle", key, ordinal).nextLong(longest + 1));
    }

    private void schedule(E event, Duration offset) {
        try {
            var unused = timer.schedule(() -> due.accept(event), offset.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // the simulator is closing: nobody waits for this event any more
            pending.dropped(1);
        }
    }
}
