package dev.wakit.benchmarks.measure;

import java.util.Map;

/**
 * What a measured process says of itself.
 *
 * @param units how many messages, rows or statuses were handled between begin and end
 * @param seconds how long that took
 * @param figures anything more, by name
 */
public record Outcome(long units, double seconds, Map<String, Double> figures) {

    /** Copies the figures. */
    public Outcome {
        figures = Map.copyOf(figures);
    }
}
