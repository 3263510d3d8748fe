package dev.wakit.testkit.meta.internal.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The hash of each person's security code, and how often it changed. Thread-safe. */
public final class Identities {

    private static final int LENGTH = 8;

    private final Map<String, Integer> changes = new ConcurrentHashMap<>();

    /** Returns the hash that a person, known by digits or user id, has now. */
    public String hashOf(String person) {
        byte[] text = (person + "/" + changes.getOrDefault(person, 0)).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(sha256().digest(text), LENGTH));
    }

    /** Gives a person another hash, and returns it. */
    public String change(String person) {
        changes.merge(person, 1, Integer::sum);
        return hashOf(person);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
