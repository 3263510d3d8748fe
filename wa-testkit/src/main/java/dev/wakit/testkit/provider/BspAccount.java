package dev.wakit.testkit.provider;

import dev.wakit.provider.WhatsAppProvider;

/**
 * An account at a stand-in of a BSP that keeps templates and media or lists messages, such as a
 * simulator: empty, but for what every account has.
 *
 * @since 0.1
 */
public interface BspAccount extends AutoCloseable {

    /** A provider of this account; closed by {@link #close()}. What it finds it asks the BSP for: no caches. */
    WhatsAppProvider provider();

    /** Ends the stand-in and closes the provider. */
    @Override
    void close();
}
