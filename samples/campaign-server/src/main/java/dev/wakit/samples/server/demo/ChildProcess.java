package dev.wakit.samples.server.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command of the same jar in a process of its own, with its output in a file. */
final class ChildProcess implements AutoCloseable {

    /** The environment variable by which a child knows that it ends with its parent. */
    static final String CHILD = "WAKIT_DEMO_CHILD";

    private static final String MAIN = "dev.wakit.samples.server.Main";
    private static final Duration PATIENCE = Duration.ofSeconds(35);
    private static final int TAIL_LINES = 15;

    private final String name;
    private final Process process;
    private final Path log;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static ChildProcess start(List<String> arguments, Map<String, String> environment, Path folder) {
        String name = arguments.get(0);
        Path log = folder.resolve(name + ".log");
        var command = new ArrayList<>(List.of(java(), "-XX:+UseSerialGC", "-cp", classPath(), MAIN));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().put(CHILD, "1");
        try {
            return new ChildProcess(name, builder.start(), log);
        } catch (IOException e) {
            throw new DemoException("The " + name + " could not be started: " + e.getMessage());
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static String classPath() {
        return System.getProperty("java.class.path");
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    /** Complains with the end of the log if the process is over. */
    void requireAlive() {
        if (!process.isAlive()) {
            throw new DemoException("The " + name + " ended with code " + process.exitValue() + ".\n" + tail());
        }
    }

    String tail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "Its log " + log + " cannot be read.";
        }
    }

    /** Asks the process to end, and makes it end when it does not. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
