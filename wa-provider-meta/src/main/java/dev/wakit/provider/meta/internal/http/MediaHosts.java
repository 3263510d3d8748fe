package dev.wakit.provider.meta.internal.http;

import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Which hosts of media may see the token.
 *
 * <p>An address comes out of an answer, and a redirect out of another: whoever could change either would be handed the token. A
 * simulator on this machine serves its media itself.
 */
final class MediaHosts {

    private static final List<String> META = List.of(".fbsbx.com", ".fbcdn.net", ".whatsapp.net");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    private final HttpUrl base;

    MediaHosts(HttpUrl base) {
        this.base = base;
    }

    boolean trusts(HttpUrl url) {
        return isMeta(url) || isSimulator(url);
    }

    private static boolean isMeta(HttpUrl url) {
        return url.isHttps() && url.port() == 443 && META.stream().anyMatch(url.host()::endsWith);
    }

    private boolean isSimulator(HttpUrl url) {
        return THIS_MACHINE.contains(base.host())
                && url.scheme().equals(base.scheme())
                && url.host().equals(base.host())
                && url.port() == base.port();
    }
}
