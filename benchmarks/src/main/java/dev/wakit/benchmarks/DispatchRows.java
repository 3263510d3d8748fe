package dev.wakit.benchmarks;

import dev.wakit.benchmarks.measure.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows that send messages. */
final class DispatchRows {

    private static final int HEAP = 512;
    private static final String UNIT = "messages";

    /** What feasibility runs found best for each way; the documents' loop has one request in flight. */
    private static final int IN_FLIGHT = 64;

    private static final int MANY_IN_FLIGHT = 256;
    private static final int AS_MANY_AS_IT_TAKES = 1_000;

    private final Scale scale;
    private final List<Row> rows = new ArrayList<>();

    private DispatchRows(Scale scale) {
        this.scale = scale;
    }

    static List<Row> of(Scale scale) {
        var rows = new DispatchRows(scale);
        rows.mock();
        rows.latency(0);
        rows.latency(50);
        if (scale.isFull()) {
            rows.latency(200);
        }
        return List.copyOf(rows.rows);
    }

    /** Whether the BSP is fast enough: what it can take, and a bare client while others load it and while nobody does. */
    private void mock() {
        rows.add(row("bsp/most-it-takes", "load", Store.NONE, 0, IN_FLIGHT, "bsp/bare-alone"));
        rows.add(way("bsp/bare-alone", "bare", Store.NONE, 0, IN_FLIGHT, ""));
        Row loaded = way("bsp/bare-while-loaded", "bare", Store.NONE, 0, IN_FLIGHT, "bsp/bare-alone");
        rows.add(with(loaded, Settings.none().with(Runs.EXTRA_LOAD, 10_000)));
    }

    private void latency(int latency) {
        String group = "dispatch/" + latency + "ms/";
        String bare = group + "bare-okhttp";
        rows.add(way(bare, "bare", Store.NONE, latency, IN_FLIGHT, ""));
        rows.add(way(group + "wakit-postgresql", "wakit", Store.POSTGRESQL, latency, IN_FLIGHT, bare));
        if (latency == 0 || scale.isFull()) {
            rows.add(way(group + "wakit-sqlite", "wakit", Store.SQLITE, latency, IN_FLIGHT, bare));
            rows.add(way(group + "wakit-mariadb", "wakit", Store.MARIADB, latency, IN_FLIGHT, bare));
            rows.add(way(group + "db-scheduler", "db-scheduler", Store.POSTGRESQL, latency, IN_FLIGHT, bare));
            rows.add(way(group + "jobrunr", "jobrunr", Store.POSTGRESQL, latency, IN_FLIGHT, bare));
            for (String keeps : List.of("result", "row", "counter")) {
                rows.add(bullMq(group + "bullmq-" + keeps, latency, keeps, bare));
            }
        }
        rows.add(way(group + "documents-loop", "documents", Store.POSTGRESQL, latency, 1, bare));
        rows.add(way(group + "wakit-postgresql-256", "wakit", Store.POSTGRESQL, latency, MANY_IN_FLIGHT, bare));
        if (scale.isFull()) {
            rows.add(way(group + "bare-okhttp-256", "bare", Store.NONE, latency, MANY_IN_FLIGHT, bare));
            rows.add(way(group + "bare-okhttp-1000", "bare", Store.NONE, latency, AS_MANY_AS_IT_TAKES, bare));
            rows.add(way(
                    group + "wakit-postgresql-1000", "wakit", Store.POSTGRESQL, latency, AS_MANY_AS_IT_TAKES, bare));
            rows.add(way(group + "documents-loop-64", "documents", Store.POSTGRESQL, latency, IN_FLIGHT, bare));
        }
    }

    private Row way(String name, String way, Store store, int latency, int inFlight, String baseline) {
        return with(
                row(name, "dispatch", store, latency, inFlight, baseline),
                Settings.none().with("way", way));
    }

    private Row row(String name, String task, Store store, int latency, int inFlight, String baseline) {
        return new Row(
                name,
                UNIT,
                Row.Program.JAVA,
                task,
                store,
                latency,
                HEAP,
                Settings.none()
                        .with("inFlight", inFlight)
                        .with("warmSeconds", scale.warmSeconds())
                        .with("seconds", scale.seconds()),
                Optional.of(baseline).filter(other -> !other.isEmpty()));
    }

    private Row bullMq(String name, int latency, String keeps, String baseline) {
        Row java = row(name, "bullmq.mjs", Store.POSTGRESQL, latency, IN_FLIGHT, baseline);
        return new Row(
                name,
                UNIT,
                Row.Program.NODE,
                java.task(),
                java.store(),
                latency,
                HEAP,
                java.settings().with("keeps", keeps),
                java.baseline());
    }

    private static Row with(Row row, Settings more) {
        return new Row(
                row.name(),
                row.unit(),
                row.program(),
                row.task(),
                row.store(),
                row.latency(),
                row.heapMegabytes(),
                row.settings().with(more),
                row.baseline());
    }
}
