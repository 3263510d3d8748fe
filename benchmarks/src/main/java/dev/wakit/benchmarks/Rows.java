package dev.wakit.benchmarks;

import dev.wakit.benchmarks.measure.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All rows of a scale, in the order of the report. */
final class Rows {

    private static final int SMALL_HEAP = 256;
    private static final int HEAP = 512;
    private static final int WARM_PART = 20;
    private static final int CONNECTIONS = 32;
    private static final int STEADY_STATUSES = 3_000;
    private static final int IN_FLIGHT = 256;
    private static final int LARGEST_HERE = 1_000_000;
    private static final int LARGEST = 10_000_000;

    private final Scale scale;
    private final List<Row> rows;

    private Rows(Scale scale) {
        this.scale = scale;
        this.rows = new ArrayList<>(DispatchRows.of(scale));
    }

    static List<Row> of(Scale scale) {
        var all = new Rows(scale);
        all.planning();
        all.webhooks();
        all.sizes();
        all.lanes();
        all.workers();
        all.micro();
        return List.copyOf(all.rows);
    }

    private boolean isQuick() {
        return scale.size() == Scale.Size.QUICK;
    }

    private void planning() {
        String copy = "planning/copy";
        planning(copy, "copy", Store.POSTGRESQL, "");
        planning("planning/wakit-postgresql", "plan", Store.POSTGRESQL, copy);
        if (!isQuick()) {
            planning("planning/wakit-sqlite", "plan", Store.SQLITE, copy);
            planning("planning/wakit-mariadb", "plan", Store.MARIADB, copy);
        }
    }

    private void planning(String name, String task, Store store, String baseline) {
        Settings settings = Settings.none().with("rows", scale.rows()).with("warmRows", scale.rows() / WARM_PART);
        add(name, "rows", task, store, SMALL_HEAP, settings, baseline);
    }

    private void webhooks() {
        for (Store store :
                isQuick() ? List.of(Store.POSTGRESQL) : List.of(Store.POSTGRESQL, Store.SQLITE, Store.MARIADB)) {
            for (int perBody : isQuick() ? new int[] {10} : new int[] {1, 10, 100}) {
                webhooks(store, perBody, false, 0);
                webhooks(store, perBody, true, 0);
            }
            webhooks(store, 10, false, STEADY_STATUSES);
        }
    }

    private void webhooks(Store store, int perBody, boolean isShuffled, int rate) {
        String name = "webhooks/" + store.id() + "-" + perBody + "-a-body" + (isShuffled ? "-shuffled" : "")
                + (rate > 0 ? "-" + rate + "-a-second" : "");
        Settings settings = Settings.none()
                .with("statuses", scale.statuses())
                .with("perBody", perBody)
                .with("shuffled", isShuffled)
                .with("connections", CONNECTIONS);
        add(name, "statuses", "statuses", store, HEAP, rate > 0 ? settings.with("rate", rate) : settings, "");
    }

    private void sizes() {
        if (isQuick()) {
            return;
        }
        int largest = scale.isFull() ? LARGEST : scale.rows();
        for (Store store : List.of(Store.POSTGRESQL, Store.SQLITE)) {
            String first = "";
            int from = scale.isFull() ? 10_000 : scale.rows() / 10;
            for (int recipients = from; recipients <= largest; recipients *= 10) {
                if (store == Store.SQLITE && recipients > LARGEST_HERE) {
                    break;
                }
                String name = "scale/" + store.id() + "-" + recipients + "-recipients";
                Settings settings = Settings.none()
                        .with("recipients", recipients)
                        .with("warm", from)
                        .with("inFlight", IN_FLIGHT);
                add(name, "messages", "size", store, SMALL_HEAP, settings, first);
                first = first.isEmpty() ? name : first;
            }
        }
    }

    private void lanes() {
        if (isQuick()) {
            return;
        }
        String first = "";
        for (int lanes : scale.isFull() ? new int[] {1, 10, 100, 1_000} : new int[] {1, 10}) {
            String name = "scale/" + lanes + "-lanes";
            Settings settings = Settings.none()
                    .with("lanes", lanes)
                    .with("messages", scale.rows() / 5)
                    .with("warm", scale.rows() / 10)
                    .with("inFlight", IN_FLIGHT);
            add(name, "messages", "lanes", Store.POSTGRESQL, HEAP, settings, first);
            first = first.isEmpty() ? name : first;
        }
    }

    private void workers() {
        if (isQuick()) {
            return;
        }
        String first = "";
        for (int workers : scale.isFull() ? new int[] {1, 2, 4} : new int[] {1, 2}) {
            String name = "scale/" + workers + "-workers-50ms";
            Settings settings = Settings.none()
                    .with("workers", workers)
                    .with("lanes", 4)
                    .with("inFlight", 128)
                    .with("people", scale.isFull() ? 100_000 : 10_000)
                    .with("warmSeconds", scale.warmSeconds())
                    .with("seconds", scale.seconds());
            rows.add(new Row(
                    name,
                    "messages",
                    Row.Program.JAVA,
                    "workers",
                    Store.POSTGRESQL,
                    50,
                    SMALL_HEAP,
                    settings,
                    Optional.of(first).filter(other -> !other.isEmpty())));
            first = first.isEmpty() ? name : first;
        }
    }

    private void micro() {
        for (String benchmark : List.of(
                "MessageBenchmark.encode",
                "StatusBenchmark.parse",
                "MessageBenchmark.phone",
                "EngineBenchmark.attemptRef",
                "EngineBenchmark.permit",
                "MessageBenchmark.policy")) {
            Settings settings = Settings.none()
                    .with("benchmark", benchmark)
                    .with("warmSeconds", scale.warmSeconds() / 2)
                    .with("seconds", scale.seconds() / 2);
            add("jmh/" + benchmark, "operations", "jmh", Store.NONE, SMALL_HEAP, settings, "");
        }
    }

    private void add(String name, String unit, String task, Store store, int heap, Settings settings, String baseline) {
        rows.add(new Row(
                name,
                unit,
                Row.Program.JAVA,
                task,
                store,
                0,
                heap,
                settings,
                Optional.of(baseline).filter(other -> !other.isEmpty())));
    }
}
