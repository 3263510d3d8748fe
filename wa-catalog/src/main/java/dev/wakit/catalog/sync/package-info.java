/**
 * Mirrors a catalog to a BSP's, through a {@link dev.wakit.provider.CatalogGateway}.
 *
 * <p>Start with {@link dev.wakit.catalog.sync.CatalogSync}.
 */
@NullMarked
package dev.wakit.catalog.sync;

import org.jspecify.annotations.NullMarked;
