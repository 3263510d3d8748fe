/**
 * The Meta Cloud API behind the provider SPI.
 *
 * <p>Start with {@link dev.wakit.provider.meta.MetaProvider#builder(String, String)}. JSON and HTTP stay in the internal packages,
 * which are not API.
 */
@NullMarked
package dev.wakit.provider.meta;

import org.jspecify.annotations.NullMarked;
