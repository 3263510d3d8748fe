/** Not part of the API. */
@NullMarked
package dev.wakit.catalog.internal;

import org.jspecify.annotations.NullMarked;
