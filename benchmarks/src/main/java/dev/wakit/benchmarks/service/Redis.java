package dev.wakit.benchmarks.service;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Redis server that appends every change to a file and flushes it each second, as BullMQ's documentation asks for. */
public final class Redis implements Closeable {

    private static final Duration START = Duration.ofSeconds(30);
    private static final int POLL_MILLIS = 50;

    private final Process process;
    private final int port;

    private Redis(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Why the rows that need Redis, Node and BullMQ cannot run here; empty if they can. */
    public static Optional<String> missing(Path nodeFolder) {
        if (find("redis-server").isEmpty()) {
            return Optional.of("no redis-server on the PATH");
        }
        if (find("node").isEmpty()) {
            return Optional.of("no node on the PATH");
        }
        return Files.isDirectory(nodeFolder.resolve("node_modules/bullmq"))
                ? Optional.empty()
                : Optional.of("no BullMQ in " + nodeFolder + "; run npm install there");
    }

    private static Optional<Path> find(String program) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Redis start(Path folder) throws IOException, InterruptedException {
        Path data = Files.createDirectories(folder.resolve("redis"));
        int port = FreePort.next();
        Process process = new ProcessBuilder(List.of(
                        "redis-server",
                        "--port",
                        Integer.toString(port),
                        "--bind",
                        "127.0.0.1",
                        "--dir",
                        data.toString(),
                        "--appendonly",
                        "yes",
                        "--appendfsync",
                        "everysec",
                        "--maxmemory-policy",
                        "noeviction"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("redis.log").toFile())
                .start();
        var server = new Redis(process, port);
        long deadline = System.nanoTime() + START.toNanos();
        while (!server.answers("PING").startsWith("+PONG")) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                process.destroyForcibly();
                throw new IOException("Redis did not start within " + START + ".");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return server;
    }

    private String answers(String command) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[64];
            int read = socket.getInputStream().read(answer);
            return read < 0 ? "" : new String(answer, 0, read, StandardCharsets.US_ASCII);
        } catch (IOException notYet) {
            return "";
        }
    }

    /** Deletes everything in it. */
    public void clear() {
        if (!answers("FLUSHALL").startsWith("+OK")) {
            throw new UncheckedIOException(new IOException("Redis did not delete its data."));
        }
    }

    /** Where it listens on this machine. */
    public int port() {
        return port;
    }

    /** Its process. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
