package dev.wakit.provider.meta.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.AuthenticationException;
import dev.wakit.ProviderUnavailableException;
import dev.wakit.RateLimitedException;
import dev.wakit.RequestRefusedException;
import dev.wakit.TemplateException;
import dev.wakit.WhatsAppException;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ProviderError;
import dev.wakit.provider.meta.internal.error.GraphErrors;
import dev.wakit.provider.meta.internal.http.GraphAnswer;
import dev.wakit.provider.meta.internal.http.GraphRequest;
import dev.wakit.provider.meta.internal.http.GraphTransport;
import java.util.Optional;

/** Reading calls that block and throw; a GET changes nothing, so unlike a send it may be repeated. */
final class ManagementCalls {

    private static final int RETRIES = 2;
    private static final String INVALID_CURSOR = "131059";

    private final GraphTransport transport;
    private final ErrorPolicy errors;

    ManagementCalls(GraphTransport transport, ErrorPolicy errors) {
        this.transport = transport;
        this.errors = errors;
    }

    /**
     * The body of a successful answer.
     *
     * @throws WhatsAppException by what the caller can do about it
     */
    JsonNode get(GraphRequest request) {
        GraphAnswer answer = transport.get(request);
        for (int retry = 0; retry < RETRIES && mayPass(answer); retry++) {
            answer = transport.get(request);
        }
        if (answer instanceof GraphAnswer.Broken broken) {
            throw new ProviderUnavailableException("Meta could not be reached: "
                    + broken.failure().detail() + ". Check the network and try again later.");
        }
        var response = (GraphAnswer.Response) answer;
        return response.body().filter(body -> response.isSuccess()).orElseThrow(() -> refused(response));
    }

    private static boolean mayPass(GraphAnswer answer) {
        return answer instanceof GraphAnswer.Broken
                || (answer instanceof GraphAnswer.Response response && response.status() >= 500);
    }

    private WhatsAppException refused(GraphAnswer.Response response) {
        Optional<ProviderError> error =
                response.body().flatMap(body -> GraphErrors.fromResponse(body, response.status()));
        if (response.status() == 429) {
            error = Optional.of(GraphErrors.tooManyRequests(error));
        }
        return error.map(this::exception)
                .orElseGet(() -> new ProviderUnavailableException("Meta's answer cannot be read (HTTP "
                        + response.status() + "). Check that no proxy stands in between, and try again later."));
    }

    private WhatsAppException exception(ProviderError error) {
        if (error.code().equals(INVALID_CURSOR)) {
            return new CursorExpiredException();
        }
        ErrorRule rule = errors.ruleFor(error);
        String text = "Meta refused the request (" + error.code()
                + (error.title().isEmpty() ? "" : ": " + error.title()) + "). " + rule.advice();
        return switch (rule.category()) {
            case AUTH -> new AuthenticationException(text);
            case THROTTLE -> new RateLimitedException(text);
            case TEMPLATE -> new TemplateException(text);
            case SERVICE -> new ProviderUnavailableException(text);
            default -> new RequestRefusedException(text);
        };
    }

    /** A page pointer is too old; the listing can be begun again. */
    static final class CursorExpiredException extends WhatsAppException {

        private static final long serialVersionUID = 1L;

        CursorExpiredException() {
            super("Meta's page pointer expired (131059)");
        }
    }
}
