package dev.wakit.provider.meta.internal.api;

import dev.wakit.AuthenticationException;
import dev.wakit.OutcomeUnknownException;
import dev.wakit.ProviderUnavailableException;
import dev.wakit.RateLimitedException;
import dev.wakit.RequestRefusedException;
import dev.wakit.TemplateException;
import dev.wakit.WhatsAppException;
import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorCategory;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ErrorScope;
import dev.wakit.error.ProviderError;
import dev.wakit.provider.http.HttpAnswer;
import dev.wakit.provider.meta.internal.error.GraphErrors;
import dev.wakit.provider.meta.internal.http.GraphCall;
import dev.wakit.provider.meta.internal.http.SendAnswers;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an answer that is not a success means for the caller. Immutable. */
public final class Refusals {

    private static final String INVALID_CURSOR = "131059";
    private static final String INVALID_PARAMETER = "100";
    private static final String NO_SUCH_OBJECT = "33";
    private static final Pattern BUSINESS_SUBCODE = Pattern.compile("2388\\d{3}|2593002");
    private static final int LONGEST_DETAIL = 300;
    private static final Pattern LONG_NUMBER = Pattern.compile("\\+?\\d[\\d ()-]{4,}\\d");
    private static final Pattern LONG_WORD = Pattern.compile("[A-Za-z0-9]{24,}");
    private static final int TOO_MANY = 429;
    private static final int SERVER_FAULT = 500;

    /** The table's row of this subcode speaks of the number, which is what a send asks for; other calls ask for anything. */
    private static final ErrorRule MISSING_OBJECT = new ErrorRule(
            NO_SUCH_OBJECT,
            "No such object",
            ErrorCategory.REQUEST,
            Disposition.FAIL_CAMPAIGN,
            ErrorScope.REQUEST,
            "There is nothing with the id of this call, or the token may not see it. Check the id, and that its account is"
                    + " assigned to the system user of the token.");

    private final ErrorPolicy errors;
    private final String name;

    /**
     * What refusals mean by a table of errors.
     *
     * @param errors the table
     * @param name who refuses, as it stands at the beginning of the texts
     */
    public Refusals(ErrorPolicy errors, String name) {
        this.errors = errors;
        this.name = name;
    }

    /** Whether the same call may succeed a moment later. */
    public boolean mayPass(HttpAnswer answer) {
        if (answer instanceof HttpAnswer.Broken) {
            return true;
        }
        var response = (HttpAnswer.Response) answer;
        // A throttle passes too, but not within the second or two that a repetition waits.
        return response.status() >= SERVER_FAULT
                || (response.status() != TOO_MANY
                        && error(response).filter(ProviderError::isTransient).isPresent());
    }

    /** Whether Meta says that there is no such object; it says the same of one that the token may not see. */
    boolean isAbsence(HttpAnswer answer) {
        return answer instanceof HttpAnswer.Response response
                && !response.isSuccess()
                && error(response)
                        .filter(error -> error.code().equals(INVALID_PARAMETER)
                                && error.subcode()
                                        .filter(NO_SUCH_OBJECT::equals)
                                        .isPresent())
                        .isPresent();
    }

    // As for a send: a fault in the middle of a change says nothing about what was done before it.
    private static boolean isOpen(HttpAnswer.Response response, Optional<ProviderError> error) {
        return response.status() >= SERVER_FAULT
                || error.map(SendAnswers::isUnsure).orElse(response.isSuccess());
    }

    /** The exception for an answer that is not a success, or a success that cannot be read. */
    WhatsAppException exception(GraphCall call, HttpAnswer answer) {
        return exception(call.isRead(), answer);
    }

    /**
     * The exception for an answer that is not a success, or a success that cannot be read.
     *
     * @param repeatable whether to ask twice does no more than to ask once, so that nobody need know whether it was done
     * @param answer what came
     */
    public WhatsAppException exception(boolean repeatable, HttpAnswer answer) {
        if (answer instanceof HttpAnswer.Broken broken) {
            return broken(repeatable, broken);
        }
        var response = (HttpAnswer.Response) answer;
        Optional<ProviderError> error = error(response);
        if (!repeatable && isOpen(response, error)) {
            return unknown("its answer settles nothing (HTTP " + response.status() + ")");
        }
        return error.map(this::refused)
                .orElseGet(() -> new ProviderUnavailableException(name + "'s answer cannot be read (HTTP "
                        + response.status() + "). Check that no proxy stands in between, and try again later."));
    }

    // What Meta says about a template or a setting is the only hint; a number in it may be somebody's, a long word a
    // token.
    private String said(ProviderError error) {
        String readable = LONG_WORD.matcher(error.detail()).replaceAll("[hidden]");
        String detail = LONG_NUMBER.matcher(readable).replaceAll("[number]").strip();
        if (detail.isEmpty()) {
            return "";
        }
        String shown = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) + "…" : detail;
        return name + " says: \"" + shown + "\". ";
    }

    private WhatsAppException broken(boolean repeatable, HttpAnswer.Broken broken) {
        String detail = broken.failure().detail();
        return repeatable || !broken.requestBegun()
                ? new ProviderUnavailableException(
                        name + " could not be reached: " + detail + ". Check the network and try again later.")
                : unknown(detail);
    }

    private OutcomeUnknownException unknown(String detail) {
        return new OutcomeUnknownException("Nobody knows whether " + name + " did what was asked: " + detail
                + ". Read the present state before you ask again.");
    }

    private static Optional<ProviderError> error(HttpAnswer.Response response) {
        Optional<ProviderError> error =
                response.json().flatMap(body -> GraphErrors.fromResponse(body, response.status()));
        return response.status() == TOO_MANY ? Optional.of(GraphErrors.tooManyRequests(error)) : error;
    }

    /**
     * The rule of a subcode. Code 100 stands for hundreds of reasons, and only for business calls does Meta number them; every
     * number of that family which is not in the table is about a template.
     */
    private Optional<ErrorRule> rule(String code, Optional<String> subcode) {
        Optional<String> counted = subcode.filter(given -> code.equals(INVALID_PARAMETER));
        if (counted.filter(NO_SUCH_OBJECT::equals).isPresent()) {
            return Optional.of(MISSING_OBJECT);
        }
        return counted.filter(given -> BUSINESS_SUBCODE.matcher(given).matches())
                .map(given -> errors.find(given)
                        .orElseGet(() -> new ErrorRule(
                                given,
                                "Template call refused",
                                ErrorCategory.TEMPLATE,
                                Disposition.FAIL_CAMPAIGN,
                                ErrorScope.TEMPLATE,
                                "Change the template as " + name + " says.")));
    }

    private WhatsAppException refused(ProviderError error) {
        if (error.code().equals(INVALID_CURSOR)) {
            return new CursorExpiredException();
        }
        Optional<ErrorRule> precise = rule(error.code(), error.subcode());
        ErrorRule rule = precise.orElseGet(() -> errors.ruleFor(error));
        String title = precise.map(ErrorRule::title).orElse(error.title());
        String text = name + " refused the request (" + error.code()
                + error.subcode().map(subcode -> "/" + subcode).orElse("")
                + (title.isEmpty() ? "" : ": " + title) + "). " + said(error) + rule.advice();
        return switch (rule.category()) {
            case AUTH -> new AuthenticationException(text);
            case THROTTLE -> new RateLimitedException(text);
            case TEMPLATE -> new TemplateException(text);
            case SERVICE -> new ProviderUnavailableException(text);
            default -> new RequestRefusedException(text);
        };
    }
}
