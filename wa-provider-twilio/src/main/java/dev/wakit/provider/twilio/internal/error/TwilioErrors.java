package dev.wakit.provider.twilio.internal.error;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ProviderError;
import dev.wakit.provider.http.Json;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads Twilio's errors, and owns the tables of their codes.
 *
 * <p>A title is the table's: the free text of an answer or of a status goes to the detail, because it may repeat what was sent.
 */
public final class TwilioErrors {

    /** The API has too many requests at once; the code of any 429 that names none we know. */
    public static final String TOO_MANY_REQUESTS = "20429";

    /** WhatsApp has no approved template in this language. */
    public static final String NO_TEMPLATE = "63027";

    /** The values do not fit the template. */
    public static final String WRONG_VARIABLES = "63028";

    private static final String FOLDER = "/dev/wakit/provider/twilio/";

    /** The codes for any refusal with one of these statuses that names none we know. */
    private static final Map<Integer, String> BY_STATUS =
            Map.of(429, TOO_MANY_REQUESTS, 422, "20422", 401, "20003", 403, "20003");

    /** Codes of Twilio under which WhatsApp's own code decides, where one is told. */
    private static final String[] GENERAL = {"63018", "63024", "63049"};

    private static final ErrorPolicy TABLE = load();
    private static final ChannelWords CHANNEL = ChannelWords.fromCsv(resource("channel-words.csv"));

    private TwilioErrors() {}

    private static ErrorPolicy load() {
        var rules = new ArrayList<ErrorRule>();
        for (String file : List.of("code-families.csv", "channel-codes.csv", "error-codes.csv")) {
            rules.addAll(ErrorPolicy.fromCsv(resource(file)).rules());
        }
        return ErrorPolicy.of(rules).refinedBySubcode(GENERAL).withFinalRegions(resource("final-regions.csv"));
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(TwilioErrors.class.getResourceAsStream(FOLDER + name), name);
    }

    /** What Twilio's codes mean. */
    public static ErrorPolicy table() {
        return TABLE;
    }

    /** The error of an answer's body, or empty if it names no code. Newer APIs write the status under another name. */
    public static Optional<ProviderError> fromResponse(JsonNode body, int httpStatus) {
        return Json.text(body, "code").map(code -> {
            String detail = Json.text(body, "message")
                    .or(() -> Json.text(body, "detail"))
                    .orElse("");
            String known = isKnown(code) ? code : BY_STATUS.getOrDefault(httpStatus, code);
            return ProviderError.builder(known)
                    .subcode(known.equals(code) ? CHANNEL.meaning(code, detail).orElse(null) : code)
                    .title(title(known))
                    .detail(detail)
                    .httpStatus(httpStatus)
                    .build();
        });
    }

    /** The error for a status that is a refusal whatever the body says; empty if the status alone is none. */
    public static Optional<ProviderError> fromStatus(int httpStatus) {
        boolean never = httpStatus == 429 || httpStatus == 422;
        return Optional.ofNullable(BY_STATUS.get(httpStatus))
                .filter(code -> never)
                .map(code -> ProviderError.builder(code)
                        .title(title(code))
                        .httpStatus(httpStatus)
                        .build());
    }

    /**
     * The error of a message that was not delivered.
     *
     * @param code Twilio's code; empty if it gave none
     * @param channelText what the channel said; empty if nothing
     */
    public static ProviderError ofMessage(String code, String channelText) {
        // A failure without a code is a failure still.
        String told = code.isBlank() ? "unknown" : code.strip();
        return ProviderError.builder(told)
                .subcode(CHANNEL.meaning(told, channelText).orElse(null))
                .title(title(told))
                .detail(channelText)
                .build();
    }

    /**
     * A refusal that we know of before Twilio is asked.
     *
     * @param code the code that Twilio would answer with
     * @param sentence what is wrong and how to mend it, without values
     */
    public static ProviderError ofOurs(String code, String sentence) {
        return ProviderError.builder(code).title(sentence).build();
    }

    /** Whether the table has a row for exactly this code. */
    public static boolean isKnown(String code) {
        return TABLE.find(code).filter(rule -> rule.code().equals(code)).isPresent();
    }

    private static String title(String code) {
        return TABLE.find(code).map(ErrorRule::title).orElse("");
    }
}
