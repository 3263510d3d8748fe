package dev.wakit.inbound;

/**
 * The username of a business number changed.
 *
 * <p>Immutable.
 *
 * @param source where it came from
 * @param displayNumber the business number as it is displayed, in digits
 * @param username the username
 * @param status the BSP's word, such as {@code approved}
 * @since 0.1
 */
public record SenderUsernameChanged(EventSource source, String displayNumber, String username, String status)
        implements InboundEvent {}
