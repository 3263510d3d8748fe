package dev.wakit.campaign.internal;

import dev.wakit.campaign.store.WorkerRow;
import dev.wakit.campaign.worker.WorkerState;
import dev.wakit.provider.ProviderId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The workers that work now, this one among them. Thread-safe. */
final class LiveWorkers {

    private final EngineCore engine;

    LiveWorkers(EngineCore engine) {
        this.engine = engine;
    }

    /** The providers of each, by the worker's name. */
    Map<String, Set<ProviderId>> providers() {
        Map<String, Set<ProviderId>> live = engine.stores().workers().all().stream()
                .filter(this::isLive)
                .collect(Collectors.toMap(
                        row -> row.beat().worker(), row -> row.beat().providers()));
        live.put(engine.worker(), engine.settings().providers().keySet());
        return live;
    }

    /** How many serve a provider; this one is always counted. */
    int serving(ProviderId provider) {
        long serving = providers().values().stream()
                .filter(providers -> providers.contains(provider))
                .count();
        return (int) Math.max(1, serving);
    }

    private boolean isLive(WorkerRow row) {
        return row.beat().state() == WorkerState.RUNNING
                && row.silentFor().compareTo(engine.settings().lease()) < 0;
    }
}
