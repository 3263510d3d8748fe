package dev.wakit.provider.meta.internal.http;

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
import dev.wakit.provider.meta.internal.error.GraphErrors;
import java.util.Optional;
import java.util.Set;

/**
 * What the answer to a send proves.
 *
 * <p>The rule: only a documented proof that nothing was sent, or that the message was taken, is a fact. An answer of any other
 * form is ambiguous, also when it is a page of a proxy that most likely stopped the request: being wrong there costs a second
 * message to a person, being careful costs a look at an unknown delivery.
 */
public final class SendAnswers {

    /** Statuses that say that the request was given up half way, not that it was refused. */
    private static final Set<Integer> GIVEN_UP = Set.of(408, 409, 425, 499);

    /** Codes that Meta sends with a 5xx status although they refuse the request. */
    private static final Set<String> REFUSED_WITH_5XX = Set.of("3", "131057", "131045", "133000", "134102");

    /**
     * Codes of faults inside Meta's own service. Its documentation leaves open whether the message went out, whatever the HTTP
     * status, so a send that met one is never repeated without evidence.
     */
    private static final Set<String> UNSURE = Set.of("1", "2", "131000", "131016", "131027");

    private static final Set<String> HELD = Set.of("held_for_quality_assessment", "paused");

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
                    .orElseGet(() -> ambiguous(Kind.UNREADABLE, "a success without a message id", response));
        }
        Optional<ProviderError> error =
                response.json().flatMap(body -> GraphErrors.fromResponse(body, response.status()));
        if (response.status() == 429) {
            return new Rejected(GraphErrors.tooManyRequests(error));
        }
        if (response.status() >= 500) {
            return error.filter(told -> REFUSED_WITH_5XX.contains(told.code()))
                    .<SendOutcome>map(Rejected::new)
                    .orElseGet(() -> ambiguous(Kind.SERVER_ERROR, serverError(error), response));
        }
        if (GIVEN_UP.contains(response.status())) {
            return ambiguous(Kind.SERVER_ERROR, "the request was given up half way", response);
        }
        if (response.status() < 400) {
            return ambiguous(Kind.UNREADABLE, "a redirect, which is not followed", response);
        }
        if (error.filter(SendAnswers::isUnsure).isPresent()) {
            return ambiguous(Kind.SERVER_ERROR, serverError(error), response);
        }
        return error.<SendOutcome>map(Rejected::new)
                .orElseGet(() -> ambiguous(Kind.UNREADABLE, "a refusal without an error object", response));
    }

    /** A fault that nobody has described and that "may pass" is no refusal. */
    public static boolean isUnsure(ProviderError error) {
        boolean known = GraphErrors.table().find(error.code()).isPresent();
        return UNSURE.contains(error.code()) || (!known && error.isTransient());
    }

    private static Optional<SendOutcome> accepted(JsonNode body) {
        JsonNode message = body.path("messages").path(0);
        boolean held =
                Json.text(message, "message_status").filter(HELD::contains).isPresent();
        return Json.text(message, "id").flatMap(SendAnswers::messageId).map(id -> new Accepted(id, held));
    }

    private static Optional<MessageId> messageId(String id) {
        try {
            return Optional.of(MessageId.of(id));
        } catch (WhatsAppException notAnId) {
            return Optional.empty();
        }
    }

    private static String serverError(Optional<ProviderError> error) {
        return error.map(told -> "a server fault with code " + told.code()).orElse("a server fault");
    }

    private static SendOutcome ambiguous(Kind kind, String what, HttpAnswer.Response response) {
        return new Ambiguous(new TransportFailure(kind, what + " (HTTP " + response.status() + ")", response.status()));
    }
}
