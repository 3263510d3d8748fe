package dev.wakit.benchmarks.bsp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The answer to a request, always as long: only the message id in it changes. Not thread-safe. */
final class BspAnswer {

    private static final int ID_DIGITS = 16;
    private static final String BODY_BEFORE_ID =
            "{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"input\":\"919978783238\","
                    + "\"wa_id\":\"919978783238\"}],\"messages\":[{\"id\":\"wamid.";
    private static final String BODY_AFTER_ID = "\"}]}";
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private final ByteBuffer bytes;
    private final int idAt;

    BspAnswer() {
        int length = BODY_BEFORE_ID.length() + ID_DIGITS + BODY_AFTER_ID.length();
        String before = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n"
                + BODY_BEFORE_ID;
        byte[] whole = (before + "0".repeat(ID_DIGITS) + BODY_AFTER_ID).getBytes(StandardCharsets.US_ASCII);
        this.idAt = before.length();
        this.bytes = ByteBuffer.allocateDirect(whole.length).put(whole).flip();
    }

    /** How many bytes each answer has. */
    int length() {
        return bytes.capacity();
    }

    /** The answer with this number in its message id; valid until the next call. */
    ByteBuffer numbered(long number) {
        long rest = number;
        for (int digit = ID_DIGITS - 1; digit >= 0; digit--) {
            bytes.put(idAt + digit, HEX[(int) (rest & 15)]);
            rest >>>= 4;
        }
        return bytes.clear();
    }

    /** The answer to whoever asks how many messages were taken. */
    static ByteBuffer count(long messages) {
        String body = Long.toString(messages);
        return ByteBuffer.wrap(
                ("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII));
    }
}
