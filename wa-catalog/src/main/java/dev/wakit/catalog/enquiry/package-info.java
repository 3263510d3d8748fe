/**
 * Messages of customers about a product.
 *
 * <p>Start with {@link dev.wakit.catalog.enquiry.Enquiries}.
 */
@NullMarked
package dev.wakit.catalog.enquiry;

import org.jspecify.annotations.NullMarked;
