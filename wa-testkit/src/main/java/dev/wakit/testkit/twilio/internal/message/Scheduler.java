package dev.wakit.testkit.twilio.internal.message;

import dev.wakit.testkit.twilio.internal.TwilioSettings;
import dev.wakit.testkit.twilio.internal.error.TwilioErrors;
import dev.wakit.testkit.twilio.internal.error.TwilioRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sends messages at once or when their time has come. Thread-safe. */
public final class Scheduler {

    private final TwilioSettings settings;
    private final MessageStore store;
    private final Timeline timeline;
    private final ScheduledExecutorService timer;

    Scheduler(TwilioSettings settings, MessageStore store, Timeline timeline, ScheduledExecutorService timer) {
        this.settings = settings;
        this.store = store;
        this.timeline = timeline;
        this.timer = timer;
    }

    /** Refuses a message for later when too many wait already. */
    void admit(MessageOrder order) {
        int most = settings.rates().scheduled();
        if (order.sendAt() != null && most > 0 && store.scheduled().size() >= most) {
            throw new TwilioRefusal(TwilioErrors.tooManyScheduled());
        }
    }

    void accepted(StoredMessage message, boolean read) {
        Instant sendAt = message.order().sendAt();
        if (sendAt == null) {
            timeline.begin(message, read);
            return;
        }
        Duration wait = Duration.between(settings.clock().instant(), sendAt);
        try {
            var unused = timer.schedule(() -> release(message, read), wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // the simulator is closing
            return;
        }
    }

    /** Sends every scheduled message now and returns how many there were. */
    public int releaseAll() {
        List<StoredMessage> waiting = store.scheduled();
        waiting.forEach(message -> release(message, true));
        return waiting.size();
    }

    /** Cancels a message that still waits; false when it is too late. */
    boolean cancel(StoredMessage message) {
        boolean canceled = message.leaveSchedule("canceled", settings.clock().instant());
        if (canceled) {
            timeline.canceled(message);
        }
        return canceled;
    }

    private void release(StoredMessage message, boolean read) {
        if (message.leaveSchedule("accepted", settings.clock().instant())) {
            timeline.begin(message, read);
        }
    }
}
