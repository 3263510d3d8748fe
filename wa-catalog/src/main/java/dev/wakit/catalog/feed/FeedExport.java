package dev.wakit.catalog.feed;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.CatalogId;
import dev.wakit.catalog.Shop;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ProductQuery;
import dev.wakit.catalog.product.ProductStatus;
import dev.wakit.catalog.product.Products;
import dev.wakit.catalog.product.Variant;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Writes the products of a catalog that are for sale into a file. Thread-safe.
 *
 * <p>Importing the file again changes nothing. Texts are written as they are, also those that a spreadsheet would take for a formula:
 * Commerce Manager would show an escape to customers. Products that are added while it writes may be left out.
 *
 * @since 0.1
 */
public final class FeedExport {

    private static final int PAGE = 200;

    private final Products products;
    private final Catalog catalog;

    private FeedExport(Products products, Catalog catalog) {
        this.products = products;
        this.catalog = catalog;
    }

    /**
     * Of a catalog.
     *
     * @throws dev.wakit.catalog.NotFoundException if there is no such catalog
     */
    public static FeedExport of(Shop shop, CatalogId catalog) {
        return new FeedExport(shop.products(), shop.catalogs().get(catalog));
    }

    /**
     * Writes a CSV or TSV file, and leaves the stream open.
     *
     * @return how many variants were written
     */
    public long write(OutputStream file, FeedFormat format, FeedStyle style) throws IOException {
        List<String> columns = columns();
        CsvWriter csv = CsvWriter.builder().fieldSeparator(format.separator()).build(file, StandardCharsets.UTF_8);
        csv.writeRecord(columns.stream().map(style::name).toList());
        long written = each(item -> csv.writeRecord(
                columns.stream().map(column -> item.getOrDefault(column, "")).toList()));
        csv.flush();
        return written;
    }

    /**
     * Writes an RSS file that Commerce Manager can fetch, and leaves the stream open. Columns whose name is no name of XML, and
     * characters that XML cannot hold, are left out.
     *
     * @param link the address of the shop
     * @return how many variants were written
     */
    public long writeXml(OutputStream file, String link) throws IOException {
        try (var xml = new XmlFeed(file, catalog.name(), link)) {
            return each(xml::item);
        }
    }

    // The header comes first, so the catalog is read twice.
    private List<String> columns() throws IOException {
        var more = new TreeSet<String>();
        each(item -> more.addAll(item.keySet()));
        FeedColumns.META.forEach(more::remove);
        var columns = new ArrayList<>(FeedColumns.META);
        columns.addAll(more);
        return columns;
    }

    private long each(ItemWriter writer) throws IOException {
        ProductQuery query = ProductQuery.first(PAGE).statuses(Set.of(ProductStatus.ACTIVE));
        long written = 0;
        List<Product> page = products.list(catalog.id(), query);
        while (!page.isEmpty()) {
            for (Product product : page) {
                for (Variant variant : product.variants()) {
                    if (variant.isForSale()) {
                        writer.write(FeedItem.of(product.texts(), variant));
                        written++;
                    }
                }
            }
            page = products.list(
                    catalog.id(), query.after(page.get(page.size() - 1).id()));
        }
        return written;
    }

    /** Takes one item. */
    @FunctionalInterface
    private interface ItemWriter {
        void write(SortedMap<String, String> item) throws IOException;
    }
}
