package dev.wakit.provider.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs, and checks signatures, with a secret that both sides know.
 *
 * <p>Immutable. {@link #toString()} does not show the secret.
 *
 * @since 0.1
 */
public final class Hmac {

    private final String algorithm;
    private final SecretKeySpec key;

    private Hmac(String algorithm, String secret) {
        this.algorithm = algorithm;
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm);
    }

    /**
     * HMAC-SHA256.
     *
     * @param secret not empty
     */
    public static Hmac sha256(String secret) {
        return new Hmac("HmacSHA256", secret);
    }

    /**
     * HMAC-SHA1, for BSPs that use nothing newer.
     *
     * @param secret not empty
     */
    public static Hmac sha1(String secret) {
        return new Hmac("HmacSHA1", secret);
    }

    /** The signature of some bytes. */
    public byte[] sign(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + algorithm, e);
        }
    }

    /** Whether one of several secrets made a signature; the time taken does not tell which one, nor how much of it is right. */
    public static boolean anySigned(List<Hmac> secrets, byte[] bytes, byte[] signature) {
        boolean valid = false;
        for (Hmac secret : secrets) {
            valid |= MessageDigest.isEqual(secret.sign(bytes), signature);
        }
        return valid;
    }

    /** The algorithm only. */
    @Override
    public String toString() {
        return "Hmac[" + algorithm + "]";
    }
}
