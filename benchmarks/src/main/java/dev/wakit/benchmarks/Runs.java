package dev.wakit.benchmarks;

import dev.wakit.benchmarks.dispatch.Dispatch;
import dev.wakit.benchmarks.measure.MeasuredProcess;
import dev.wakit.benchmarks.measure.Measurement;
import dev.wakit.benchmarks.measure.Settings;
import dev.wakit.benchmarks.measure.Watched;
import dev.wakit.benchmarks.service.DatabaseServer;
import dev.wakit.benchmarks.service.JavaCommand;
import dev.wakit.benchmarks.service.Redis;
import dev.wakit.benchmarks.service.Services;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs rows, each in a process of its own with an empty database. Not thread-safe. */
final class Runs {

    /** The setting of a row during which another process sends so many messages a second to the same BSP. */
    static final String EXTRA_LOAD = Dispatch.OTHERS_SEND;

    private static final Duration LIMIT = Duration.ofMinutes(45);
    private static final List<String> JVM = List.of("-XX:+UseParallelGC", "-XX:+ExitOnOutOfMemoryError");

    private final Services services;
    private final Path folder;
    private final Path nodeFolder;
    private final Path log;

    Runs(Services services, Path folder, Path nodeFolder, Path log) {
        this.services = services;
        this.folder = folder;
        this.nodeFolder = nodeFolder;
        this.log = log;
    }

    /** Runs a row once. */
    Measurement run(Row row) throws IOException, InterruptedException {
        Path own = Files.createTempDirectory(folder, "row");
        try {
            var stores = new ArrayList<Long>();
            Settings settings = row.settings()
                    .with("bsp", services.bsp().address(row.latency()))
                    .with("folder", own)
                    .with(database(row, own, stores));
            if (row.program() == Row.Program.NODE) {
                Redis redis = services.redis();
                redis.clear();
                stores.add(redis.pid());
                settings = settings.with("redis", redis.port());
            }
            var watched = new Watched(stores, List.of(services.bsp().pid()));
            Process extra = extraLoad(row, settings);
            try {
                return MeasuredProcess.run(command(row, settings), watched, log, LIMIT);
            } finally {
                if (extra != null) {
                    extra.destroy();
                    extra.waitFor();
                }
            }
        } finally {
            delete(own);
        }
    }

    private Settings database(Row row, Path own, List<Long> stores) throws IOException, InterruptedException {
        return switch (row.store()) {
            case NONE -> Settings.none();
            case SQLITE -> Settings.none().with("database", "sqlite").with("file", own.resolve("wakit.db"));
            case POSTGRESQL -> on(services.postgres(), stores);
            case MARIADB -> on(services.maria(), stores);
        };
    }

    private static Settings on(DatabaseServer server, List<Long> stores) {
        stores.add(server.pid());
        return server.newDatabase();
    }

    private List<String> command(Row row, Settings settings) {
        var arguments = new ArrayList<String>();
        if (row.program() == Row.Program.NODE) {
            arguments.add("node");
            arguments.add(nodeFolder.resolve(row.task()).toString());
            arguments.addAll(settings.arguments());
            return arguments;
        }
        arguments.add(row.task());
        arguments.addAll(settings.arguments());
        var options = new ArrayList<>(JVM);
        options.add("-Xmx" + row.heapMegabytes() + "m");
        return JavaCommand.of(options, Worker.class, arguments);
    }

    private @Nullable Process extraLoad(Row row, Settings settings) throws IOException {
        if (row.settings().find(EXTRA_LOAD).isEmpty()) {
            return null;
        }
        List<String> arguments = new ArrayList<>(List.of("load"));
        arguments.addAll(settings.with("rate", row.settings().number(EXTRA_LOAD))
                .with("warmSeconds", LIMIT.toSeconds())
                .arguments());
        Process extra = new ProcessBuilder(
                        JavaCommand.of(List.of("-Xmx64m", "-XX:+UseSerialGC"), Worker.class, arguments))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        services.alsoEnds(extra);
        return extra;
    }

    static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
