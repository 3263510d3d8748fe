@NullMarked
package dev.wakit.catalog.order;

import org.jspecify.annotations.NullMarked;
