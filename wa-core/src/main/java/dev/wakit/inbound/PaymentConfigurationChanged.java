package dev.wakit.inbound;

import java.time.Instant;

/**
 * A way to be paid was connected, changed or disconnected.
 *
 * <p>Immutable.
 *
 * @param source where it came from
 * @param name the name of the configuration
 * @param provider the payment gateway
 * @param merchantId our id at the gateway
 * @param status the BSP's word
 * @param createdAt when it was made; {@link Instant#MAX} if not named
 * @param updatedAt when it last changed; {@link Instant#MAX} if not named
 * @since 0.1
 */
public record PaymentConfigurationChanged(
        EventSource source,
        String name,
        String provider,
        String merchantId,
        String status,
        Instant createdAt,
        Instant updatedAt)
        implements InboundEvent {}
