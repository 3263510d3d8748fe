package dev.wakit.campaign;

/**
 * A campaign cannot be created, scheduled or launched as it is asked for.
 *
 * @since 0.1
 */
public final class InvalidCampaignException extends CampaignException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    /**
     * Says what is wrong.
     *
     * @param problem which rule is broken
     * @param message what is wrong, with which value, what to do
     */
    public InvalidCampaignException(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    /** Which rule is broken. */
    public Problem problem() {
        return problem;
    }

    /** The rules of a campaign. */
    public enum Problem {
        /** No name, or a name that is too long. */
        NAME,
        /** The audience has no row. */
        EMPTY_AUDIENCE,
        /** The audience's file cannot be read as a whole. */
        UNREADABLE_AUDIENCE,
        /** The account has no such template in this language. */
        UNKNOWN_TEMPLATE,
        /** The template may not be sent now. */
        TEMPLATE_NOT_SENDABLE,
        /** The content and the template do not fit together. */
        TEMPLATE_MISMATCH,
        /** The content names a variable that no row of the audience has. */
        UNKNOWN_VARIABLE,
        /** The start or the send-by time has passed. */
        TIME_IN_THE_PAST,
        /** A content is given for a provider over which the campaign does not send. */
        UNUSED_CONTENT,
        /** The templates of its providers are of different categories. */
        DIFFERENT_CATEGORIES,
        /** A limit that its senders share is smaller than their number. */
        LIMIT_BELOW_SENDERS,
        /** The engine has no such provider. */
        UNKNOWN_PROVIDER,
        /** It has a spend budget, and the engine has no prices in its currency. */
        PRICES,
        /** The provider does not send this kind of message. */
        UNSUPPORTED_CONTENT
    }
}
