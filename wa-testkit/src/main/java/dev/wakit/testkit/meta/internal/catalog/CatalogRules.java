package dev.wakit.testkit.meta.internal.catalog;

import dev.wakit.testkit.meta.internal.error.GraphError;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.simulator.internal.Span;
import dev.wakit.testkit.simulator.internal.Switches;
import java.time.Duration;

/** What a test can change about catalogs while the simulator runs. Thread-safe. */
public final class CatalogRules {

    private final Switches<GraphError> switches = new Switches<>(GraphErrors.serviceDown(), 0, Span.NONE);
    private volatile Span batchTime = Span.millis(500, 2000);
    private volatile Duration reviewTime = Duration.ofSeconds(1);
    private volatile boolean batchWebhooks;
    private volatile int batchesPerHour;
    private volatile int callsPerHour;

    /** Scripted refusals, and the share of lost answers. */
    public Switches<GraphError> switches() {
        return switches;
    }

    public void batchTime(Span range) {
        batchTime = range;
    }

    Span batchTime() {
        return batchTime;
    }

    /** Whether a webhook tells that a batch is finished. */
    public void batchWebhooks(boolean posted) {
        batchWebhooks = posted;
    }

    boolean batchWebhooks() {
        return batchWebhooks;
    }

    public void reviewTime(Duration duration) {
        reviewTime = duration;
    }

    Duration reviewTime() {
        return reviewTime;
    }

    public void callsPerHour(int batches, int others) {
        batchesPerHour = batches;
        callsPerHour = others;
    }

    /** Calls of an edge in an hour; 0 for no limit. */
    int callsPerHour(boolean batch) {
        return batch ? batchesPerHour : callsPerHour;
    }
}
