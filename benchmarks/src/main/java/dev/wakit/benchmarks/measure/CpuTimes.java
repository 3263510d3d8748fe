package dev.wakit.benchmarks.measure;

/**
 * Seconds of processor time.
 *
 * @param client of the measured process and those it started
 * @param store of the databases
 * @param bsp of the other side
 * @param machine of everything on this machine
 */
public record CpuTimes(double client, double store, double bsp, double machine) {

    static CpuTimes now(long client, Watched watched) {
        return new CpuTimes(
                Processes.seconds(client),
                watched.stores().stream().mapToDouble(Processes::seconds).sum(),
                watched.bsp().stream().mapToDouble(Processes::seconds).sum(),
                Processes.machineSeconds());
    }

    CpuTimes since(CpuTimes before) {
        return new CpuTimes(client - before.client, store - before.store, bsp - before.bsp, machine - before.machine);
    }

    /** The share of the machine's busy time that belongs to nobody of this measurement, 0 to 1; the noise. */
    public double foreignShare() {
        return machine <= 0 ? 0 : Math.max(0, (machine - client - store - bsp) / machine);
    }
}
