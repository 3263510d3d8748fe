package dev.wakit.provider.meta.internal.http;

import dev.wakit.provider.http.HttpSettings;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How to reach the Graph API.
 *
 * @param base scheme, host and port of the Graph API
 * @param apiBase scheme, host and port of the calls that have no version
 * @param version the path segment of the Graph version
 * @param accessToken the bearer token
 * @param connectTimeout for one address, TCP and TLS each
 * @param totalTimeout for one request from start to the last byte of the answer
 * @param transferTimeout the same for requests that carry a file
 * @param maxInFlight requests on the wire at once
 * @param proofSecret the app secret that proves each request; absent if none shall
 * @param proxies how to choose a proxy; absent for the machine's own choice
 */
public record TransportSettings(
        URI base,
        URI apiBase,
        String version,
        String accessToken,
        Duration connectTimeout,
        Duration totalTimeout,
        Duration transferTimeout,
        int maxInFlight,
        Optional<String> proofSecret,
        Optional<ProxySelector> proxies) {

    HttpSettings http() {
        var http = HttpSettings.builder("meta")
                .connectTimeout(connectTimeout)
                .totalTimeout(totalTimeout)
                .transferTimeout(transferTimeout)
                .maxInFlight(maxInFlight);
        proxies.ifPresent(http::proxies);
        return http.build();
    }

    @Override
    public String toString() {
        return "TransportSettings[" + base + "/" + version + "]";
    }
}
