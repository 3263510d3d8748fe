/**
 * What a BSP keeps of catalogs, and what can be changed there; see {@link dev.wakit.provider.CatalogGateway}.
 *
 * <p>The products that a business keeps itself are in the module {@code wa-catalog}.
 */
@NullMarked
package dev.wakit.commerce.catalog;

import org.jspecify.annotations.NullMarked;
