package dev.wakit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harness in miniature: its numbers mean nothing, but what it measures ran, and was recorded once for each message. */
class HarnessTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aRowAndItsBaselineAreMeasuredAndWrittenWithTheirRatio() throws Exception {
        int status = run("--smoke", "--out", folder.toString(), "dispatch/0ms/wakit-sqlite");

        assertThat(status).as(out::toString).isZero();
        JsonNode report = new ObjectMapper().readTree(written(".json").toFile());
        assertThat(report.path("size").asText()).isEqualTo("smoke");
        assertThat(report.path("machine").path("cores").asInt()).isPositive();
        assertThat(report.path("lines")).hasSize(2);
        JsonNode bare = report.path("lines").path(0);
        JsonNode wakit = report.path("lines").path(1);
        assertThat(bare.path("name").asText()).isEqualTo("dispatch/0ms/bare-okhttp");
        assertThat(bare.path("rate").asDouble()).isPositive();
        assertThat(wakit.path("runs").asInt()).isEqualTo(1);
        assertThat(wakit.path("rate").asDouble()).isPositive();
        assertThat(wakit.path("ratio").asDouble())
                .isCloseTo(
                        wakit.path("rate").asDouble() / bare.path("rate").asDouble(), Percentage.withPercentage(0.1));
        assertThat(Files.readString(written(".md")))
                .contains("| dispatch/0ms/wakit-sqlite", "| dispatch/0ms/bare-okhttp");
    }

    @Test
    void aRowThatNobodyKnowsIsRefusedByName() throws Exception {
        assertThat(run("--smoke", "dispatch/0ms/nobody")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("'dispatch/0ms/nobody'", "--list");
    }

    @Test
    void everyRowIsComparedWithARowThatExists() {
        for (Scale.Size size : Scale.Size.values()) {
            List<Row> rows = Rows.of(Scale.of(size));
            List<String> names = rows.stream().map(Row::name).toList();
            assertThat(names).doesNotHaveDuplicates();
            assertThat(names)
                    .containsAll(rows.stream()
                            .flatMap(row -> row.baseline().stream())
                            .toList());
        }
    }

    private int run(String... arguments) throws Exception {
        return BenchmarksMain.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private Path written(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
