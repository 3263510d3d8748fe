package dev.wakit.catalog.feed;

import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.CatalogId;
import dev.wakit.catalog.InvalidProductException;
import dev.wakit.catalog.RuleBreak;
import dev.wakit.catalog.Shop;
import dev.wakit.catalog.StaleVersionException;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.Products;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes the products of a CSV or TSV file over into a catalog. Thread-safe; one file after the other is faster than two at once.
 *
 * <p>Rows are recognised by their id: what is there is changed, what is new is added, nothing is removed. A column that the file does not
 * have keeps its value, so that a file with {@code id} and {@code price} changes prices only; an empty cell removes a value. A row that
 * breaks a rule is told and left out, and does not stop the others. The file is read once, in batches that are written each as a whole;
 * after an error or a crash the file may simply be imported again.
 *
 * @since 0.1
 */
public final class FeedImport {

    private static final int BATCH = 200;
    private static final int REPEATS = 5;

    private final Products products;
    private final Catalog catalog;

    private FeedImport(Products products, Catalog catalog) {
        this.products = products;
        this.catalog = catalog;
    }

    /**
     * Into a catalog.
     *
     * @throws dev.wakit.catalog.NotFoundException if there is no such catalog
     */
    public static FeedImport into(Shop shop, CatalogId catalog) {
        return new FeedImport(shop.products(), shop.catalogs().get(catalog));
    }

    /**
     * Reads a file to its end, and closes it. A header with {@code sku} and without {@code id} is of the {@linkplain FeedStyle#SIMPLE
     * simple form}.
     *
     * @throws InvalidProductException if the header cannot be used; then nothing was written
     * @throws IOException if the file cannot be read to its end; batches before that were written
     */
    public ImportReport read(InputStream file, FeedFormat format) throws IOException {
        var run = new Run();
        try (FeedReader reader = FeedReader.open(file, format)) {
            var batch = new ArrayList<FeedRow>();
            while (reader.next((line, values) -> run.take(batch, line, values), run::reject)) {
                if (batch.size() == BATCH) {
                    write(batch, reader.isSimple(), run);
                    batch.clear();
                }
            }
            write(batch, reader.isSimple(), run);
            return run.report(reader.rows());
        }
    }

    // Somebody else may change a product of the batch between reading and writing; then all of it is computed again.
    private void write(List<FeedRow> rows, boolean isSimple, Run run) {
        for (int repeat = 0; ; repeat++) {
            FeedBatch batch = FeedBatch.of(products, catalog, rows, isSimple);
            List<Product> changes = batch.changes();
            try {
                products.save(changes);
                run.add(batch, changes);
                return;
            } catch (StaleVersionException | InvalidProductException changedMeanwhile) {
                if (repeat == REPEATS) {
                    throw changedMeanwhile;
                }
            }
        }
    }

    /** What an import has done so far. */
    private static final class Run {

        private final Set<String> ids = new HashSet<>();
        private final List<RowProblem> problems = new ArrayList<>();
        private long added;
        private long changed;
        private long unchanged;
        private long rejected;

        void take(List<FeedRow> batch, long line, Map<String, String> values) {
            String id = values.getOrDefault("id", "");
            if (id.isEmpty() || ids.add(id)) {
                batch.add(new FeedRow(line, values));
            } else {
                reject(new RowProblem(
                        line, new RuleBreak("id", id, "A row before has it", "Remove one, or give it another id.")));
            }
        }

        void reject(RowProblem problem) {
            rejected++;
            tell(problem);
        }

        private void tell(RowProblem problem) {
            if (problems.size() < ImportReport.MOST_PROBLEMS) {
                problems.add(problem);
            }
        }

        void add(FeedBatch batch, List<Product> changes) {
            long fresh =
                    changes.stream().filter(product -> product.version() == 1).count();
            added += fresh;
            changed += changes.size() - fresh;
            unchanged += batch.unchanged();
            rejected += batch.rejected();
            batch.problems().forEach(this::tell);
        }

        ImportReport report(long rows) {
            problems.sort(java.util.Comparator.comparingLong(RowProblem::line));
            return new ImportReport(rows, added, changed, unchanged, rejected, problems);
        }
    }
}
