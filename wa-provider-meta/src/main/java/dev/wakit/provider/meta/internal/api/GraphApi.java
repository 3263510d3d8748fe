package dev.wakit.provider.meta.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.RequestRefusedException;
import dev.wakit.WhatsAppException;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.provider.http.HttpAnswer;
import dev.wakit.provider.http.HttpBody;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.http.ReadRetry;
import dev.wakit.provider.meta.internal.http.CloudTransport;
import dev.wakit.provider.meta.internal.http.GraphCall;
import dev.wakit.provider.meta.internal.http.GraphRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Management calls that block, and throw what the caller can do about a refusal.
 *
 * <p>A call that reads is repeated up to twice when the fault may pass; one that changes something is made once, because its
 * answer may have been lost after it was done. Thread-safe.
 */
public final class GraphApi {

    private final CloudTransport transport;
    private final Refusals refusals;
    private final Budget budget;
    private final ReadRetry retry;

    /** Management calls with the waits of production. */
    public GraphApi(CloudTransport transport, ErrorPolicy errors, InstantSource clock) {
        this(transport, errors, clock, ReadRetry.FIRST_WAIT);
    }

    /** Calls of catalogs, which have a budget of their own. */
    public static GraphApi ofCatalogs(CloudTransport transport, ErrorPolicy errors, InstantSource clock) {
        return new GraphApi(transport, errors, new Budget(transport::catalogUsage, clock), ReadRetry.FIRST_WAIT);
    }

    GraphApi(CloudTransport transport, ErrorPolicy errors, InstantSource clock, Duration firstWait) {
        this(transport, errors, new Budget(transport::usage, clock), firstWait);
    }

    private GraphApi(CloudTransport transport, ErrorPolicy errors, Budget budget, Duration firstWait) {
        this.transport = transport;
        this.refusals = new Refusals(errors, transport.name());
        this.budget = budget;
        this.retry = ReadRetry.of("meta", refusals::mayPass, firstWait);
    }

    /**
     * Reads.
     *
     * @throws WhatsAppException by what the caller can do about it
     */
    public JsonNode get(GraphRequest target) {
        return call(GraphCall.get(target));
    }

    /**
     * Reads an object that may not be there.
     *
     * @return empty if Meta knows no such object, or none that the token may see
     * @throws WhatsAppException as {@link #get} does
     */
    public Optional<JsonNode> find(GraphRequest target) {
        GraphCall call = GraphCall.get(target);
        HttpAnswer answer = answer(call);
        return refusals.isAbsence(answer) ? Optional.empty() : Optional.of(body(call, answer));
    }

    /**
     * Changes something, once.
     *
     * @throws WhatsAppException by what the caller can do about it; after a
     *     {@link dev.wakit.OutcomeUnknownException} it may have been done
     */
    public JsonNode post(GraphRequest target, JsonNode body) {
        return call(GraphCall.post(target, HttpBody.json(body)));
    }

    /** Removes something, once; throws as {@link #post} does. */
    public JsonNode delete(GraphRequest target) {
        return call(GraphCall.delete(target));
    }

    /** Makes any call: repeated if it reads, else once. Throws as {@link #post} does. */
    public JsonNode call(GraphCall call) {
        return body(call, answer(call));
    }

    private JsonNode body(GraphCall call, HttpAnswer answer) {
        if (answer instanceof HttpAnswer.Response response && response.isSuccess()) {
            return response.json().orElseThrow(() -> refusals.exception(call, answer));
        }
        throw refusals.exception(call, answer);
    }

    /** The answer as it is, for calls whose refusals hold more than an error; nothing is thrown but for a spent budget. */
    public HttpAnswer answer(GraphCall call) {
        budget.await();
        return call.isRead() ? retry.read(() -> transport.execute(call)) : transport.execute(call);
    }

    /** What an answer that is not a success means for the caller. */
    public WhatsAppException refusal(GraphCall call, HttpAnswer answer) {
        return refusals.exception(call, answer);
    }

    /**
     * Reads a whole listing, page by page; begins again once if Meta's page pointers expire meanwhile.
     *
     * @param target the first page, with the size of a page among its parameters
     * @param read reads an element of {@code data}; empty leaves it out
     * @throws WhatsAppException as {@link #get} does
     */
    public <T> List<T> list(GraphRequest target, Function<JsonNode, Optional<T>> read) {
        try {
            return pages(target, read);
        } catch (CursorExpiredException firstTime) {
            try {
                return pages(target, read);
            } catch (CursorExpiredException secondTime) {
                throw new RequestRefusedException(
                        "Meta's page pointers expire before they can be used (131059). List again later.");
            }
        }
    }

    /**
     * Reads one page of a listing.
     *
     * @param target the page, with its size among its parameters
     * @param read reads an element of {@code data}; empty leaves it out
     * @throws WhatsAppException as {@link #get} does
     */
    public <T> Page<T> page(GraphRequest target, Function<JsonNode, Optional<T>> read) {
        JsonNode page;
        try {
            page = get(target);
        } catch (CursorExpiredException expired) {
            throw new RequestRefusedException(
                    "Meta's page pointer expired before it was used (131059). Begin again with the first page.");
        }
        var elements = new ArrayList<T>();
        page.path("data").forEach(node -> read.apply(node).ifPresent(elements::add));
        return new Page<>(List.copyOf(elements), after(page));
    }

    /**
     * One page of a listing.
     *
     * @param elements what could be read of it
     * @param after the pointer to the next page; empty on the last
     */
    public record Page<T>(List<T> elements, Optional<String> after) {}

    private <T> List<T> pages(GraphRequest target, Function<JsonNode, Optional<T>> read) {
        var found = new ArrayList<T>();
        forEach(target, node -> read.apply(node).ifPresent(found::add));
        return List.copyOf(found);
    }

    private void forEach(GraphRequest target, Consumer<JsonNode> each) {
        var seen = new HashSet<String>();
        Optional<String> after = Optional.empty();
        do {
            JsonNode page = get(at(target, after));
            page.path("data").forEach(each);
            // A cursor seen before would never end.
            after = after(page).filter(seen::add);
        } while (after.isPresent());
    }

    /** The last page also names a cursor, so only "next" tells that there is more. */
    private static Optional<String> after(JsonNode page) {
        return Json.text(page, "paging", "next").flatMap(next -> Json.text(page, "paging", "cursors", "after"));
    }

    private static GraphRequest at(GraphRequest target, Optional<String> after) {
        if (after.isEmpty()) {
            return target;
        }
        var query = new HashMap<>(target.query());
        query.put("after", after.get());
        return new GraphRequest(target.path(), query);
    }
}
