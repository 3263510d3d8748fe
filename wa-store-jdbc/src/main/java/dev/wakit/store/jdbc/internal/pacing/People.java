package dev.wakit.store.jdbc.internal.pacing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** People as the budget knows them: 128 bits of a hash of their key. */
final class People {

    private static final int BYTES = 16;

    private People() {}

    static String hash(String recipientKey) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(recipientKey.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
