package dev.wakit.samples.server.demo;

import java.security.SecureRandom;
import java.util.HexFormat;

/** What the simulator and the server of one demo share, new for each. {@link #toString()} reveals nothing. */
record DemoSecrets(String key, String signing, String handshake) {

    private static final int BYTES = 16;

    static DemoSecrets random() {
        var random = new SecureRandom();
        return new DemoSecrets(word(random), word(random), word(random));
    }

    private static String word(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "DemoSecrets";
    }
}
