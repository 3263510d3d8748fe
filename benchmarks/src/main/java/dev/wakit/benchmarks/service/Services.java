package dev.wakit.benchmarks.service;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The servers of one run: each is started when it is first asked for, and all end with the run. Not thread-safe. */
public final class Services implements Closeable {

    private final Path folder;
    private final SortedSet<Integer> latencies;
    private final Deque<Closeable> started = new ConcurrentLinkedDeque<>();
    private final Thread atExit = new Thread(this::end, "end-servers");
    private @Nullable BspProcess bsp;
    private @Nullable DatabaseServer postgres;
    private @Nullable DatabaseServer maria;
    private @Nullable Redis redis;

    /** Servers that keep their data in this folder, and a BSP with these latencies in milliseconds. */
    public Services(Path folder, SortedSet<Integer> latencies) {
        this.folder = folder;
        this.latencies = latencies;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** For a run that is stopped half way: no server may outlive it. */
    private void end() {
        try {
            closeAll();
        } catch (IOException e) {
            System.err.println("A server could not be stopped: " + e.getMessage());
        }
    }

    /** The mock BSP. */
    public BspProcess bsp() throws IOException {
        BspProcess running = bsp;
        if (running == null) {
            running = BspProcess.start(latencies);
            started.push(running);
            bsp = running;
        }
        return running;
    }

    /** The PostgreSQL server. */
    public DatabaseServer postgres() throws IOException {
        DatabaseServer running = postgres;
        if (running == null) {
            running = Postgres.start(folder);
            started.push(running);
            postgres = running;
        }
        return running;
    }

    /** The MariaDB server. */
    public DatabaseServer maria() throws IOException, InterruptedException {
        DatabaseServer running = maria;
        if (running == null) {
            running = MariaDb.start(folder);
            started.push(running);
            maria = running;
        }
        return running;
    }

    /** The Redis server. */
    public Redis redis() throws IOException, InterruptedException {
        Redis running = redis;
        if (running == null) {
            running = Redis.start(folder);
            started.push(running);
            redis = running;
        }
        return running;
    }

    /** Ends this process with the run, if it has not ended by then. */
    public void alsoEnds(Process process) {
        started.push(process::destroy);
    }

    /** The names and versions of the database servers that were started. */
    public List<String> versions() {
        return Stream.of(postgres, maria)
                .flatMap(Stream::ofNullable)
                .map(DatabaseServer::version)
                .toList();
    }

    @Override
    public void close() throws IOException {
        closeAll();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void closeAll() throws IOException {
        for (Closeable server = started.poll(); server != null; server = started.poll()) {
            server.close();
        }
    }
}
