@NullMarked
package dev.wakit.catalog.intake;

import org.jspecify.annotations.NullMarked;
