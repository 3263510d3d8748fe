@NullMarked
package dev.wakit.catalog.money;

import org.jspecify.annotations.NullMarked;
