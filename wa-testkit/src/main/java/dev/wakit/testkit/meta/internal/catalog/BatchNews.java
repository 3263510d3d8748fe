package dev.wakit.testkit.meta.internal.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.MagicItem;
import dev.wakit.testkit.simulator.internal.Json;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Posts that batches are finished, if a test asked for it. Thread-safe. */
public final class BatchNews {

    private final ScheduledExecutorService timer;
    private final BiConsumer<String, ObjectNode> webhooks;

    /**
     * News by webhook.
     *
     * @param webhooks takes the field and the value of a change
     */
    public BatchNews(ScheduledExecutorService timer, BiConsumer<String, ObjectNode> webhooks) {
        this.timer = timer;
        this.webhooks = webhooks;
    }

    /** Looks when the batch should be over, so that its webhook waits for no caller. */
    void awaited(Batch batch, Runnable look) {
        if (!batch.told) {
            return;
        }
        try {
            var unused = timer.schedule(
                    look, batch.dueAt.toEpochMilli() - batch.takenAt.toEpochMilli() + 1, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // the simulator is closing: nobody waits for the news
        }
    }

    /** Meta documents the webhook for finished batches only. */
    void ended(Batch batch) {
        boolean finished =
                !batch.magic.contains(MagicItem.BATCH_ERROR_ONCE) && !batch.magic.contains(MagicItem.SILENT_ONCE);
        if (batch.told && finished) {
            webhooks.accept(
                    "items_batch",
                    Json.object()
                            .put("catalog_id", batch.catalogId)
                            .put("handle", batch.handle)
                            .put("status", "finished"));
        }
    }
}
