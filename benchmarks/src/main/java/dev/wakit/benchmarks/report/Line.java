package dev.wakit.benchmarks.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of the table.
 *
 * @param name of the row
 * @param unit what is counted
 * @param runs how often it ran
 * @param rate units a second, the median of the runs
 * @param slowest the lowest rate of a run
 * @param fastest the highest rate of a run
 * @param baseline what the ratio compares it with
 * @param ratio its rate to the baseline's of the same round, the median of the rounds
 * @param clientCpu seconds of processor time of the measured process for 1,000 units
 * @param storeCpu the same of the databases
 * @param bspShare the share of one core that the BSP used, 0 to 1
 * @param peakMegabytes the most memory that the process had resident in any run
 * @param foreignShare the share of the machine's busy time that belonged to others, the largest of the runs
 * @param figures more, by name, the median of the runs
 * @param notes what went wrong or was left out
 */
public record Line(
        String name,
        String unit,
        int runs,
        double rate,
        double slowest,
        double fastest,
        Optional<String> baseline,
        Optional<Double> ratio,
        double clientCpu,
        double storeCpu,
        double bspShare,
        double peakMegabytes,
        double foreignShare,
        Map<String, Double> figures,
        List<String> notes) {

    /** Copies what can change. */
    public Line {
        figures = Map.copyOf(figures);
        notes = List.copyOf(notes);
    }

    /** A row without a run. */
    public static Line missing(String name, String unit, String why) {
        return new Line(
                name, unit, 0, 0, 0, 0, Optional.empty(), Optional.empty(), 0, 0, 0, 0, 0, Map.of(), List.of(why));
    }

    /** The part of the name that says which table the row is in. */
    public String group() {
        return name.substring(0, name.indexOf('/'));
    }
}
