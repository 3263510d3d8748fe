package dev.wakit.benchmarks;

import dev.wakit.benchmarks.measure.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All rows of a scale, in the order of the report. */
final class Rows {

    private static final int PLANNING_HEAP = 256;
    private static final int WARM_PART = 20;

    private Rows() {}

    static List<Row> of(Scale scale) {
        var rows = new ArrayList<>(DispatchRows.of(scale));
        rows.addAll(planning(scale));
        return List.copyOf(rows);
    }

    private static List<Row> planning(Scale scale) {
        String copy = "planning/copy";
        var rows = new ArrayList<Row>();
        rows.add(planning(scale, copy, "copy", Store.POSTGRESQL, ""));
        rows.add(planning(scale, "planning/wakit-postgresql", "plan", Store.POSTGRESQL, copy));
        if (scale.size() != Scale.Size.QUICK) {
            rows.add(planning(scale, "planning/wakit-sqlite", "plan", Store.SQLITE, copy));
            rows.add(planning(scale, "planning/wakit-mariadb", "plan", Store.MARIADB, copy));
        }
        return rows;
    }

    private static Row planning(Scale scale, String name, String task, Store store, String baseline) {
        return new Row(
                name,
                "rows",
                Row.Program.JAVA,
                task,
                store,
                0,
                PLANNING_HEAP,
                Settings.none()
                        .with("rows", scale.rows())
                        .with("warmRows", scale.rows() / WARM_PART),
                Optional.of(baseline).filter(other -> !other.isEmpty()));
    }
}
