package dev.wakit.testkit.twilio.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** The account and its fake secrets; the auth token can be replaced while the simulator runs. Thread-safe. */
public final class Account {

    private final String sid;
    private final String apiKeySid;
    private final String apiKeySecret;
    private volatile String authToken;

    public Account(String sid, String authToken, String apiKeySid, String apiKeySecret) {
        this.sid = sid;
        this.authToken = authToken;
        this.apiKeySid = apiKeySid;
        this.apiKeySecret = apiKeySecret;
    }

    public String sid() {
        return sid;
    }

    public String apiKeySid() {
        return apiKeySid;
    }

    public String apiKeySecret() {
        return apiKeySecret;
    }

    public String authToken() {
        return authToken;
    }

    public void authToken(String token) {
        authToken = token;
    }

    /** Tells whether the header is Basic authorization of the account or of its API key. */
    public boolean admits(String authorization) {
        return same(authorization, basic(sid, authToken)) || same(authorization, basic(apiKeySid, apiKeySecret));
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Account[" + sid + "]";
    }
}
