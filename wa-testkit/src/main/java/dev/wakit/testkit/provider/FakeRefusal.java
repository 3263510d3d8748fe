package dev.wakit.testkit.provider;

import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorCategory;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ErrorScope;
import dev.wakit.error.ProviderError;
import java.util.Arrays;

/**
 * Why a {@link FakeProvider} refuses a message: one reason for everything that a sender may do about it.
 *
 * @since 0.1
 */
public enum FakeRefusal {
    /** The sender is too fast. */
    THROTTLED(429, ErrorCategory.THROTTLE, Disposition.THROTTLE_LANE, ErrorScope.SENDER, "Send slower."),
    /** A fault that may pass. */
    OVERLOADED(400, ErrorCategory.SERVICE, Disposition.RETRY_BACKOFF, ErrorScope.REQUEST, "Try again later."),
    /** The person had too many such messages. */
    TOO_OFTEN(400, ErrorCategory.RECIPIENT, Disposition.RETRY_AFTER_24H, ErrorScope.RECIPIENT, "Wait a day."),
    /** The person cannot be reached. */
    UNREACHABLE(400, ErrorCategory.RECIPIENT, Disposition.FAIL_RECIPIENT, ErrorScope.RECIPIENT, "Check the number."),
    /** The person wants no such messages. */
    OPTED_OUT(400, ErrorCategory.RECIPIENT, Disposition.OPT_OUT, ErrorScope.RECIPIENT, "Do not write again."),
    /** The account may not send for now. */
    RESTRICTED(403, ErrorCategory.INTEGRITY, Disposition.PAUSE_CAMPAIGN, ErrorScope.ACCOUNT, "Pay the invoice."),
    /** The template does not exist. */
    NO_TEMPLATE(404, ErrorCategory.TEMPLATE, Disposition.FAIL_CAMPAIGN, ErrorScope.TEMPLATE, "Create the template."),
    /** The token has expired. */
    BAD_TOKEN(401, ErrorCategory.AUTH, Disposition.REFRESH_CREDENTIALS, ErrorScope.ACCOUNT, "Replace the token.");

    private final int httpStatus;

    @SuppressWarnings("ImmutableEnumChecker") // an immutable record, which the checker cannot see
    private final ErrorRule rule;

    FakeRefusal(int httpStatus, ErrorCategory category, Disposition disposition, ErrorScope scope, String advice) {
        this.httpStatus = httpStatus;
        this.rule = new ErrorRule(name(), "Refused on purpose", category, disposition, scope, advice);
    }

    /** What a sender does about it. */
    public Disposition disposition() {
        return rule.disposition();
    }

    /** How much it concerns. */
    public ErrorScope scope() {
        return rule.scope();
    }

    /** The error with which it is reported; its code is the name of the constant. */
    public ProviderError error() {
        return ProviderError.builder(name())
                .title(rule.title())
                .httpStatus(httpStatus)
                .build();
    }

    static ErrorPolicy policy() {
        return ErrorPolicy.of(
                Arrays.stream(values()).map(refusal -> refusal.rule).toList());
    }
}
