/** Catalogs, products and orders over REST, and what keeps them in step with WhatsApp. */
@NullMarked
package dev.wakit.samples.server.shop;

import org.jspecify.annotations.NullMarked;
