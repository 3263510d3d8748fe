package dev.wakit.provider.http;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Repeats calls that only read: up to three in all, about half a second and a second apart.
 *
 * <p>Never for a call that changes something, because its answer may have been lost after it was done. Thread-safe.
 *
 * @since 0.1
 */
public final class ReadRetry {

    /** How long production waits before the second call, half of it more or less. */
    public static final Duration FIRST_WAIT = Duration.ofMillis(500);

    private static final int ATTEMPTS = 3;
    private static final double GROWTH = 2;
    private static final double SPREAD = 0.5;
    private static final int SERVER_FAULT = 500;

    private final Retry retry;

    private ReadRetry(String name, Predicate<HttpAnswer> mayPass, Duration firstWait) {
        this.retry = Retry.of(
                "wakit-" + name,
                RetryConfig.<HttpAnswer>custom()
                        .maxAttempts(ATTEMPTS)
                        .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(firstWait, GROWTH, SPREAD))
                        .retryOnResult(mayPass)
                        .build());
    }

    /**
     * With the waits of production.
     *
     * @param name of the provider
     * @param mayPass whether the same call may succeed a moment later, such as {@link #isServerFault}
     */
    public static ReadRetry of(String name, Predicate<HttpAnswer> mayPass) {
        return of(name, mayPass, FIRST_WAIT);
    }

    /**
     * With other waits, for tests.
     *
     * @param name of the provider
     * @param mayPass whether the same call may succeed a moment later
     * @param firstWait about how long to wait before the second call; twice as long before the third
     */
    public static ReadRetry of(String name, Predicate<HttpAnswer> mayPass, Duration firstWait) {
        return new ReadRetry(name, mayPass, firstWait);
    }

    /** Whether no response came, or one with a 5xx status. */
    public static boolean isServerFault(HttpAnswer answer) {
        return !(answer instanceof HttpAnswer.Response response) || response.status() >= SERVER_FAULT;
    }

    /**
     * Reads; blocks while it waits.
     *
     * @param call makes the call once; called again for each repetition
     * @return the first answer that will not pass, or the last
     */
    public HttpAnswer read(Supplier<HttpAnswer> call) {
        return retry.executeSupplier(call);
    }
}
