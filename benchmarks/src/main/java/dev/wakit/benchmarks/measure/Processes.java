package dev.wakit.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What Linux knows of processes. On other systems everything is zero, and the report shows no processor times. */
final class Processes {

    private static final Path PROC = Path.of("/proc");

    /** USER_HZ, which the kernel keeps at 100 for programs on every architecture that the JVM runs on. */
    private static final double TICKS_A_SECOND = 100;

    // Of /proc/PID/stat, counted behind the name of the program.
    private static final int USER = 11;
    private static final int CHILDREN_SYSTEM = 14;

    // Of the first line of /proc/stat.
    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    private static final int STEAL = 7;

    private Processes() {}

    /** The seconds of processor time that a process and those it started have used, ended ones included. */
    static double seconds(long pid) {
        return ProcessHandle.of(pid)
                        .map(process -> Stream.concat(Stream.of(process), process.descendants())
                                .mapToDouble(each -> ticks(each.pid()))
                                .sum())
                        .orElse(0.0)
                / TICKS_A_SECOND;
    }

    private static double ticks(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double sum = 0;
            for (int field = USER; field <= CHILDREN_SYSTEM; field++) {
                sum += Double.parseDouble(fields[field]);
            }
            return sum;
        } catch (IOException gone) {
            return 0;
        }
    }

    /** The seconds that all processors together were busy since the machine started. */
    static double machineSeconds() {
        try (Stream<String> lines = Files.lines(PROC.resolve("stat"))) {
            String[] fields = lines.findFirst().orElse("cpu").trim().split(" +");
            double sum = 0;
            // Guest times, behind steal, are counted in user time already.
            for (int field = 0; field <= STEAL && field + 1 < fields.length; field++) {
                if (field != IDLE && field != IO_WAIT && field != STEAL) {
                    sum += Double.parseDouble(fields[field + 1]);
                }
            }
            return sum / TICKS_A_SECOND;
        } catch (IOException notLinux) {
            return 0;
        }
    }

    /** The most memory that a process and those it started had resident, each at its own moment, in MB. */
    static double peakMegabytes(long pid) {
        return ProcessHandle.of(pid)
                        .map(process -> Stream.concat(Stream.of(process), process.descendants())
                                .mapToDouble(each -> peakKilobytes(each.pid()))
                                .sum())
                        .orElse(0.0)
                / 1024;
    }

    private static double peakKilobytes(long pid) {
        try {
            List<String> lines = Files.readAllLines(PROC.resolve(pid + "/status"));
            return lines.stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
