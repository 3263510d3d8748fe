package dev.wakit.benchmarks.measure;

/**
 * One run of one row.
 *
 * @param outcome what the process said of itself
 * @param cpu the processor time between its begin and its end
 * @param peakMegabytes the most memory that it had resident, from its start to its end
 */
public record Measurement(Outcome outcome, CpuTimes cpu, double peakMegabytes) {

    /** Units a second. */
    public double rate() {
        return outcome.units() / outcome.seconds();
    }

    /** Seconds of processor time of client and databases for a thousand units. */
    public double cpuPerThousand() {
        return (cpu.client() + cpu.store()) * 1_000 / Math.max(1, outcome.units());
    }
}
