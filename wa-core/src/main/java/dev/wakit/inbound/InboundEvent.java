package dev.wakit.inbound;

import dev.wakit.address.SenderId;
import java.time.Instant;
import java.util.Optional;

/**
 * One event of a webhook body.
 *
 * <p>What a provider cannot read becomes an {@link UnknownEvent}, so that nothing is lost and nothing is fatal.
 *
 * @since 0.1
 */
public sealed interface InboundEvent
        permits MessageReceived,
                StatusChanged,
                PreferenceChanged,
                TemplateStatusChanged,
                TemplateQualityChanged,
                SenderStandingChanged,
                UnknownEvent {

    /** The business number that the event concerns, where the BSP says so. */
    Optional<SenderId> sender();

    /** When it happened, by the BSP's clock. */
    Instant at();
}
