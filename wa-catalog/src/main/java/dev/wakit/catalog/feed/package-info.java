/**
 * Product files: CSV and TSV in the columns of Meta's product feeds or in a simple form of our own, and XML for Commerce Manager.
 *
 * <p>Start with {@link dev.wakit.catalog.feed.FeedImport} and {@link dev.wakit.catalog.feed.FeedExport}. Files are streamed: neither
 * holds more than a few hundred products.
 */
@NullMarked
package dev.wakit.catalog.feed;

import org.jspecify.annotations.NullMarked;
