package dev.wakit.catalog.product;

import dev.wakit.catalog.InvalidProductException;
import dev.wakit.catalog.RuleBreak;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * What a product should be: the texts that its variants share, and 1 to 1,000 variants.
 *
 * <pre>{@code
 * var shirt = ProductSpec.builder("Linen shirt", "Light and cool.", "https://shop.example/shirt")
 *         .brand("Bali Premium")
 *         .groupId("shirt")
 *         .addVariant(VariantSpec.builder("shirt-m", Money.of("19.90", "USD"), "https://shop.example/m.jpg")
 *                 .options(Map.of("size", "M"))
 *                 .build())
 *         .build();
 * }</pre>
 *
 * Immutable.
 *
 * @since 0.1
 */
public final class ProductSpec {

    /** The most variants of a product: {@value}. */
    public static final int MAX_VARIANTS = 1_000;

    private final ProductTexts texts;
    private final List<VariantSpec> variants;

    private ProductSpec(ProductTexts texts, List<VariantSpec> variants) {
        this.texts = texts;
        this.variants = List.copyOf(variants);
    }

    /** Starts a product with its title, its description and the address of its page. */
    public static Builder builder(String title, String description, String link) {
        return new Builder(title, description, link);
    }

    /**
     * A product of these parts.
     *
     * @throws InvalidProductException with every broken rule
     */
    public static ProductSpec of(ProductTexts texts, List<VariantSpec> variants) {
        var spec = new ProductSpec(texts, variants);
        List<RuleBreak> breaks = ProductRules.breaks(spec);
        if (!breaks.isEmpty()) {
            throw new InvalidProductException(breaks);
        }
        return spec;
    }

    /** What the variants share. */
    public ProductTexts texts() {
        return texts;
    }

    /** The variants, at least one. */
    public List<VariantSpec> variants() {
        return variants;
    }

    /** The currency of all its prices. */
    public Currency currency() {
        return variants.get(0).price().currency();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProductSpec that && texts.equals(that.texts) && variants.equals(that.variants);
    }

    @Override
    public int hashCode() {
        return Objects.hash(texts, variants);
    }

    @Override
    public String toString() {
        return "ProductSpec[" + texts.title() + " " + variants + "]";
    }

    /**
     * Builds a {@link ProductSpec}. Not thread-safe.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final String title;
        private final String description;
        private final String link;
        private String brand = "";
        private String groupId = "";
        private String googleCategory = "";
        private String fbCategory = "";
        private final List<VariantSpec> variants = new ArrayList<>();

        private Builder(String title, String description, String link) {
            this.title = Objects.requireNonNull(title, "title");
            this.description = Objects.requireNonNull(description, "description");
            this.link = Objects.requireNonNull(link, "link");
        }

        /** The brand, at most 100 characters; may be left out if every variant has a {@code gtin} or {@code mpn}. */
        public Builder brand(String brand) {
            this.brand = Objects.requireNonNull(brand, "brand");
            return this;
        }

        /** The {@code item_group_id} that its variants share; needed when there is more than one. */
        public Builder groupId(String groupId) {
            this.groupId = Objects.requireNonNull(groupId, "groupId");
            return this;
        }

        /** The category in Google's list. */
        public Builder googleCategory(String category) {
            this.googleCategory = Objects.requireNonNull(category, "category");
            return this;
        }

        /** The category in Meta's list. */
        public Builder fbCategory(String category) {
            this.fbCategory = Objects.requireNonNull(category, "category");
            return this;
        }

        /** Adds a variant. */
        public Builder addVariant(VariantSpec variant) {
            variants.add(Objects.requireNonNull(variant, "variant"));
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws InvalidProductException with every broken rule
         */
        public ProductSpec build() {
            return of(new ProductTexts(title, description, link, brand, groupId, googleCategory, fbCategory), variants);
        }
    }
}
