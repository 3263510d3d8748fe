package dev.wakit.campaign.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The texts by which a person is found where they are no column of their own: in webhook bodies, which name the digits of the number or
 * the user id, and in message ids, which are Base64 of bytes that hold one of them.
 */
final class Traces {

    private static final String USER = "bsuid:";
    private static final int BITS = 6;
    private static final int GROUP = 3;

    private Traces() {}

    static List<String> of(Collection<String> keys) {
        var traces = new LinkedHashSet<String>();
        for (String key : keys) {
            String plain = key.startsWith(USER) ? key.substring(USER.length()) : key.replace("+", "");
            traces.add(plain);
            for (int offset = 0; offset < GROUP; offset++) {
                traces.add(base64(plain, offset));
            }
        }
        return List.copyOf(traces);
    }

    /** The characters that stand for these bytes alone when so many others are before them in their group of three. */
    private static String base64(String plain, int offset) {
        byte[] text = plain.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[offset + text.length];
        System.arraycopy(text, 0, bytes, offset, text.length);
        int from = (offset * Byte.SIZE + BITS - 1) / BITS;
        int to = bytes.length * Byte.SIZE / BITS;
        return Base64.getEncoder().encodeToString(bytes).substring(from, to);
    }
}
