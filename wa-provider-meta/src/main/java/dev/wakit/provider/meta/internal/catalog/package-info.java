/**
 * Catalogs, over Graph; not API.
 */
@NullMarked
package dev.wakit.provider.meta.internal.catalog;

import org.jspecify.annotations.NullMarked;
