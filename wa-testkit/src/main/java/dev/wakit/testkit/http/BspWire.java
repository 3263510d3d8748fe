package dev.wakit.testkit.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

    /**
     * Sets what is answered beside the script, such as questions that come before a send: such a request takes no answer of the script
     * and is not among {@link #requests()}. Nothing by default, and always nothing on a wire without a network.
     *
     * @param answers gives the answer to a request, of which the head is known and not the body; empty for what the script answers.
     *     May be called by several threads at once
     */
    default void answersAside(Function<WireRequest, Optional<WireAnswer.Whole>> answers) {}

    /** What came so far, in order of arrival, but for what was answered aside; counted before it is answered. */
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
