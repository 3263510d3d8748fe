package dev.wakit.catalog.feed;

import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ProductSpec;
import dev.wakit.catalog.product.ProductTexts;
import dev.wakit.catalog.product.Variant;
import dev.wakit.catalog.product.VariantSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a batch that belong to one product.
 *
 * <p>A file has a title for each variant, and a product has one for all of them; a variant whose title is another one carries it as a
 * column of its own. The same goes for description and link. The product's own text stays as long as a row has it, or variants are left
 * that are not in the batch. Not thread-safe.
 */
final class FeedTarget {

    private final @Nullable Product known;
    private final Map<String, ProductSpec> items = new LinkedHashMap<>();
    private final List<Long> lines = new ArrayList<>();

    FeedTarget(@Nullable Product known) {
        this.known = known;
    }

    @Nullable Product known() {
        return known;
    }

    List<Long> lines() {
        return lines;
    }

    void add(long line, ProductSpec item) {
        lines.add(line);
        items.put(item.variants().get(0).retailerId(), item);
    }

    /**
     * The product that the rows make of what is there.
     *
     * @throws dev.wakit.catalog.InvalidProductException if the variants do not fit together
     */
    ProductSpec merged() {
        ProductSpec kept = merged(known == null);
        boolean isSame = known != null
                && known.texts().equals(kept.texts())
                && currentVariants().equals(kept.variants());
        return isSame ? kept : merged(isWhole());
    }

    private List<VariantSpec> currentVariants() {
        return known == null
                ? List.of()
                : known.variants().stream()
                        .filter(Variant::isForSale)
                        .map(Variant::spec)
                        .toList();
    }

    private boolean isWhole() {
        return currentVariants().stream().allMatch(variant -> items.containsKey(variant.retailerId()));
    }

    private ProductSpec merged(boolean mayReplace) {
        ProductTexts first = items.values().iterator().next().texts();
        ProductTexts texts = new ProductTexts(
                text(ProductTexts::title, mayReplace),
                text(ProductTexts::description, mayReplace),
                text(ProductTexts::link, mayReplace),
                first.brand(),
                first.groupId(),
                first.googleCategory(),
                first.fbCategory());
        var variants = new LinkedHashMap<String, VariantSpec>();
        currentVariants().forEach(variant -> variants.put(variant.retailerId(), variant));
        items.forEach((id, item) -> variants.put(id, variant(texts, item)));
        return ProductSpec.of(texts, List.copyOf(variants.values()));
    }

    private String text(Function<ProductTexts, String> field, boolean mayReplace) {
        String first = field.apply(items.values().iterator().next().texts());
        if (known == null) {
            return first;
        }
        String own = field.apply(known.texts());
        boolean isStill = items.values().stream()
                .anyMatch(item -> field.apply(item.texts()).equals(own));
        return isStill || !mayReplace ? own : first;
    }

    private static VariantSpec variant(ProductTexts shared, ProductSpec item) {
        ProductTexts texts = item.texts();
        return item.variants().get(0).toBuilder()
                .column("title", other(texts.title(), shared.title()))
                .column("description", other(texts.description(), shared.description()))
                .column("link", other(texts.link(), shared.link()))
                .build();
    }

    private static String other(String text, String shared) {
        return text.equals(shared) ? "" : text;
    }
}
