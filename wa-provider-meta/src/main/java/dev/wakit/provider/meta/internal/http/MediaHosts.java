package dev.wakit.provider.meta.internal.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which hosts of media may see the token.
 *
 * <p>An address comes out of an answer, and a redirect out of another: whoever could change either would be handed the token. A
 * simulator on this machine serves its media itself.
 */
public final class MediaHosts {

    private static final List<String> META = List.of(".fbsbx.com", ".fbcdn.net", ".whatsapp.net");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final URI base;

    MediaHosts(URI base) {
        this.base = base;
    }

    boolean trusts(URI url) {
        return isMeta(url) || isSimulator(url);
    }

    /** Whether it is one of Meta's own hosts of media, over TLS. */
    public static boolean isMeta(URI url) {
        return scheme(url).equals("https")
                && port(url) == HTTPS
                && META.stream().anyMatch(host(url)::endsWith);
    }

    private boolean isSimulator(URI url) {
        return THIS_MACHINE.contains(host(base))
                && scheme(url).equals(scheme(base))
                && host(url).equals(host(base))
                && port(url) == port(base);
    }

    private static String scheme(URI url) {
        return Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    }

    private static String host(URI url) {
        return Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT);
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return scheme(url).equals("https") ? HTTPS : HTTP;
    }
}
