package dev.wakit.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.wakit.benchmarks.report.Machine;
import dev.wakit.benchmarks.report.Markdown;
import dev.wakit.benchmarks.report.Report;
import dev.wakit.benchmarks.service.Redis;
import dev.wakit.benchmarks.service.Services;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Runs benchmarks and writes their results; {@code benchmarks/run} starts it. */
public final class BenchmarksMain {

    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new Jdk8Module()).enable(SerializationFeature.INDENT_OUTPUT);

    private BenchmarksMain() {}

    public static void main(String[] args) throws Exception {
        System.exit(run(Arrays.asList(args), System.out, System.err));
    }

    /** Does what the arguments say; 0 if all that was asked for ran. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(Options.USAGE);
            return 0;
        }
        Options options;
        List<Row> rows;
        Scale scale;
        try {
            options = Options.parse(arguments);
            scale = Scale.of(options.size());
            rows = options.chosen(Rows.of(scale));
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 2;
        }
        if (options.isList()) {
            rows.forEach(row -> out.println(row.name()));
            return 0;
        }
        return measure(options, scale, rows, out);
    }

    private static int measure(Options options, Scale scale, List<Row> rows, PrintStream out) throws Exception {
        Instant begun = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Files.createDirectories(options.out());
        String name = begun.toString().replace(":", "").replace("-", "") + "-"
                + options.size().id();
        Path log = options.out().resolve(name + ".log");
        Path folder = Files.createTempDirectory("wakit-benchmarks");
        var latencies = rows.stream().map(Row::latency).collect(Collectors.toCollection(TreeSet::new));
        var turns = new Turns(rows);
        Optional<String> missing = Redis.missing(options.node());
        missing.ifPresent(why -> rows.stream()
                .filter(row -> row.program() == Row.Program.NODE)
                .forEach(row -> turns.leaveOut(row, why)));
        Report report;
        try (var services = new Services(folder, latencies)) {
            var runs = new Runs(services, folder, options.node(), log);
            int rounds = options.rounds().orElse(scale.rounds());
            report = report(options, begun, services, turns);
            for (int round = 0; round < rounds; round++) {
                turns.round(round, runs);
                report = report(options, begun, services, turns);
                // After each round, so that a run that is stopped leaves what it found.
                write(report, options.out().resolve(name));
            }
        } finally {
            Runs.delete(folder);
        }
        out.println();
        out.print(Markdown.of(report));
        out.println();
        out.println("Written to " + options.out().resolve(name) + ".md and .json; what the processes said is in .log");
        return turns.hasFailures() ? 1 : 0;
    }

    private static Report report(Options options, Instant begun, Services services, Turns turns) {
        return new Report(
                begun.toString(),
                options.size().id(),
                Optional.ofNullable(System.getenv("WAKIT_COMMIT")).orElse("unknown"),
                Machine.here(services.versions()),
                turns.lines());
    }

    private static void write(Report report, Path path) throws IOException {
        Files.writeString(Path.of(path + ".md"), Markdown.of(report));
        JSON.writeValue(Path.of(path + ".json").toFile(), report);
    }
}
