package dev.wakit.provider.meta.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.http.ResponseHeaders;
import dev.wakit.provider.meta.ApiUsage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The last usage that Meta told in headers: of catalogs, which have budgets of their own, and of everything else. Thread-safe. */
final class UsageBoard {

    private static final String APP = "X-App-Usage";
    private static final String BUSINESS = "X-Business-Use-Case-Usage";
    private static final String CATALOG = "catalog";
    private static final int MOST_MINUTES = 60 * 24;

    private final InstantSource clock;
    private volatile Optional<ApiUsage> last = Optional.empty();
    private volatile Optional<ApiUsage> catalogs = Optional.empty();

    UsageBoard(InstantSource clock) {
        this.clock = clock;
    }

    Optional<ApiUsage> last() {
        return last;
    }

    Optional<ApiUsage> catalogs() {
        return catalogs;
    }

    void read(ResponseHeaders headers) {
        if (headers.first(APP).isEmpty() && headers.first(BUSINESS).isEmpty()) {
            return;
        }
        worst(Stream.concat(app(headers), business(headers).filter(node -> !isOfCatalogs(node))))
                .ifPresent(usage -> last = Optional.of(usage));
        worst(business(headers).filter(UsageBoard::isOfCatalogs)).ifPresent(usage -> catalogs = Optional.of(usage));
    }

    // The words of the types of catalogs are not on a page that could be read, but for their beginning.
    private static boolean isOfCatalogs(JsonNode node) {
        return node.path("type").asText("").toLowerCase(Locale.ROOT).startsWith(CATALOG);
    }

    private Optional<ApiUsage> worst(Stream<JsonNode> told) {
        return told.map(this::usage).reduce(UsageBoard::worse);
    }

    private static Stream<JsonNode> app(ResponseHeaders headers) {
        return tree(headers, APP);
    }

    private static Stream<JsonNode> business(ResponseHeaders headers) {
        return tree(headers, BUSINESS).flatMap(UsageBoard::elements).flatMap(UsageBoard::elements);
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private static Stream<JsonNode> tree(ResponseHeaders headers, String name) {
        return headers
                .first(name)
                .flatMap(value -> Json.parse(value.getBytes(StandardCharsets.UTF_8)))
                .filter(JsonNode::isObject)
                .stream();
    }

    private ApiUsage usage(JsonNode node) {
        int minutes = Math.max(
                0,
                Math.min(
                        MOST_MINUTES,
                        node.path("estimated_time_to_regain_access").asInt(0)));
        return new ApiUsage(
                node.path("call_count").asInt(0),
                node.path("total_time").asInt(0),
                node.path("total_cputime").asInt(0),
                Duration.ofMinutes(minutes),
                clock.instant());
    }

    private static ApiUsage worse(ApiUsage one, ApiUsage other) {
        return new ApiUsage(
                Math.max(one.callCount(), other.callCount()),
                Math.max(one.totalTime(), other.totalTime()),
                Math.max(one.totalCpuTime(), other.totalCpuTime()),
                one.regainAfter().compareTo(other.regainAfter()) > 0 ? one.regainAfter() : other.regainAfter(),
                one.at());
    }
}
