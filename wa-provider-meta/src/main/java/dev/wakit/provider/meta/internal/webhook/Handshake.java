package dev.wakit.provider.meta.internal.webhook;

import dev.wakit.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/** Answers the GET with which Meta checks an endpoint; without a verify token every one is refused. */
final class Handshake {

    // Anything else could be markup that a browser would run.
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    private final Optional<byte[]> verifyToken;

    Handshake(Optional<String> verifyToken) {
        this.verifyToken = verifyToken.map(token -> token.getBytes(StandardCharsets.UTF_8));
    }

    Optional<String> answer(WebhookRequest request) {
        boolean asked = request.method().equals("GET")
                && request.queryParameter("hub.mode")
                        .filter("subscribe"::equals)
                        .isPresent();
        boolean trusted =
                request.queryParameter("hub.verify_token").filter(this::isOurs).isPresent();
        return request.queryParameter("hub.challenge")
                .filter(challenge -> asked && trusted)
                .filter(challenge -> CHALLENGE.matcher(challenge).matches());
    }

    private boolean isOurs(String token) {
        return verifyToken
                .filter(ours -> MessageDigest.isEqual(ours, token.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }
}
