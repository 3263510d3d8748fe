/** The simulated catalog API. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.meta.internal.catalog;

import org.jspecify.annotations.NullMarked;
