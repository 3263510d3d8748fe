package dev.wakit.testkit.http;

import java.net.URI;
import java.util.List;

/**
 * The far end of a provider's requests: what it answers is scripted, and what came is remembered.
 *
 * <p>Implementations are thread-safe.
 *
 * @since 0.1
 */
public interface BspWire extends AutoCloseable {

    /** Where it listens. */
    URI base();

    /**
     * Sets the answers to come: each request takes the next, and the last one stays for all further requests.
     *
     * @param first the next answer
     * @param then the ones after it
     */
    void answers(WireAnswer first, WireAnswer... then);

    /** What came so far, in order of arrival; counted before it is answered. */
    List<WireRequest> requests();

    /** How many POSTs came so far. */
    default long posts() {
        return requests().stream()
                .filter(request -> request.method().equals("POST"))
                .count();
    }

    /** How often a client connected so far. */
    int connections();

    @Override
    void close();
}
