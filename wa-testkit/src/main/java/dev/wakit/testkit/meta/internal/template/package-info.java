/** Registered templates, what is done with them, and the checks of a message against them. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.meta.internal.template;

import org.jspecify.annotations.NullMarked;
