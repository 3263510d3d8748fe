package dev.wakit.provider.twilio.internal.api;

import dev.wakit.provider.http.DownloadAccess;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a file may be asked for: at Twilio with the credentials, and without any at the host that Twilio sends on to, which is asked over
 * TLS unless Twilio itself is a stand-in that is not.
 *
 * @param own where the API is
 * @param authorization the value of the header
 */
record FileAccess(URI own, String authorization) implements DownloadAccess {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    @Override
    public Optional<Map<String, String>> headersFor(URI url) {
        if (origin(own).equals(origin(url))) {
            return Optional.of(Map.of("Authorization", authorization));
        }
        return isTls(url) || !isTls(own) ? Optional.of(Map.of()) : Optional.empty();
    }

    private static boolean isTls(URI url) {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    private static String origin(URI url) {
        int port = url.getPort() >= 0 ? url.getPort() : isTls(url) ? HTTPS : HTTP;
        return (url.getScheme() + "://" + url.getHost() + ":" + port).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "FileAccess[" + own + "]";
    }
}
