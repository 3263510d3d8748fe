package dev.wakit.provider;

import dev.wakit.error.ProviderError;
import dev.wakit.message.MessageId;

/**
 * What one send request led to.
 *
 * <p>Only {@link Accepted} and {@link Rejected} and {@link NotSent} are facts. {@link Ambiguous} is the honest fourth case: the
 * message may or may not be on its way, and only evidence that arrives later can tell.
 *
 * @since 0.1
 */
public sealed interface SendOutcome {

    /**
     * The BSP took the message. It is not sent yet: only a status webhook says that.
     *
     * @param messageId the BSP's id
     * @param heldForQuality whether the BSP holds it back to watch the quality of a new template; it may be dropped later
     */
    record Accepted(MessageId messageId, boolean heldForQuality) implements SendOutcome {}

    /**
     * The BSP refused the message, and nothing was sent.
     *
     * @param error why
     */
    record Rejected(ProviderError error) implements SendOutcome {}

    /**
     * No byte of the request left this machine, so nothing was sent.
     *
     * @param failure why
     */
    record NotSent(TransportFailure failure) implements SendOutcome {}

    /**
     * The message may have been sent or not.
     *
     * @param failure what was seen
     */
    record Ambiguous(TransportFailure failure) implements SendOutcome {}
}
