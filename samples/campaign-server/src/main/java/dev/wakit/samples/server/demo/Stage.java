package dev.wakit.samples.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The simulator and the server, each a process of its own, and how to reach them. Closing it stops both. */
final class Stage implements AutoCloseable {

    private static final long MEGABYTE = 1024 * 1024;
    private static final Duration START = Duration.ofSeconds(60);
    private static final int LOOK_MILLIS = 100;

    private final ChildProcess simulator;
    private final ChildProcess server;
    private final DemoHttp simulatorHttp;
    private final DemoHttp serverHttp;
    private final URI url;
    private volatile boolean closing;

    private Stage(ChildProcess simulator, ChildProcess server, int simulatorPort, int port) {
        this.simulator = simulator;
        this.server = server;
        this.simulatorHttp = new DemoHttp(address(simulatorPort));
        this.url = address(port);
        this.serverHttp = new DemoHttp(url);
    }

    static Stage start(DemoOptions options, Path csv) throws IOException {
        int port = options.port();
        if (!Ports.isFree(port)) {
            throw new DemoException("Port " + port + " is taken. Stop the program that has it, or choose another one:"
                    + " bin/demo --port " + (port + 1));
        }
        int simulatorPort = Ports.free();
        Path folder = options.folder();
        DemoSecrets secrets = DemoSecrets.random();
        ChildProcess simulator = simulator(options.provider(), secrets, simulatorPort, port, folder);
        Map<String, String> environment = environment(options, secrets, port, simulatorPort, csv);
        writeEnvironment(folder.resolve("server.env"), environment);
        var stage =
                new Stage(simulator, ChildProcess.start(List.of("server"), environment, folder), simulatorPort, port);
        try {
            stage.awaitUp(stage.simulator, stage.simulatorHttp, "/_simulator/health");
            stage.awaitUp(stage.server, stage.serverHttp, "/api/health");
        } catch (RuntimeException e) {
            stage.close();
            throw e;
        }
        return stage;
    }

    private static ChildProcess simulator(
            DemoProvider provider, DemoSecrets secrets, int simulatorPort, int port, Path folder) {
        var arguments = new ArrayList<>(List.of(
                "simulator",
                provider.word(),
                "--port",
                String.valueOf(simulatorPort),
                "--webhook-url",
                address(port).resolve(provider.webhookPath()).toString()));
        arguments.addAll(provider.simulatorFlags());
        return ChildProcess.start(arguments, provider.simulatorSecrets(secrets), folder);
    }

    /** One try a message, so that the ledger shows one accept a row; proof and a killed server are awaited for seconds. */
    private static Map<String, String> environment(
            DemoOptions options, DemoSecrets secrets, int port, int simulatorPort, Path csv) throws IOException {
        var environment =
                new LinkedHashMap<>(options.provider().environment(secrets, address(simulatorPort), address(port)));
        environment.put("PORT", String.valueOf(port));
        environment.put(
                "WAKIT_DB",
                options.folder().resolve("campaigns.db").toAbsolutePath().toString());
        environment.put("WAKIT_MAX_UPLOAD_MB", String.valueOf(Math.max(5, Files.size(csv) / MEGABYTE + 1)));
        environment.put("WAKIT_RETRY_MAX_TRIES", "1");
        environment.put("WAKIT_EVIDENCE_GRACE", "PT15S");
        environment.put("WAKIT_EVIDENCE_LIMIT", "PT20S");
        environment.put("WAKIT_LEASE", "PT5S");
        return environment;
    }

    /** For {@code bin/demo --server}; readable by its owner only, since it holds the simulator's secrets. */
    private static void writeEnvironment(Path file, Map<String, String> environment) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(
                file,
                environment.entrySet().stream()
                        .map(entry -> entry.getKey() + "='" + entry.getValue() + "'")
                        .toList());
    }

    private static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private void awaitUp(ChildProcess process, DemoHttp http, String path) {
        Instant deadline = Instant.now().plus(START);
        while (Instant.now().isBefore(deadline)) {
            process.requireAlive();
            try {
                http.get(path);
                return;
            } catch (IOException notYet) {
                pause(LOOK_MILLIS);
            }
        }
        throw new DemoException("A process did not come up within " + START.toSeconds() + " s.\n" + process.tail());
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("The demo was interrupted.");
        }
    }

    /** Makes an empty folder, or keeps what is there. */
    static void prepare(Path folder, boolean keep) {
        try {
            if (!keep) {
                clear(folder);
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be prepared.", e);
        }
    }

    static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    URI url() {
        return url;
    }

    DemoHttp server() {
        return serverHttp;
    }

    DemoHttp simulator() {
        return simulatorHttp;
    }

    ChildProcess serverProcess() {
        return server;
    }

    ChildProcess simulatorProcess() {
        return simulator;
    }

    /** Whether the end has begun, so that a silent server is no news. */
    boolean isClosing() {
        return closing;
    }

    @Override
    public void close() {
        closing = true;
        server.close();
        simulator.close();
    }
}
