package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.store.OrphanStatus;
import dev.wakit.error.ProviderError;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.inbound.StatusChanged;
import dev.wakit.provider.WhatsAppProvider;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Merges kept statuses once their message is known. Thread-safe. */
final class Orphans {

    /** Longer than any transaction is open: connections end after a minute without an answer. */
    private static final Duration RECHECK_AFTER = Duration.ofMinutes(2);

    private static final int PAGE = 500;

    private final EngineCore engine;

    Orphans(EngineCore engine) {
        this.engine = engine;
    }

    /** Merges what is matched. Returns whether there was anything. */
    boolean mergeMatched() {
        List<OrphanStatus> matched =
                engine.stores().orphans().matched(engine.settings().providers().keySet(), PAGE);
        if (matched.isEmpty()) {
            return false;
        }
        Map<TenantId, StatusBatch> batches = new LinkedHashMap<>();
        for (OrphanStatus orphan : matched) {
            WhatsAppProvider provider = engine.provider(orphan.provider()).orElseThrow();
            batches.computeIfAbsent(orphan.tenant(), t -> new StatusBatch(engine, t))
                    .add(orphan.provider(), status(orphan), provider.errors());
        }
        // Removed afterwards: merging twice is harmless, losing is not.
        batches.values().forEach(StatusBatch::applyWhatCan);
        engine.stores().orphans().remove(matched);
        return true;
    }

    private static StatusChanged status(OrphanStatus orphan) {
        return StatusChanged.builder(orphan.messageId(), orphan.status(), orphan.at())
                .errors(
                        orphan.status() == MessageStatus.FAILED
                                        && !orphan.errorCode().isEmpty()
                                ? List.of(ProviderError.builder(orphan.errorCode())
                                        .title(orphan.errorTitle())
                                        .detail(orphan.errorDetail())
                                        .build())
                                : List.of())
                .build();
    }

    /** Looks once more for the messages of statuses that are some minutes old. */
    void recheck() {
        int seen;
        do {
            seen = engine.stores().orphans().recheck(engine.now().minus(RECHECK_AFTER), PAGE);
        } while (seen == PAGE && !engine.isStopping());
    }
}
