package dev.wakit.provider.twilio.internal.api;

import dev.wakit.AuthenticationException;
import dev.wakit.OutcomeUnknownException;
import dev.wakit.ProviderUnavailableException;
import dev.wakit.RateLimitedException;
import dev.wakit.RequestRefusedException;
import dev.wakit.TemplateException;
import dev.wakit.WhatsAppException;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ProviderError;
import dev.wakit.provider.http.HttpAnswer;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What an answer that is not a success means for the caller. */
final class Refusals {

    private static final int NOT_FOUND = 404;
    private static final int SERVER_FAULT = 500;
    private static final int LONGEST_DETAIL = 300;
    private static final Set<Integer> GIVEN_UP = Set.of(408, 409, 425, 499);
    private static final Pattern LONG_NUMBER = Pattern.compile("\\+?\\d[\\d ()-]{4,}\\d");
    private static final Pattern LONG_WORD = Pattern.compile("[A-Za-z0-9]{35,}");

    private final ErrorPolicy errors;

    Refusals(ErrorPolicy errors) {
        this.errors = errors;
    }

    /** Whether Twilio says that there is no such thing in the account. */
    static boolean isAbsence(HttpAnswer answer) {
        return answer instanceof HttpAnswer.Response response
                && response.status() == NOT_FOUND
                && SendAnswers.refusal(response).isPresent();
    }

    /** The exception for an answer that is not a success, or a success that cannot be read. */
    WhatsAppException exception(boolean read, HttpAnswer answer) {
        if (answer instanceof HttpAnswer.Broken broken) {
            String detail = broken.failure().detail();
            return read || !broken.requestBegun()
                    ? new ProviderUnavailableException(
                            "Twilio could not be reached: " + detail + ". Check the network and try again later.")
                    : unknown(detail);
        }
        var response = (HttpAnswer.Response) answer;
        Optional<ProviderError> error = SendAnswers.refusal(response);
        if (!read && isOpen(response, error)) {
            return unknown("its answer settles nothing (HTTP " + response.status() + ")");
        }
        return error.map(this::refused)
                .orElseGet(() -> new ProviderUnavailableException("Twilio's answer cannot be read (HTTP "
                        + response.status() + "). Check that no proxy stands in between, and try again later."));
    }

    // As for a send: a fault in the middle of a change says nothing about what was done before it.
    private static boolean isOpen(HttpAnswer.Response response, Optional<ProviderError> error) {
        return response.status() >= SERVER_FAULT
                || GIVEN_UP.contains(response.status())
                || error.map(SendAnswers::isUnsure).orElse(response.isSuccess());
    }

    private static OutcomeUnknownException unknown(String detail) {
        return new OutcomeUnknownException("Nobody knows whether Twilio did what was asked: " + detail
                + ". Read the present state before you ask again.");
    }

    private WhatsAppException refused(ProviderError error) {
        ErrorRule rule = errors.ruleFor(error);
        String text = "Twilio refused the request (" + error.code()
                + (error.title().isEmpty() ? "" : ": " + error.title()) + "). " + said(error) + rule.advice();
        return switch (rule.category()) {
            case AUTH -> new AuthenticationException(text);
            case THROTTLE -> new RateLimitedException(text);
            case TEMPLATE -> new TemplateException(text);
            case SERVICE -> new ProviderUnavailableException(text);
            default -> new RequestRefusedException(text);
        };
    }

    // What Twilio says about a Content is the only hint; a number in it may be somebody's, a long word a secret. A SID
    // has 34 characters and is none.
    private static String said(ProviderError error) {
        String readable = LONG_WORD.matcher(error.detail()).replaceAll("[hidden]");
        String detail = LONG_NUMBER.matcher(readable).replaceAll("[number]").strip();
        if (detail.isEmpty()) {
            return "";
        }
        String shown = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) + "…" : detail;
        return "Twilio says: \"" + shown + "\". ";
    }
}
