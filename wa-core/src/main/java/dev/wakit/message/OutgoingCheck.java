package dev.wakit.message;

import dev.wakit.TenantId;
import java.util.List;

/**
 * Looks at messages right before they are sent, such as {@code wa-catalog} does with products that are out of stock.
 *
 * <p>Called for every message of every campaign and single send, on the threads that send: be quick and thread-safe.
 *
 * @since 0.1
 */
public interface OutgoingCheck {

    /**
     * Returns the message as it may be sent now: the same one, or a copy without what cannot be sent.
     *
     * <p>A {@link dev.wakit.WhatsAppException} of another kind than those below says that it cannot be told now; the message waits and
     * is asked about again.
     *
     * @param tenant whose message it is
     * @param message with one person's values
     * @throws MessageWithheldException if nothing that is worth sending is left
     * @throws dev.wakit.InvalidMessageException if it breaks a rule of WhatsApp
     */
    Message check(TenantId tenant, Message message);

    /**
     * Told after the BSP accepted messages, as they were sent; does nothing here. A message whose answer was lost is not told. What is
     * thrown is logged and changes nothing.
     *
     * @param tenant whose messages they were
     * @param messages at least one; equal ones are not merged
     */
    default void accepted(TenantId tenant, List<Message> messages) {}
}
