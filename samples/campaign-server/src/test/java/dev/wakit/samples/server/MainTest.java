package dev.wakit.samples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of the jar, each in a process of its own, as a person starts them. */
class MainTest {

    /** Long enough for each magic number to come once. */
    private static final int RECIPIENTS = 500;

    /** It needs about half a minute; a machine that builds other things besides needs many times that. */
    private static final int DEMO_SECONDS = 360;

    private static final int PATIENCE_MINUTES = 7;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"meta", "twilio", "360dialog"})
    void theDemoRunsOverEveryBspAndItsLedgerAndTheStatisticsAgree(String provider) throws Exception {
        Ended demo = run(
                Map.of(),
                "demo",
                "--once",
                "--provider",
                provider,
                "--recipients",
                String.valueOf(RECIPIENTS),
                "--timeout",
                String.valueOf(DEMO_SECONDS),
                "--home",
                folder.toString());

        assertThat(demo.code()).as(demo.output() + demo.errors()).isZero();
        JsonNode result = RunningServer.JSON.readTree(demo.lastLine());
        assertThat(result.path("recipients").asInt()).isEqualTo(RECIPIENTS);
        assertThat(result.path("accepted").asInt()).isGreaterThan(RECIPIENTS * 8 / 10);
        assertThat(result.path("read").asInt()).isGreaterThan(RECIPIENTS * 7 / 10);
        assertThat(result.path("failed").asInt()).isPositive();
        assertThat(result.path("duplicates").asInt()).isZero();
        assertThat(result.path("lost").asInt()).isZero();
    }

    @Test
    void theDemoNamesTheBspsThereAre() throws Exception {
        Ended demo = run(Map.of(), "demo", "--once", "--provider", "sms");

        assertThat(demo.code()).isEqualTo(2);
        assertThat(demo.errors()).contains("--provider is 'sms'. Use one of meta, twilio, 360dialog.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "worker"})
    void aWrongConfigurationIsToldAtOnceAndNothingStarts(String command) throws Exception {
        Ended server = run(
                Map.of(
                        "PORT", "http",
                        "WAKIT_PROVIDER__META__ACCESS_TOKEN", "planted",
                        "WAKIT_PROVIDER__TWILIO__SENDER", "+14155550100"),
                command);

        assertThat(server.code()).isEqualTo(2);
        assertThat(server.errors())
                .contains("did not start. 3 settings are wrong:")
                .contains("PORT is 'http'.")
                .contains("Provider 'meta': phone-number-id is missing.")
                .contains("Provider 'twilio': account-sid is missing.")
                .doesNotContain("planted")
                .doesNotContain("\tat ");
    }

    @Test
    void theHelpListsTheSettingsOfEveryKindOfProvider() throws Exception {
        Ended help = run(Map.of(), "--help");

        assertThat(help.code()).isZero();
        assertThat(help.output())
                .contains("  meta: access-token (needed)")
                .contains("  twilio: account-sid (needed)")
                .contains("  360dialog: api-key (needed)");
    }

    @Test
    void aSimulatorOfAnUnknownBspIsRefused() throws Exception {
        Ended simulator = run(Map.of(), "simulator", "sms");

        assertThat(simulator.code()).isEqualTo(2);
        assertThat(simulator.errors()).contains("Use meta, twilio or 360dialog.");
    }

    private Ended run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.wakit.samples.server.Main"));
        command.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("WAKIT_") || name.equals("PORT"));
        builder.environment().put("WAKIT_DB", folder.resolve("none.db").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES))
                    .as(() -> String.join(" ", arguments) + " ends")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(output), Files.readString(errors));
    }

    private record Ended(int code, String output, String errors) {

        String lastLine() {
            List<String> lines = output.lines().toList();
            return lines.get(lines.size() - 1);
        }
    }
}
