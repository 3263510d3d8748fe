package dev.wakit.provider.dialog360;

import java.net.URI;
import java.util.Map;

/**
 * Where 360dialog posts the events of a number.
 *
 * @param url an https address that answers within a second
 * @param headers what 360dialog repeats on every post, such as a secret in {@code Authorization}
 * @since 0.1
 */
public record WebhookTarget(URI url, Map<String, String> headers) {

    /** Copies the headers. */
    public WebhookTarget {
        headers = Map.copyOf(headers);
    }

    /** The host and the names of the headers only, since the rest may hold secrets. */
    @Override
    public String toString() {
        return "WebhookTarget[" + url.getHost() + ", headers " + headers.keySet() + "]";
    }
}
