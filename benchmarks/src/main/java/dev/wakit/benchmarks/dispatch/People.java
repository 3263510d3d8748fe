package dev.wakit.benchmarks.dispatch;

import java.nio.charset.StandardCharsets;

/** The same people and the same message for every way to send. */
public final class People {

    private static final int FIRST = 10_000_000;
    private static final int NUMBERS = 89_000_000;

    private static final String BEFORE_PHONE =
            "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\",\"to\":\"";
    private static final String AFTER_PHONE =
            "\",\"type\":\"template\",\"template\":{\"name\":\"tour_package_marketing\","
                    + "\"language\":{\"code\":\"en_US\",\"policy\":\"deterministic\"},\"components\":[{\"type\":\"body\",\"parameters\":["
                    + "{\"type\":\"text\",\"text\":\"Bali Premium\"},{\"type\":\"text\",\"text\":\"45,000\"}]}]},"
                    + "\"biz_opaque_callback_data\":\"";
    private static final String END = "\"}";

    private People() {}

    /** The n-th person's number, a valid Indian mobile number in E.164. */
    public static String phone(long n) {
        return "+9199" + (FIRST + n % NUMBERS);
    }

    /** The request to this person; the reference is as long as the attempt refs of WaKit. */
    static byte[] request(long n, String phone) {
        String reference = "w1.k3v9x2m4q8." + (n + 10_000_000_000L) + ".Zm9vYmFyYmF6";
        return (BEFORE_PHONE + phone + AFTER_PHONE + reference + END).getBytes(StandardCharsets.UTF_8);
    }
}
