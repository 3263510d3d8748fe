package dev.wakit.inbound;

import dev.wakit.TenantId;

/**
 * Takes events of webhooks over for good, such as {@code wa-catalog} does with orders.
 *
 * <p>An event is told before its webhook is settled, and again when the listener threw or the process died: at least once, and in any
 * order. So take it over durably, know what was taken over, and throw when that is not possible now. Called on the threads of who reads
 * webhooks: be quick and thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface InboundListener {

    /**
     * Takes an event over.
     *
     * @param tenant whose webhook it was
     * @param event anything but a {@link StatusChanged}
     */
    void on(TenantId tenant, InboundEvent event);
}
