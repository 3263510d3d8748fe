@NullMarked
package dev.wakit.catalog.payment;

import org.jspecify.annotations.NullMarked;
