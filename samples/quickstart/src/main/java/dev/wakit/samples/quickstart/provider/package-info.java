/** A whole provider for a BSP that does not exist, as an example for those who write one. */
@NullMarked
package dev.wakit.samples.quickstart.provider;

import org.jspecify.annotations.NullMarked;
