package dev.wakit.benchmarks.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Starts a process, listens to its stopwatch, and reads the processor times when it says so. */
public final class MeasuredProcess {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LAST_STEPS = Duration.ofMinutes(1);

    private MeasuredProcess() {}

    /**
     * Runs a command to its end.
     *
     * @param command what to start; it talks as {@link Stopwatch} does
     * @param log where its standard error goes
     * @param limit after how long it is killed
     * @throws IOException if it failed, ended without a result, or took longer than the limit; names the log
     */
    public static Measurement run(List<String> command, Watched watched, Path log, Duration limit)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Thread guard = guard(process, limit);
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                OutputStream answers = process.getOutputStream()) {
            Measurement measurement = listen(process.pid(), lines, answers, watched);
            answers.close();
            if (measurement == null
                    || !process.waitFor(LAST_STEPS.toSeconds(), TimeUnit.SECONDS)
                    || process.exitValue() != 0) {
                throw new IOException("The measured process failed or took longer than " + limit + ". See " + log);
            }
            return measurement;
        } finally {
            guard.interrupt();
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Thread guard(Process process, Duration limit) {
        var guard = new Thread(
                () -> {
                    try {
                        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                            process.descendants().forEach(ProcessHandle::destroyForcibly);
                            process.destroyForcibly();
                        }
                    } catch (InterruptedException endedInTime) {
                        Thread.currentThread().interrupt();
                    }
                },
                "limit");
        guard.setDaemon(true);
        guard.start();
        return guard;
    }

    private static @Nullable Measurement listen(long pid, BufferedReader lines, OutputStream answers, Watched watched)
            throws IOException {
        CpuTimes begun = CpuTimes.now(pid, watched);
        Measurement measurement = null;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals(Stopwatch.BEGIN)) {
                begun = CpuTimes.now(pid, watched);
            } else if (line.startsWith(Stopwatch.END)) {
                CpuTimes used = CpuTimes.now(pid, watched).since(begun);
                Outcome outcome = JSON.readValue(line.substring(Stopwatch.END.length()), Outcome.class);
                measurement = new Measurement(outcome, used, Processes.peakMegabytes(pid));
            } else {
                System.err.println(line);
                continue;
            }
            answers.write('\n');
            answers.flush();
            if (measurement != null) {
                return measurement;
            }
        }
        return measurement;
    }
}
