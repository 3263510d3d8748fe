package dev.wakit.testkit.simulator.internal.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A reply, how long it takes, what must have happened before it may go out, and what follows once it is out or lost.
 */
public record PendingReply(Reply reply, Duration delay, CompletableFuture<Void> ready, Runnable after) {

    public PendingReply(Reply reply, Duration delay, CompletableFuture<Void> ready) {
        this(reply, delay, ready, () -> {});
    }

    public static PendingReply now(Reply reply) {
        return new PendingReply(reply, Duration.ZERO, CompletableFuture.completedFuture(null));
    }

    public PendingReply andThen(Runnable action) {
        return new PendingReply(reply, delay, ready, action);
    }
}
