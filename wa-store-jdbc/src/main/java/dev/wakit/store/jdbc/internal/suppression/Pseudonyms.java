package dev.wakit.store.jdbc.internal.suppression;

import dev.wakit.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Stands in for the keys of people who were erased: an HMAC under a secret of the installation. Thread-safe. */
public final class Pseudonyms {

    /** What every one begins with; no key of a person does. */
    static final String PREFIX = "erased:";

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    /** Under a secret. */
    public Pseudonyms(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The keys by their pseudonyms. */
    Map<String, String> of(TenantId tenant, Collection<String> keys) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            Map<String, String> pseudonyms = new HashMap<>();
            for (String key : keys) {
                mac.update(tenant.value().getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0);
                byte[] hash = mac.doFinal(key.getBytes(StandardCharsets.UTF_8));
                pseudonyms.put(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(hash), key);
            }
            return pseudonyms;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
        }
    }
}
