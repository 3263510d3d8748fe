/**
 * The root of WaKit: what a user types first, and the exceptions that every other package shares.
 *
 * <p>Start with {@link dev.wakit.WhatsAppException}: its direct subtypes are split by what the caller does next. Messages
 * live in {@code dev.wakit.message}, people in {@code dev.wakit.address}. Nothing here knows JSON, HTTP or a provider.
 */
@NullMarked
package dev.wakit;

import org.jspecify.annotations.NullMarked;
