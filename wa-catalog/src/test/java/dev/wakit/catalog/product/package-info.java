@NullMarked
package dev.wakit.catalog.product;

import org.jspecify.annotations.NullMarked;
