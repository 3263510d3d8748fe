package dev.wakit.benchmarks.service;

import dev.wakit.benchmarks.bsp.MockBsp;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** The mock BSP in a process of its own, with one port for each latency. */
public final class BspProcess implements Closeable {

    private static final List<String> OPTIONS = List.of("-Xms64m", "-Xmx64m", "-XX:+UseSerialGC");

    private final Process process;
    private final Map<Integer, URI> addresses;

    private BspProcess(Process process, Map<Integer, URI> addresses) {
        this.process = process;
        this.addresses = Map.copyOf(addresses);
    }

    /** Starts it with these latencies, in milliseconds. */
    public static BspProcess start(SortedSet<Integer> latencies) throws IOException {
        List<String> arguments =
                latencies.stream().map(latency -> Integer.toString(latency)).toList();
        Process process = new ProcessBuilder(JavaCommand.of(OPTIONS, MockBsp.class, arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null || !line.startsWith("READY ")) {
            process.destroyForcibly();
            throw new IOException("The mock BSP did not start; it said " + line);
        }
        String[] ports = line.substring("READY ".length()).split(" ");
        var addresses = new LinkedHashMap<Integer, URI>();
        int at = 0;
        for (int latency : latencies) {
            addresses.put(latency, URI.create("http://127.0.0.1:" + ports[at++]));
        }
        return new BspProcess(process, addresses);
    }

    /** Where it answers after so many milliseconds. */
    public URI address(int latency) {
        URI address = addresses.get(latency);
        if (address == null) {
            throw new IllegalArgumentException(
                    "The mock BSP has no port with a latency of " + latency + " ms, only " + addresses.keySet());
        }
        return address;
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
