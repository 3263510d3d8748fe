package dev.wakit.provider.http;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Decides, address by address, where a download may go and with which headers.
 *
 * <p>An address comes out of an answer, and a redirect out of another: whoever could change either would be handed the credentials.
 * Implementations are thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface DownloadAccess {

    /**
     * What to ask an address with.
     *
     * @param url http or https; the host in lower case, no port where it is the scheme's own
     * @return the headers, none for an address that needs no credentials; empty if nothing may be sent there
     */
    Optional<Map<String, String>> headersFor(URI url);
}
