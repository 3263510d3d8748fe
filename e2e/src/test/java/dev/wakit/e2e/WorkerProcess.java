package dev.wakit.e2e;

import dev.wakit.testkit.meta.MetaSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A worker in a JVM of its own. */
final class WorkerProcess implements AutoCloseable {

    private final Process process;

    private WorkerProcess(Process process) {
        this.process = process;
    }

    /** Starts a worker, with options of its JVM. */
    static WorkerProcess start(
            Database database, MetaSimulator simulator, int webhookPort, Path log, String... options) {
        return start(
                Worker.class,
                List.of(options),
                List.of(
                        database.name(),
                        simulator.baseUrl().toString(),
                        simulator.accessToken(),
                        simulator.phoneNumberId(),
                        simulator.wabaId(),
                        simulator.appSecret(),
                        simulator.verifyToken(),
                        Integer.toString(webhookPort)),
                log);
    }

    /** Starts a worker of another kind, with options of its JVM and arguments. */
    static WorkerProcess start(Class<?> main, List<String> options, List<String> arguments, Path log) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dwakit.log=INFO",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        try {
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new WorkerProcess(started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** kill -STOP: the process stands still and keeps its connections. */
    void pause() {
        signal("STOP");
    }

    /** kill -CONT. */
    void resume() {
        signal("CONT");
    }

    /** kill -TERM: the worker stops in order. */
    void terminate() {
        signal("TERM");
    }

    /** Waits until the process has ended; whether it has. */
    boolean ended(Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What an ended process said at its end. */
    int exitValue() {
        return process.exitValue();
    }

    /** Limits how large a file the process may write, in bytes, or "unlimited". */
    void limitFileSize(String bytes) {
        run("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes + ":unlimited");
    }

    private void signal(String name) {
        // A shell has its own "kill"; the program is missing on small machines.
        run("sh", "-c", "kill -" + name + " " + process.pid());
    }

    private static void run(String... command) {
        try {
            Process started = new ProcessBuilder(command).inheritIO().start();
            if (started.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive());
    }

    /** SIGTERM. Returns after how many milliseconds the process had ended. */
    long terminate(Duration limit) throws InterruptedException {
        long begun = System.nanoTime();
        process.destroy();
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("The worker did not end within " + limit + ".");
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
