/**
 * The seam between WaKit and a BSP.
 *
 * <p>Start with {@link dev.wakit.provider.WhatsAppProvider}. A provider answers with a {@link dev.wakit.provider.SendOutcome}; it
 * does not throw for what the BSP says, it never repeats a POST, and it knows nothing of campaigns.
 */
@NullMarked
package dev.wakit.provider;

import org.jspecify.annotations.NullMarked;
