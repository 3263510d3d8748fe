package dev.wakit.testkit.meta.internal;

import dev.wakit.testkit.simulator.internal.Dice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.SplittableRandom;

/** Message ids that look like Meta's: base64 around the customer's number and random hex digits. Thread-safe. */
public final class Wamids {

    private static final byte[] HEAD = {0x1c, 0x18};
    private static final byte[] OUTBOUND = {0x15, 0x02, 0x00, 0x11, 0x18, 0x12};
    private static final byte[] INBOUND = {0x15, 0x02, 0x00, 0x12, 0x18, 0x12};
    private static final int HEX_DIGITS = 18;

    private final Dice dice;

    public Wamids(Dice dice) {
        this.dice = dice;
    }

    /** Returns the id of the n-th message to a recipient. */
    public String outbound(String recipient, long ordinal) {
        return wamid(recipient, OUTBOUND, dice.roll("wamid", recipient, ordinal));
    }

    /** Returns the id of the n-th message from a customer. */
    public String inbound(String from, String reason, long ordinal) {
        return wamid(from, INBOUND, dice.roll("inbound " + reason, from, ordinal));
    }

    private static String wamid(String number, byte[] marker, SplittableRandom random) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HEAD);
        bytes.write(number.length());
        bytes.writeBytes(number.getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(marker);
        bytes.writeBytes(hex(random).getBytes(StandardCharsets.US_ASCII));
        bytes.write(0);
        return "wamid." + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static String hex(SplittableRandom random) {
        return String.format(Locale.ROOT, "%016X%016X", random.nextLong(), random.nextLong())
                .substring(0, HEX_DIGITS);
    }
}
