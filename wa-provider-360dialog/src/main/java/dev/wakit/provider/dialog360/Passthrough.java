package dev.wakit.provider.dialog360;

/**
 * What the Cloud API can do, and 360dialog's documentation does not say that it passes on. Off unless the account was seen to have
 * it, see {@link Dialog360ProviderBuilder#passesThrough(Passthrough...)}.
 *
 * @since 0.1
 */
public enum Passthrough {
    /**
     * Status webhooks repeat the callback data of the message. It is sent in any case, and used when it comes back; this only says
     * that it always does, so that silence means something.
     */
    CALLBACK_DATA,
    /** A message can be addressed by business-scoped user id alone. */
    BSUID,
    /** A message is delivered only while the identity hash holds; if 360dialog left it out, somebody else could read the message. */
    IDENTITY_CHECK,
    /** There is the edge {@code marketing_messages}; without it templates that ask for it go as any other. */
    MARKETING_MESSAGES
}
