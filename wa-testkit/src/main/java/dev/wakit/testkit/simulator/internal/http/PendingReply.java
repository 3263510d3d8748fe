package dev.wakit.testkit.simulator.internal.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A reply, how long it takes, and what must have happened before it may go out. */
public record PendingReply(Reply reply, Duration delay, CompletableFuture<Void> ready) {

    public static PendingReply now(Reply reply) {
        return new PendingReply(reply, Duration.ZERO, CompletableFuture.completedFuture(null));
    }
}
