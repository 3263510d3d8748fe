package dev.wakit.store.jdbc.internal.pacing;

import dev.wakit.store.jdbc.internal.sql.Sha256;
import java.util.Arrays;
import java.util.Base64;

/** People as the budget knows them: 128 bits of a hash of their key. */
final class People {

    private static final int BYTES = 16;

    private People() {}

    static String hash(String recipientKey) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(Sha256.of(recipientKey), BYTES));
    }
}
