package dev.wakit.samples.quickstart.provider;

import dev.wakit.error.ProviderError;
import dev.wakit.message.MessageId;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.TransportFailure;
import dev.wakit.provider.TransportFailure.Kind;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an answer proves. */
final class SparrowAnswers {

    private static final Set<Integer> GIVEN_UP = Set.of(408, 409, 425, 499);
    private static final Pattern ACCEPTED = Pattern.compile("id=(SP\\d{8})&state=queued");
    private static final Pattern REFUSED = Pattern.compile("error=(\\d{3})&text=.*");

    private SparrowAnswers() {}

    // region judge
    static SendOutcome judge(SparrowAnswer answer) {
        if (answer instanceof SparrowAnswer.Broken broken) {
            return broken.begun()
                    ? new SendOutcome.Ambiguous(broken.failure())
                    : new SendOutcome.NotSent(broken.failure());
        }
        var response = (SparrowAnswer.Response) answer;
        int status = response.status();
        Matcher accepted = ACCEPTED.matcher(response.text());
        Matcher refused = REFUSED.matcher(response.text());
        if (status >= 500 || GIVEN_UP.contains(status)) {
            return unknown(Kind.SERVER_ERROR, status);
        } else if (status / 100 == 2 && accepted.matches()) {
            return new SendOutcome.Accepted(MessageId.of(accepted.group(1)), false);
        } else if (status >= 400 && refused.matches()) {
            return rejected(refused.group(1), status);
        } else if (status == 429) {
            return rejected("429", status);
        }
        return unknown(Kind.UNREADABLE, status);
    }
    // endregion

    private static SendOutcome rejected(String code, int status) {
        return new SendOutcome.Rejected(
                ProviderError.builder(code).httpStatus(status).build());
    }

    private static SendOutcome unknown(Kind kind, int status) {
        return new SendOutcome.Ambiguous(new TransportFailure(kind, "an answer that proves nothing", status));
    }
}
