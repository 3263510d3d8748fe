package dev.wakit.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A report as a page of tables, one for each group of rows. */
public final class Markdown {

    /** Above this share of the machine's time for others, a rate says little. */
    private static final double NOISE = 0.12;

    private Markdown() {}

    /** The page. */
    public static String of(Report report) {
        var page = new StringBuilder();
        page.append("# Benchmarks of ")
                .append(report.date())
                .append(" (")
                .append(report.size())
                .append(")\n\n");
        Machine machine = report.machine();
        page.append(String.format(
                Locale.ROOT,
                "%d cores of %s, %d GiB, %s. %s. Commit %s. %s.%n%n",
                machine.cores(),
                machine.cpu(),
                machine.memoryGigabytes(),
                machine.system(),
                machine.java(),
                report.commit(),
                String.join(", ", machine.versions())));
        page.append(
                        "Rates are medians with the slowest and fastest run; a ratio is that of the same round, against the row named")
                .append(
                        " with it. CPU is seconds of processor time for 1,000 units, of the measured process and of the")
                .append(
                        " databases. BSP is the share of one core that the mock BSP used. Memory is the largest resident size of the")
                .append(
                        " measured process. Others is the share of the machine's busy time that belonged to nobody here; a row")
                .append(" with more than 12 % of it is marked *.\n");
        var groups = new LinkedHashMap<String, List<Line>>();
        report.lines()
                .forEach(line -> groups.computeIfAbsent(line.group(), group -> new ArrayList<>())
                        .add(line));
        groups.forEach((group, lines) -> table(page, group, lines));
        return page.toString();
    }

    private static void table(StringBuilder page, String group, List<Line> lines) {
        page.append("\n## ").append(group).append("\n\n");
        page.append("| row | per second | runs | ratio | to | CPU | store CPU | BSP | MB | others | more |\n");
        page.append("|---|---|---|---|---|---|---|---|---|---|---|\n");
        for (Line line : lines) {
            page.append("| ").append(line.name());
            if (line.runs() == 0) {
                page.append(" | - | 0 | - | - | - | - | - | - | - | ");
            } else {
                page.append(line.foreignShare() > NOISE ? " *" : "")
                        .append(String.format(
                                Locale.ROOT,
                                " | %,.0f %s [%,.0f to %,.0f] | %d | %s | %s | %.3f | %.3f | %.0f %% | %.0f | %.0f %% | ",
                                line.rate(),
                                line.unit(),
                                line.slowest(),
                                line.fastest(),
                                line.runs(),
                                line.ratio()
                                        .map(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
                                        .orElse("-"),
                                line.baseline().orElse("-"),
                                line.clientCpu(),
                                line.storeCpu(),
                                line.bspShare() * 100,
                                line.peakMegabytes(),
                                line.foreignShare() * 100));
            }
            page.append(more(line)).append(" |\n");
        }
    }

    private static String more(Line line) {
        var parts = new ArrayList<>(line.notes());
        for (Map.Entry<String, Double> figure : new TreeMap<>(line.figures()).entrySet()) {
            parts.add(figure.getKey() + " " + String.format(Locale.ROOT, "%,.2f", figure.getValue()));
        }
        return String.join("; ", parts);
    }
}
