/** The errors of the Graph API and the envelope they travel in. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.meta.internal.error;

import org.jspecify.annotations.NullMarked;
