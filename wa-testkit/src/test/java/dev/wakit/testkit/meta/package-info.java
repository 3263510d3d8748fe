/** The simulator, seen over HTTP. */
@NullMarked
package dev.wakit.testkit.meta;

import org.jspecify.annotations.NullMarked;
