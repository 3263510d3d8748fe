package dev.wakit.testkit.meta.internal.error;

/** Ends a request with an error envelope. Carries no stack trace: a refusal is an answer and not a fault. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient GraphError error;

    public Refusal(GraphError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    public GraphError error() {
        return error;
    }
}
