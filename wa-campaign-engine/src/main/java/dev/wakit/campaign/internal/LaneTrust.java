package dev.wakit.campaign.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Whether this worker may begin requests on its lane. Thread-safe.
 *
 * <p>A lease is trusted from the start of the call that renewed it, by the monotonic clock, for less than its length: so this
 * worker stops before the database would give the lane away.
 */
final class LaneTrust {

    /** An intent that is older is not sent any more. */
    static final long SEND_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** A wall clock that moved so much more or less than the monotonic one has jumped. */
    static final Duration MAX_CLOCK_JUMP = Duration.ofSeconds(5);

    private final EngineCore engine;
    private volatile long untilNanos;
    private volatile boolean stopping;
    private volatile boolean lost;

    LaneTrust(EngineCore engine, long untilNanos) {
        this.engine = engine;
        this.untilNanos = untilNanos;
    }

    /** The lease was renewed. */
    void until(long nanos) {
        untilNanos = nanos;
    }

    /** The lane has another owner. */
    void lose() {
        lost = true;
    }

    boolean isLost() {
        return lost;
    }

    /** The engine closes. */
    void stop() {
        stopping = true;
    }

    boolean isTrusted() {
        return !lost && engine.nanos() - untilNanos < 0;
    }

    /** Whether anything may be begun. */
    boolean isOpen() {
        return !stopping && isTrusted();
    }

    /**
     * The last check before the socket: lease trusted, not too late, and the wall clock moved as the monotonic clock did, since
     * the monotonic clock stands still while a machine is suspended.
     *
     * @param begunNanos the monotonic clock before the intent was committed
     * @param begunAt the wall clock at the same moment
     */
    boolean maySend(long begunNanos, Instant begunAt) {
        long passed = engine.nanos() - begunNanos;
        Duration jump =
                Duration.between(begunAt, engine.now()).minusNanos(passed).abs();
        return isOpen() && passed < SEND_WITHIN_NANOS && jump.compareTo(MAX_CLOCK_JUMP) < 0;
    }
}
