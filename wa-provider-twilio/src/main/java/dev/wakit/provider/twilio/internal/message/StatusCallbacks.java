package dev.wakit.provider.twilio.internal.message;

import dev.wakit.provider.SendRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The address to which Twilio posts the statuses of one message.
 *
 * <p>Twilio repeats nothing of a message in a status but its address, so the attempt ref travels in the query. The query is part of
 * what Twilio signs.
 */
public final class StatusCallbacks {

    /** The query parameter with the callback data. */
    public static final String REF = "wakit_ref";

    /** The query parameter with the Messaging Service that a message was sent through without naming a number. */
    public static final String SENDER = "wakit_sender";

    private final Optional<URI> webhookUrl;
    private final String overrides;

    StatusCallbacks(Optional<URI> webhookUrl, String overrides) {
        this.webhookUrl = webhookUrl;
        this.overrides = overrides;
    }

    /** The address for a message; empty if no webhook is configured. */
    Optional<String> of(SendRequest request) {
        return webhookUrl.map(base -> {
            var url = new StringBuilder(base.toString());
            request.callbackData().ifPresent(ref -> append(url, REF, ref));
            if (Addresses.isService(request.sender().value())) {
                append(url, SENDER, request.sender().value());
            }
            return overrides.isEmpty()
                    ? url.toString()
                    : url.append('#').append(overrides).toString();
        });
    }

    private static void append(StringBuilder url, String name, String value) {
        url.append(url.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
