/** Placeholder. */
@org.jspecify.annotations.NullMarked
package dev.wakit.campaign;
