package dev.wakit.inbound;

/**
 * What the account may do changed.
 *
 * <p>Immutable.
 *
 * @param source where it came from
 * @param perBusiness how many people all numbers of the portfolio together may write to
 * @param perNumber how many people one number may write to; not sent any more
 * @param maxNumbersPerBusiness how many numbers the portfolio may have; 0 if not named
 * @param maxNumbersPerAccount how many numbers the account may have; 0 if not named
 * @since 0.1
 */
public record CapabilitiesChanged(
        EventSource source,
        MessagingLimit perBusiness,
        MessagingLimit perNumber,
        int maxNumbersPerBusiness,
        int maxNumbersPerAccount)
        implements InboundEvent {}
