package dev.wakit.e2e.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The whole engine on SQLite under bad weather, step by step from seeds.
 *
 * <p>{@code -Dwakit.simulation.seeds=10000} runs so many; {@code -Dwakit.seed=17} runs one and prints its steps.
 */
class SimulationTest {

    private static final long SEEDS = Long.getLong("wakit.simulation.seeds", 500);
    private static final Long ONE = Long.getLong("wakit.seed");
    private static final int SHOWN = 400;

    @BeforeAll
    static void silence() {
        Silence.begin();
    }

    @AfterAll
    static void speak() {
        Silence.end();
    }

    @Test
    void nobodyIsLostAndNobodyGetsTwo() throws Exception {
        long first = ONE == null ? 1 : ONE;
        long last = ONE == null ? SEEDS : ONE;
        long began = System.nanoTime();

        List<Simulation.Result> results = runAll(first, last);

        results.stream()
                .filter(result -> !result.violations().isEmpty())
                .findFirst()
                .ifPresent(failed -> {
                    show(failed.seed());
                });
        if (ONE != null) {
            show(ONE);
        }
        report(results, System.nanoTime() - began);
        assertThat(results.stream()
                        .filter(result -> !result.violations().isEmpty())
                        .map(result -> "seed " + result.seed() + ": "
                                + result.violations().get(0) + "\n    again: " + Simulation.replay(result.seed())))
                .isEmpty();
    }

    @Test
    void aSeedIsTheSameRunInEveryProcess() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hashes.class.getName(),
                        "10")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String there;
        try (var output = other.inputReader()) {
            there = output.lines()
                    .filter(line -> line.startsWith("1="))
                    .findFirst()
                    .orElse("nothing");
        }
        assertThat(other.waitFor()).isZero();

        assertThat(Hashes.upTo(10)).isEqualTo(there);
    }

    private static List<Simulation.Result> runAll(long first, long last) throws Exception {
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            var tasks = new ArrayList<Callable<Simulation.Result>>();
            LongStream.rangeClosed(first, last)
                    .forEach(seed -> tasks.add(() -> Simulation.run(seed, Mutation.NONE, false)));
            var results = new ArrayList<Simulation.Result>();
            for (Future<Simulation.Result> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void show(long seed) {
        Simulation.Result result = Simulation.run(seed, Mutation.NONE, true);
        List<String> trace = result.trace();
        System.out.println("Seed " + seed + " " + Weather.of(new SplittableRandom(seed * 31 + 7)));
        trace.subList(ONE != null ? 0 : Math.max(0, trace.size() - SHOWN), trace.size())
                .forEach(System.out::println);
        System.out.println("Seed " + seed + ": " + result.violations() + " " + result.states());
    }

    private static void report(List<Simulation.Result> results, long nanos) {
        Map<Faults.Kind, Long> faults = new EnumMap<>(Faults.Kind.class);
        Map<String, Long> states = new TreeMap<>();
        results.forEach(result -> {
            result.faults().forEach((kind, count) -> faults.merge(kind, (long) count, Long::sum));
            result.states().forEach((state, count) -> states.merge(state, count, Long::sum));
        });
        System.out.printf(
                "Simulation: %d seeds, %d steps, %.1f s; faults %s; deliveries %s%n",
                results.size(),
                results.stream().mapToLong(Simulation.Result::steps).sum(),
                nanos / 1e9,
                faults,
                states);
    }
}
