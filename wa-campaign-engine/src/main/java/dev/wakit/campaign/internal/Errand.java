package dev.wakit.campaign.internal;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Work that is done beside its caller, who comes for the result later. One thread asks for it. */
final class Errand<T> {

    private final FutureTask<T> task;

    private Errand(FutureTask<T> task) {
        this.task = task;
    }

    static <T> Errand<T> start(Executor beside, Supplier<T> work) {
        var task = new FutureTask<>(work::get);
        beside.execute(task);
        return new Errand<>(task);
    }

    /** Waits until it is done, also when interrupted meanwhile. Throws what the work threw. */
    T result() {
        boolean isInterrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException later) {
                    isInterrupted = true;
                } catch (ExecutionException e) {
                    throw unchecked(e);
                }
            }
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits until it is done; nobody wants to know how it ended. */
    void end() {
        try {
            result();
        } catch (RuntimeException nobodyAsks) {
            return;
        }
    }

    private static RuntimeException unchecked(ExecutionException thrown) {
        if (thrown.getCause() instanceof Error error) {
            throw error;
        }
        return thrown.getCause() instanceof RuntimeException error ? error : new IllegalStateException(thrown);
    }
}
