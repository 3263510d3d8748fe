package dev.wakit.e2e.simulation;

/** Prints the hash of the run of each seed from 1 to the number given, for a comparison between processes. */
final class Hashes {

    private Hashes() {}

    public static void main(String[] args) {
        Silence.begin();
        System.out.println(upTo(Long.parseLong(args[0])));
    }

    static String upTo(long last) {
        var hashes = new StringBuilder();
        for (long seed = 1; seed <= last; seed++) {
            hashes.append(seed)
                    .append('=')
                    .append(Simulation.run(seed, Mutation.NONE, false).hash())
                    .append(' ');
        }
        return hashes.toString().strip();
    }
}
