package dev.wakit.provider.dialog360.internal.error;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ProviderError;
import dev.wakit.provider.http.HttpAnswer;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.http.ResponseBody;
import dev.wakit.provider.meta.cloud.CloudApi;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What 360dialog itself refuses, before Meta sees it: a {@code meta} object, or a text under {@code error} or {@code message}. See
 * bsp-apis 3.
 */
public final class Dialog360Errors {

    private static final String API_KEY = "d360_api_key";
    private static final String BLOCKED = "d360_blocked";
    private static final String REFUSED = "d360_refused";
    private static final String FOREIGN_SENDER = "d360_foreign_sender";
    private static final String RESOURCE = "/dev/wakit/provider/dialog360/error-codes.csv";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int BAD_REQUEST = 400;

    /** What the documented texts contain, in lower case, and what they stand for. */
    private static final List<Map.Entry<String, String>> TEXTS = List.of(
            Map.entry("api has been disabled", "d360_disabled"),
            Map.entry("rate limit", "d360_rate_limit"),
            Map.entry("lack of payment", "d360_payment"),
            Map.entry("overdue", "d360_payment"),
            Map.entry("invalid api_key", API_KEY),
            Map.entry("invalid api key", API_KEY),
            Map.entry("endpoint is blocked", BLOCKED),
            Map.entry("permission denied", BLOCKED));

    private static final ErrorPolicy TABLE = load();

    private Dialog360Errors() {}

    private static ErrorPolicy load() {
        InputStream own = Objects.requireNonNull(Dialog360Errors.class.getResourceAsStream(RESOURCE), RESOURCE);
        return CloudApi.errors().overriding(ErrorPolicy.fromCsv(own).rules());
    }

    /** What Meta's codes and 360dialog's own texts mean. */
    public static ErrorPolicy table() {
        return TABLE;
    }

    /** A sender whom the key does not belong to. */
    public static ProviderError foreignSender() {
        return ProviderError.builder(FOREIGN_SENDER)
                .title(TABLE.find(FOREIGN_SENDER).map(ErrorRule::title).orElse(""))
                .build();
    }

    /** What to do about a sender whom the key does not belong to. */
    public static String foreignSenderAdvice() {
        return TABLE.find(FOREIGN_SENDER).map(ErrorRule::advice).orElse("");
    }

    /** The same answer, with 360dialog's own error written as Meta writes one; unchanged if it is none that can be read. */
    public static HttpAnswer.Response inMetasWords(HttpAnswer.Response answer) {
        if (answer.status() < BAD_REQUEST) {
            return answer;
        }
        return answer.json()
                .filter(body -> !body.path("error").isObject())
                .flatMap(body -> translated(body, answer.status()))
                .map(error ->
                        new HttpAnswer.Response(answer.status(), answer.headers(), ResponseBody.of(Json.write(error))))
                .orElse(answer);
    }

    private static Optional<ObjectNode> translated(JsonNode body, int status) {
        JsonNode meta = body.path("meta");
        Optional<String> text = Json.text(meta, "developer_message")
                .or(() -> Json.text(body, "error"))
                .or(() -> Json.text(body, "message"));
        return text.flatMap(Dialog360Errors::documented)
                .or(() -> byStatus(meta, text, status))
                .map(code -> error(code, text.orElse(""), Json.text(meta, "360dialog_trace_id")));
    }

    private static Optional<String> documented(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        return TEXTS.stream()
                .filter(known -> words.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Only the form that names its maker is believed without a text that is known: any gateway may write the other two. */
    private static Optional<String> byStatus(JsonNode meta, Optional<String> text, int status) {
        boolean refuses =
                meta.path("success").isBoolean() && !meta.path("success").asBoolean();
        if (!refuses || text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (status) {
                    case UNAUTHORIZED -> API_KEY;
                    case FORBIDDEN -> BLOCKED;
                    default -> REFUSED;
                });
    }

    private static ObjectNode error(String code, String text, Optional<String> traceId) {
        ObjectNode envelope = Json.object();
        ObjectNode error = envelope.putObject("error").put("code", code).put("message", text);
        traceId.ifPresent(id -> error.put("fbtrace_id", id));
        return envelope;
    }
}
