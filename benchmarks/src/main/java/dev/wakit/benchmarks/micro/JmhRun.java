package dev.wakit.benchmarks.micro;

import dev.wakit.benchmarks.measure.Settings;
import dev.wakit.benchmarks.measure.Stopwatch;
import dev.wakit.benchmarks.measure.Task;
import java.util.Collection;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One benchmark of JMH. This process is its fork, so JMH starts no other.
 *
 * <p>Settings: {@code benchmark}, the simple name of class and method; {@code warmSeconds}, {@code seconds}.
 */
public final class JmhRun implements Task {

    private static final int ITERATIONS = 5;

    @Override
    public void run(Settings settings, Stopwatch stopwatch) throws Exception {
        var options = new OptionsBuilder()
                .include(".*\\." + settings.text("benchmark").replace(".", "\\.") + "$")
                .forks(0)
                .warmupIterations(ITERATIONS)
                .warmupTime(each(settings.decimal("warmSeconds")))
                .measurementIterations(ITERATIONS)
                .measurementTime(each(settings.decimal("seconds")))
                .verbosity(VerboseMode.SILENT)
                .build();
        stopwatch.begin();
        Collection<RunResult> results = new Runner(options).run();
        if (results.size() != 1) {
            throw new IllegalStateException(
                    "'" + settings.text("benchmark") + "' names " + results.size() + " benchmarks, not 1.");
        }
        Result<?> result = results.iterator().next().getPrimaryResult();
        double perSecond = result.getScore();
        double seconds = settings.decimal("seconds");
        stopwatch.end(
                Math.max(1, Math.round(perSecond * seconds)),
                seconds,
                Map.of("nanosEach", 1e9 / perSecond, "errorPercent", result.getScoreError() / perSecond * 100));
    }

    private static TimeValue each(double seconds) {
        return TimeValue.milliseconds(Math.max(1, Math.round(seconds * 1_000 / ITERATIONS)));
    }
}
