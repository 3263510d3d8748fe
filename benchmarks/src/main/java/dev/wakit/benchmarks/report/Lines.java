package dev.wakit.benchmarks.report;

import dev.wakit.benchmarks.measure.Measurement;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Makes lines of measurements. */
public final class Lines {

    private Lines() {}

    /**
     * The line of a row.
     *
     * @param measured its measurements by round, at least one
     * @param baseline the name of the row that it is compared with
     * @param compared that row's measurements by round
     * @param notes what went wrong
     */
    public static Line of(
            String name,
            String unit,
            Map<Integer, Measurement> measured,
            Optional<String> baseline,
            Map<Integer, Measurement> compared,
            List<String> notes) {
        Collection<Measurement> all = measured.values();
        return new Line(
                name,
                unit,
                measured.size(),
                median(all, Measurement::rate),
                all.stream().mapToDouble(Measurement::rate).min().orElseThrow(),
                all.stream().mapToDouble(Measurement::rate).max().orElseThrow(),
                baseline,
                ratio(measured, compared),
                median(all, one -> one.cpu().client() * 1_000 / one.outcome().units()),
                median(all, one -> one.cpu().store() * 1_000 / one.outcome().units()),
                median(all, one -> one.cpu().bsp() / one.outcome().seconds()),
                all.stream().mapToDouble(Measurement::peakMegabytes).max().orElseThrow(),
                all.stream().mapToDouble(one -> one.cpu().foreignShare()).max().orElseThrow(),
                figures(all),
                notes);
    }

    private static Optional<Double> ratio(Map<Integer, Measurement> measured, Map<Integer, Measurement> compared) {
        double[] ratios = measured.entrySet().stream()
                .filter(entry -> compared.containsKey(entry.getKey()))
                .mapToDouble(entry -> entry.getValue().rate()
                        / compared.getOrDefault(entry.getKey(), entry.getValue())
                                .rate())
                .toArray();
        return ratios.length == 0 ? Optional.empty() : Optional.of(median(ratios));
    }

    private static Map<String, Double> figures(Collection<Measurement> all) {
        var figures = new TreeMap<String, Double>();
        all.stream()
                .flatMap(one -> one.outcome().figures().keySet().stream())
                .distinct()
                .forEach(name -> figures.put(
                        name,
                        median(all.stream()
                                .filter(one -> one.outcome().figures().containsKey(name))
                                .mapToDouble(one -> one.outcome().figures().getOrDefault(name, 0.0))
                                .toArray())));
        return figures;
    }

    private static double median(Collection<Measurement> all, ToDoubleFunction<Measurement> value) {
        return median(all.stream().mapToDouble(value).toArray());
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
