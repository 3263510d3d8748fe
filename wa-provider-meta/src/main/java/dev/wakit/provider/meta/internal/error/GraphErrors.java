package dev.wakit.provider.meta.internal.error;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ProviderError;
import dev.wakit.provider.http.Json;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads Graph errors, and owns the table of their codes.
 *
 * <p>A title is the table's, or a fixed word of Meta's: the free text of a response goes to the detail, because it may repeat
 * what was sent.
 */
public final class GraphErrors {

    /** The row for HTTP 429, which an edge may answer without saying why; not a Graph code. */
    static final String TOO_MANY_REQUESTS = "429";

    /** The code of any wrong parameter, whose subcode says which one. */
    private static final String INVALID_PARAMETER = "100";

    private static final String RESOURCE = "/dev/wakit/provider/meta/error-codes.csv";
    private static final String REGIONS = "/dev/wakit/provider/meta/final-regions.csv";
    private static final ErrorPolicy TABLE = load();

    private GraphErrors() {}

    private static ErrorPolicy load() {
        return ErrorPolicy.fromCsv(resource(RESOURCE))
                .refinedBySubcode(INVALID_PARAMETER)
                .withFinalRegions(resource(REGIONS));
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(GraphErrors.class.getResourceAsStream(name), name);
    }

    /** What Meta's codes mean. */
    public static ErrorPolicy table() {
        return TABLE;
    }

    /** The error of a response body, or empty if it holds no error object with a code. */
    public static Optional<ProviderError> fromResponse(JsonNode body, int httpStatus) {
        JsonNode error = body.path("error");
        return Json.text(error, "code")
                .map(code -> ProviderError.builder(code)
                        .subcode(Json.text(error, "error_subcode").orElse(null))
                        .title(subtitle(code, Json.text(error, "error_subcode"))
                                .orElseGet(() -> title(
                                        code,
                                        Json.text(error, "error_user_title").or(() -> Json.text(error, "type")))))
                        .detail(detail(
                                Json.text(error, "message"),
                                Json.text(error, "error_data").or(() -> Json.text(error, "error_data", "details")),
                                Json.text(error, "error_user_msg")))
                        .httpStatus(httpStatus)
                        .traceId(Json.text(error, "fbtrace_id").orElse(null))
                        .isTransient(error.path("is_transient").asBoolean(false))
                        .build());
    }

    /** One element of the list of errors in a webhook, or empty if it has no code. */
    public static Optional<ProviderError> fromWebhook(JsonNode error) {
        return Json.text(error, "code")
                .map(code -> ProviderError.builder(code)
                        .title(title(code, Json.text(error, "title")))
                        .detail(detail(
                                Json.text(error, "message")
                                        .filter(message ->
                                                !Json.text(error, "title").equals(Optional.of(message))),
                                // Payloads before v16 carry the details outside of error_data.
                                Json.text(error, "error_data", "details").or(() -> Json.text(error, "details")),
                                Optional.empty()))
                        .build());
    }

    /** The error of an HTTP 429, known to be a throttle whatever the body says or does not say. */
    public static ProviderError tooManyRequests(Optional<ProviderError> told) {
        if (told.isPresent() && TABLE.find(told.get().code()).isPresent()) {
            return told.get();
        }
        return ProviderError.builder(TOO_MANY_REQUESTS)
                .subcode(told.map(ProviderError::code).orElse(null))
                .title(title(TOO_MANY_REQUESTS, Optional.empty()))
                .detail(told.map(ProviderError::detail).orElse(null))
                .httpStatus(429)
                .traceId(told.flatMap(ProviderError::traceId).orElse(null))
                .isTransient(true)
                .build();
    }

    private static Optional<String> subtitle(String code, Optional<String> subcode) {
        return subcode.filter(known -> code.equals(INVALID_PARAMETER))
                .flatMap(known -> TABLE.find(known).filter(rule -> rule.code().equals(known)))
                .map(ErrorRule::title);
    }

    private static String title(String code, Optional<String> fallback) {
        return TABLE.find(code).map(ErrorRule::title).or(() -> fallback).orElse("");
    }

    private static String detail(Optional<String> first, Optional<String> second, Optional<String> third) {
        return Stream.of(first, second, third)
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
