package dev.wakit.benchmarks.bsp;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A BSP in a process of its own that takes every message: it reads a request, waits as long as its port says, and answers with a
 * new message id in the form of the Cloud API. One thread, no allocation for a request, nothing else.
 *
 * <p>Arguments: the latency of each port, in milliseconds. Prints one line, {@code READY} and the ports in the same order, and ends
 * when its standard input ends, which is when whoever started it is gone.
 */
public final class MockBsp {

    private MockBsp() {}

    public static void main(String[] args) throws IOException {
        List<Duration> latencies =
                Arrays.stream(args).map(Long::parseLong).map(Duration::ofMillis).toList();
        BspLoop loop = BspLoop.open(latencies);
        System.out.println("READY "
                + loop.ports().stream().map(port -> Integer.toString(port)).collect(Collectors.joining(" ")));
        var serving = new Thread(loop, "bsp");
        serving.start();
        while (System.in.read() >= 0) {
            // Only the end of it says something.
        }
        loop.close();
    }
}
