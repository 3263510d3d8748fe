package dev.wakit.provider.twilio.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.WhatsAppException;
import dev.wakit.error.ProviderError;
import dev.wakit.message.MessageId;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendOutcome.Accepted;
import dev.wakit.provider.SendOutcome.Ambiguous;
import dev.wakit.provider.SendOutcome.NotSent;
import dev.wakit.provider.SendOutcome.Rejected;
import dev.wakit.provider.TransportFailure;
import dev.wakit.provider.TransportFailure.Kind;
import dev.wakit.provider.http.HttpAnswer;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.twilio.internal.error.TwilioErrors;
import java.util.Optional;
import java.util.Set;

/**
 * What the answer to a send proves.
 *
 * <p>Twilio promises that a request answered with 429 or 422 was never processed, so these two are refusals whatever the body is.
 * Any other refusal counts only with a code of Twilio in it, since a proxy may have written the rest.
 */
public final class SendAnswers {

    /** Statuses that say that the request was given up half way, not that it was refused. */
    private static final Set<Integer> GIVEN_UP = Set.of(408, 409, 425, 499);

    /** Codes of faults inside Twilio, after which the message may exist, whatever the HTTP status. */
    private static final Set<String> UNSURE = Set.of("503", "20500", "20503", "20504");

    private SendAnswers() {}

    /** The outcome of a send. */
    public static SendOutcome classify(HttpAnswer answer) {
        if (answer instanceof HttpAnswer.Broken broken) {
            return broken.requestBegun() ? new Ambiguous(broken.failure()) : new NotSent(broken.failure());
        }
        var response = (HttpAnswer.Response) answer;
        if (response.isSuccess()) {
            return response.json()
                    .flatMap(SendAnswers::accepted)
                    .orElseGet(() -> ambiguous(Kind.UNREADABLE, "a success without a message SID", response));
        }
        if (response.status() >= 500) {
            return ambiguous(Kind.SERVER_ERROR, "a server fault", response);
        }
        if (GIVEN_UP.contains(response.status())) {
            return ambiguous(Kind.SERVER_ERROR, "the request was given up half way", response);
        }
        if (response.status() < 400) {
            return ambiguous(Kind.UNREADABLE, "a redirect, which is not followed", response);
        }
        Optional<ProviderError> error = refusal(response);
        if (error.filter(SendAnswers::isUnsure).isPresent()) {
            return ambiguous(Kind.SERVER_ERROR, "a server fault", response);
        }
        return error.<SendOutcome>map(Rejected::new)
                .orElseGet(() -> ambiguous(Kind.UNREADABLE, "a refusal without a code of Twilio", response));
    }

    /** The error of an answer that refuses, as far as Twilio wrote it. */
    static Optional<ProviderError> refusal(HttpAnswer.Response response) {
        return response.json()
                .flatMap(body -> TwilioErrors.fromResponse(body, response.status()))
                .or(() -> TwilioErrors.fromStatus(response.status()));
    }

    /** Whether the fault leaves open what was done. A 429 or 422 never does. */
    static boolean isUnsure(ProviderError error) {
        return UNSURE.contains(error.code()) && error.httpStatus() != 429 && error.httpStatus() != 422;
    }

    private static Optional<SendOutcome> accepted(JsonNode body) {
        return Json.text(body, "sid").flatMap(SendAnswers::messageId).map(id -> new Accepted(id, false));
    }

    private static Optional<MessageId> messageId(String id) {
        try {
            return Optional.of(MessageId.of(id));
        } catch (WhatsAppException notAnId) {
            return Optional.empty();
        }
    }

    private static SendOutcome ambiguous(Kind kind, String what, HttpAnswer.Response response) {
        return new Ambiguous(new TransportFailure(kind, what + " (HTTP " + response.status() + ")", response.status()));
    }
}
