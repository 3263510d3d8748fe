package dev.wakit.benchmarks;

import dev.wakit.benchmarks.measure.Measurement;
import dev.wakit.benchmarks.report.Line;
import dev.wakit.benchmarks.report.Lines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lets rows take turns, round by round, and keeps what each run gave. Not thread-safe. */
final class Turns {

    private final List<Row> rows;
    private final Map<String, Map<Integer, Measurement>> measured = new LinkedHashMap<>();
    private final Map<String, List<String>> notes = new LinkedHashMap<>();

    Turns(List<Row> rows) {
        this.rows = List.copyOf(rows);
        rows.forEach(row -> {
            measured.put(row.name(), new LinkedHashMap<>());
            notes.put(row.name(), new ArrayList<>());
        });
    }

    /** Says why a row is not run. */
    void leaveOut(Row row, String why) {
        notes(row).add("left out: " + why);
    }

    /** Runs every row once; one that fails does not stop the others. */
    void round(int number, Runs runs) throws InterruptedException {
        for (int at = 0; at < rows.size(); at++) {
            // Each round begins elsewhere, so that no row always follows the same one.
            Row row = rows.get((at + number) % rows.size());
            if (notes(row).stream().anyMatch(note -> note.startsWith("left out"))) {
                continue;
            }
            try {
                Measurement result = runs.run(row);
                measured(row.name()).put(number, result);
                System.out.printf(
                        Locale.ROOT,
                        "round %d  %-40s %,12.0f %s a second%n",
                        number + 1,
                        row.name(),
                        result.rate(),
                        row.unit());
            } catch (IOException e) {
                notes(row).add("round " + (number + 1) + " failed");
                System.out.println("round " + (number + 1) + "  " + row.name() + "  failed: " + e.getMessage());
            }
        }
    }

    /** Whether a run failed. */
    boolean hasFailures() {
        return notes.values().stream().flatMap(List::stream).anyMatch(note -> note.endsWith("failed"));
    }

    /** The lines so far, in the order of the rows. */
    List<Line> lines() {
        return rows.stream().map(this::line).toList();
    }

    private Line line(Row row) {
        if (measured(row.name()).isEmpty()) {
            return Line.missing(row.name(), row.unit(), String.join("; ", notes(row)));
        }
        return Lines.of(
                row.name(),
                row.unit(),
                measured(row.name()),
                row.baseline(),
                row.baseline().map(this::measured).orElse(Map.of()),
                notes(row));
    }

    private Map<Integer, Measurement> measured(String row) {
        return measured.getOrDefault(row, Map.of());
    }

    private List<String> notes(Row row) {
        return notes.getOrDefault(row.name(), new ArrayList<>());
    }
}
