package dev.wakit.provider.meta.internal.http;

import java.net.URI;
import java.time.Duration;

/**
 * How to reach the Graph API.
 *
 * @param base scheme, host and port
 * @param version the path segment of the Graph version
 * @param accessToken the bearer token
 * @param connectTimeout for one address, TCP and TLS each
 * @param totalTimeout for one request from start to the last byte of the answer
 * @param maxInFlight requests on the wire at once
 */
public record TransportSettings(
        URI base, String version, String accessToken, Duration connectTimeout, Duration totalTimeout, int maxInFlight) {

    @Override
    public String toString() {
        return "TransportSettings[" + base + "/" + version + "]";
    }
}
