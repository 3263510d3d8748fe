package dev.wakit.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a run took place.
 *
 * @param cpu the processor's name
 * @param cores how many the JVM may use
 * @param memoryGigabytes how much the machine has
 * @param system operating system and kernel
 * @param java the Java that ran it
 * @param versions of the database servers and libraries
 */
public record Machine(String cpu, int cores, long memoryGigabytes, String system, String java, List<String> versions) {

    private static final double KILOBYTES_A_GIGABYTE = 1024 * 1024;

    /** Copies the versions. */
    public Machine {
        versions = List.copyOf(versions);
    }

    /** This machine, with these servers. */
    public static Machine here(List<String> versions) {
        return new Machine(
                first("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch", "unknown")),
                Runtime.getRuntime().availableProcessors(),
                Math.round(first("/proc/meminfo", "MemTotal")
                                .map(text -> Double.parseDouble(text.replaceAll("[^0-9]", "")))
                                .orElse(0.0)
                        / KILOBYTES_A_GIGABYTE),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                versions);
    }

    private static Optional<String> first(String file, String key) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst();
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }
}
