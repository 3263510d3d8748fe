package dev.wakit.provider.twilio;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What calls of Twilio's APIs are made with. Immutable; {@code toString} shows nothing of it.
 *
 * @since 0.1
 */
public final class TwilioCredentials {

    private static final Pattern KEY = Pattern.compile("SK[0-9a-fA-F]{32}");
    private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]+");

    private final String keySid;
    private final String secret;

    private TwilioCredentials(String keySid, String secret) {
        this.keySid = Objects.requireNonNull(keySid, "keySid");
        this.secret = Objects.requireNonNull(secret, "secret");
    }

    /**
     * The auth token of the account. It also signs webhooks.
     *
     * @throws IllegalArgumentException if it cannot be one
     */
    public static TwilioCredentials authToken(String token) {
        return new TwilioCredentials("", token).checked("The auth token");
    }

    /**
     * An API key, which can be revoked by itself. Webhooks are signed with the auth token still.
     *
     * @param sid {@code SK} and 32 hexadecimal digits
     * @throws IllegalArgumentException if they cannot be a key and its secret
     */
    public static TwilioCredentials apiKey(String sid, String secret) {
        if (!KEY.matcher(sid).matches()) {
            throw new IllegalArgumentException("The SID of an API key is SK and 32 hexadecimal digits, but the "
                    + sid.length() + " characters given are not. Copy it from API keys of Twilio's console.");
        }
        return new TwilioCredentials(sid, secret).checked("The secret of the API key");
    }

    private TwilioCredentials checked(String what) {
        if (!SECRET.matcher(secret).matches()) {
            throw new IllegalArgumentException(
                    what + " is blank or holds a character that none has. Check for spaces and line breaks around it.");
        }
        return this;
    }

    /** The value of the header for calls of an account. */
    String authorization(String accountSid) {
        String pair = (keySid.isEmpty() ? accountSid : keySid) + ":" + secret;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** The auth token, if these credentials are one. */
    Optional<String> token() {
        return keySid.isEmpty() ? Optional.of(secret) : Optional.empty();
    }

    @Override
    public String toString() {
        return "TwilioCredentials[hidden]";
    }
}
