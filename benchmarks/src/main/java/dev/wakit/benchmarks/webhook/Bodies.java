package dev.wakit.benchmarks.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signed webhook bodies with the statuses sent, delivered and read of each message. */
final class Bodies {

    private static final List<String> STATUSES = List.of("sent", "delivered", "read");
    private static final int SHUFFLE_WINDOW = 3_000;
    private static final int ONE_IN_REPEATED = 10;
    private static final long SEED = 7;

    private Bodies() {}

    /**
     * A body as Meta posts it.
     *
     * @param bytes what is posted
     * @param signature the value of {@code X-Hub-Signature-256}
     * @param statuses how many it holds
     */
    record Body(byte[] bytes, String signature, int statuses) {}

    /**
     * The bodies for these messages.
     *
     * @param perBody how many statuses each body has
     * @param isShuffled whether statuses come out of order within a window of 3,000, and one in ten twice
     */
    static List<Body> of(List<String> refs, int perBody, boolean isShuffled, String secret, long epochSecond) {
        List<String> statuses = statuses(refs, epochSecond);
        if (isShuffled) {
            statuses = shuffled(statuses);
        }
        var bodies = new ArrayList<Body>();
        for (int from = 0; from < statuses.size(); from += perBody) {
            List<String> some = statuses.subList(from, Math.min(from + perBody, statuses.size()));
            byte[] bytes =
                    ("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":"
                                    + "\"messages\",\"value\":{\"messaging_product\":\"whatsapp\",\"metadata\":{\"phone_number_id\":\"1\"},"
                                    + "\"statuses\":[" + String.join(",", some) + "]}}]}]}")
                            .getBytes(StandardCharsets.UTF_8);
            bodies.add(new Body(bytes, sign(secret, bytes), some.size()));
        }
        return bodies;
    }

    private static List<String> statuses(List<String> refs, long epochSecond) {
        var statuses = new ArrayList<String>();
        for (int status = 0; status < STATUSES.size(); status++) {
            for (String ref : refs) {
                statuses.add("{\"id\":\"" + AcceptingProvider.messageId(ref) + "\",\"status\":\"" + STATUSES.get(status)
                        + "\",\"timestamp\":\"" + (epochSecond + status)
                        + "\",\"recipient_id\":\"919978783238\",\"biz_opaque_callback_data\":\"" + ref
                        + "\",\"conversation\":{\"id\":\"c0ffee\",\"origin\":{\"type\":\"marketing\"}},\"pricing\":"
                        + "{\"billable\":true,\"pricing_model\":\"PMP\",\"category\":\"marketing\"}}");
            }
        }
        return statuses;
    }

    private static List<String> shuffled(List<String> statuses) {
        var random = new Random(SEED);
        var result = new ArrayList<String>(statuses.size() + statuses.size() / ONE_IN_REPEATED);
        for (int from = 0; from < statuses.size(); from += SHUFFLE_WINDOW) {
            var window = new ArrayList<>(statuses.subList(from, Math.min(from + SHUFFLE_WINDOW, statuses.size())));
            int fresh = window.size();
            for (int i = 0; i < fresh / ONE_IN_REPEATED; i++) {
                window.add(window.get(random.nextInt(fresh)));
            }
            Collections.shuffle(window, random);
            result.addAll(window);
        }
        return result;
    }

    private static String sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("Every Java has HmacSHA256", e);
        }
    }
}
