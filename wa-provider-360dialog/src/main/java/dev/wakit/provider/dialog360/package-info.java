/**
 * 360dialog behind the provider SPI: Meta's Cloud API at another host, with its own key, templates, webhooks and errors.
 *
 * <p>Start with {@link dev.wakit.provider.dialog360.Dialog360Provider#builder(String, String)}.
 *
 * @since 0.1
 */
@NullMarked
package dev.wakit.provider.dialog360;

import org.jspecify.annotations.NullMarked;
