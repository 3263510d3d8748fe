package dev.wakit.testkit.twilio.internal.error;

/** Ends a request with an error. Carries no stack trace: a refusal is an answer and not a fault. */
public final class TwilioRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient TwilioError error;

    public TwilioRefusal(TwilioError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    public TwilioError error() {
        return error;
    }
}
