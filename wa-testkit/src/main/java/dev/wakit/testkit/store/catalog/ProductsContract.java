package dev.wakit.testkit.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.InvalidProductException;
import dev.wakit.catalog.NotFoundException;
import dev.wakit.catalog.StaleVersionException;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.OrderSettings;
import dev.wakit.catalog.product.Availability;
import dev.wakit.catalog.product.Condition;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ProductCounter;
import dev.wakit.catalog.product.ProductQuery;
import dev.wakit.catalog.product.ProductSpec;
import dev.wakit.catalog.product.ProductStats;
import dev.wakit.catalog.product.ProductStatus;
import dev.wakit.catalog.product.Products;
import dev.wakit.catalog.product.Review;
import dev.wakit.catalog.product.ReviewStatus;
import dev.wakit.catalog.product.Sale;
import dev.wakit.catalog.product.Variant;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.product.VariantSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Products and variants: kept as given, found by their ids and by words, in pages, counted.
 *
 * @since 0.1
 */
public abstract class ProductsContract extends CatalogFixture {

    private Catalog catalog;

    /** For subclasses. */
    @SuppressWarnings("NullAway.Init") // set before each test
    protected ProductsContract() {}

    @BeforeEach
    void makeCatalog() {
        catalog = catalog();
    }

    private Products products() {
        return shop().products();
    }

    private Product created(ProductSpec spec) {
        return products().create(catalog.id(), spec);
    }

    private List<String> titles(ProductQuery query) {
        return products().list(catalog.id(), query).stream()
                .map(product -> product.texts().title())
                .toList();
    }

    @Test
    void keepsEveryPartOfAProduct() {
        VariantSpec full = variant("कुर्ता-1")
                .sale(new Sale(
                        Money.of("8.99", "USD"),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2026-02-01T00:00:00Z")))
                .availability(Availability.PREORDER)
                .condition(Condition.REFURBISHED)
                .moreImages(List.of("https://shop.example/a.jpg", "https://shop.example/b.jpg"))
                .options(Map.of("size", "M", "color", "rot"))
                .column("gtin", "4006381333931")
                .column("origin_country", "IN")
                .build();
        VariantSpec plain = variant("kurta-2")
                .options(Map.of("size", "L", "color", "rot"))
                .sale(Sale.of(Money.of("9.99", "USD")))
                .build();

        Product product = created(spec("Kurta 'Ünïque' 👕")
                .groupId("kurta")
                .googleCategory("1604")
                .fbCategory("clothing > kurta")
                .addVariant(full)
                .addVariant(plain)
                .build());

        assertThat(products().get(product.id())).isEqualTo(product);
        assertThat(product.variants()).extracting(Variant::spec).containsExactly(full, plain);
    }

    @Test
    void isOfOneTenantAndOneCatalog() {
        Product product = created(single("sku"));
        Catalog second = catalog();

        assertThat(shop(OTHER, OrderSettings.DEFAULT).products().find(product.id()))
                .isEmpty();
        assertThat(products().findByRetailerIds(second.id(), List.of("sku"))).isEmpty();
        assertThat(products().create(second.id(), single("sku")).id()).isNotEqualTo(product.id());
    }

    @Test
    void hasTheCurrencyOfItsCatalog() {
        ProductSpec euros = spec("Mug")
                .addVariant(VariantSpec.builder("mug", Money.of("1", "EUR"), "https://shop.example/m.jpg")
                        .build())
                .build();

        assertThatThrownBy(() -> created(euros))
                .isInstanceOf(InvalidProductException.class)
                .hasMessageContaining("USD");
    }

    @Test
    void noTwoVariantsOfACatalogHaveOneRetailerId() {
        created(sized("shirt", "S", "M"));

        assertThatThrownBy(() -> created(single("shirt-M")))
                .isInstanceOf(InvalidProductException.class)
                .hasMessageContaining("shirt-M")
                .hasMessageContaining("Another product");
        assertThat(titles(ProductQuery.first(10))).containsExactly("Shirt shirt");
    }

    @Test
    void ofManyWhoTakeARetailerIdAtOnceOneGetsIt() {
        List<Callable<Boolean>> tasks = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(n -> () -> {
                    try {
                        created(single("wanted"));
                        return true;
                    } catch (InvalidProductException taken) {
                        return false;
                    }
                })
                .toList();

        assertThat(together(8, tasks)).containsOnlyOnce(true);
        assertThat(products().findByRetailerIds(catalog.id(), List.of("wanted")))
                .hasSize(1);
    }

    @Test
    void anUpdateKeepsTheVariantsThatAreThereAndRetiresTheOthers() {
        Product read = created(sized("shirt", "S", "M"));
        clock.set(NOW.plusSeconds(5));

        Product changed = products().update(read.id(), 1, sized("shirt", "M", "L"));

        assertThat(products().get(read.id())).isEqualTo(changed);
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.updatedAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(changed.variant("shirt-S").orElseThrow().isForSale()).isFalse();
        assertThat(changed.variant("shirt-M").orElseThrow().id())
                .isEqualTo(read.variant("shirt-M").orElseThrow().id());
        assertThat(changed.spec()).isEqualTo(sized("shirt", "M", "L"));

        Product back = products().update(read.id(), 2, sized("shirt", "S", "M"));
        assertThat(back.variant("shirt-S").orElseThrow().id())
                .isEqualTo(read.variant("shirt-S").orElseThrow().id());
        assertThat(back.variant("shirt-S").orElseThrow().isForSale()).isTrue();
    }

    @Test
    void anUpdateToTheSameWritesNothing() {
        Product read = created(single("sku"));

        assertThat(products().update(read.id(), 1, single("sku"))).isEqualTo(read);
        assertThat(products().get(read.id())).isEqualTo(read);
    }

    @Test
    void changesNothingThatSomebodyElseChangedMeanwhile() {
        Product read = created(single("sku"));
        products().archive(read.id(), 1);

        assertThatThrownBy(() -> products().update(read.id(), 1, single("sku")))
                .isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> products()
                        .save(List.of(products()
                                .changed(
                                        catalog,
                                        read,
                                        spec("New")
                                                .addVariant(variant("sku").build())
                                                .build()))))
                .isInstanceOf(StaleVersionException.class)
                .hasMessageContaining("version 1");
        assertThat(products().get(read.id()).texts().title()).isEqualTo("Product sku");
    }

    @Test
    void writesManyProductsOrNone() {
        Product there = created(single("there"));
        var many = new ArrayList<Product>();
        for (int i = 0; i < 20; i++) {
            many.add(products().draft(catalog, single("new-" + i)));
        }
        many.add(products().draft(catalog, single("there")));

        assertThatThrownBy(() -> products().save(many)).isInstanceOf(InvalidProductException.class);
        assertThat(products().list(catalog.id(), ProductQuery.first(100))).containsExactly(there);

        products().save(many.subList(0, 20));
        assertThat(products().list(catalog.id(), ProductQuery.first(100))).hasSize(21);
    }

    @Test
    void theSameAgainIsNoChange() {
        Product read = created(sized("shirt", "S", "M"));

        assertThat(products().changed(catalog, read, read.spec())).isSameAs(read);
    }

    @Test
    void isFoundByRetailerIdsAndGroups() {
        Product shirt = created(sized("shirt", "S", "M"));
        Product mug = created(single("mug"));

        assertThat(products().findByRetailerIds(catalog.id(), List.of("shirt-S", "shirt-M", "mug", "nothing")))
                .containsExactly(shirt, mug);
        assertThat(products().findByRetailerIds(catalog.id(), List.of("SHIRT-S", "mug ")))
                .isEmpty();
        assertThat(stores().products().findByGroupIds(TENANT, catalog.id(), List.of("shirt", "x")))
                .containsExactly(shirt);
    }

    @Test
    void isFoundByWordsOfItsTitleBrandGroupAndRetailerIds() {
        created(sized("linen", "S"));
        created(spec("Ärmellose Bluse").addVariant(variant("blu_100%").build()).build());

        assertThat(titles(ProductQuery.first(9).text("SHIRT"))).containsExactly("Shirt linen");
        assertThat(titles(ProductQuery.first(9).text("ärmel bluse"))).containsExactly("Ärmellose Bluse");
        assertThat(titles(ProductQuery.first(9).text("acme"))).hasSize(2);
        assertThat(titles(ProductQuery.first(9).text("100%"))).containsExactly("Ärmellose Bluse");
        assertThat(titles(ProductQuery.first(9).text("linen-s"))).containsExactly("Shirt linen");
        assertThat(titles(ProductQuery.first(9).text("shirt bluse"))).isEmpty();
        assertThat(titles(ProductQuery.first(9).text("_____"))).isEmpty();
    }

    @Test
    void comesInPagesThatNeitherRepeatNorLeaveOut() {
        for (int i = 0; i < 25; i++) {
            created(single("sku-" + i));
        }
        var seen = new ArrayList<Product>();
        ProductQuery query = ProductQuery.first(10);
        List<Product> page = products().list(catalog.id(), query);
        while (!page.isEmpty()) {
            seen.addAll(page);
            page = products()
                    .list(catalog.id(), query.after(page.get(page.size() - 1).id()));
        }

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(seen).extracting(Product::id).isSorted();
    }

    @Test
    void archivedProductsAreListedOnlyWhenAskedFor() {
        Product product = created(single("old"));
        products().archive(product.id(), 1);

        assertThat(titles(ProductQuery.first(9))).isEmpty();
        assertThat(titles(ProductQuery.first(9).statuses(Set.of(ProductStatus.ARCHIVED))))
                .containsExactly("Product old");
    }

    @Test
    void keepsTheReviewThroughChangesOfTheProduct() {
        Product product = created(sized("shirt", "S", "M"));
        VariantId small = product.variant("shirt-S").orElseThrow().id();
        var rejected = new Review(ReviewStatus.REJECTED, List.of("ADULT_CONTENT", "it's \"odd\""), "4711");
        products().review(small, rejected);

        products().update(product.id(), 1, sized("shirt", "S", "M", "L"));

        assertThat(products().get(product.id()).variant("shirt-S").orElseThrow().review())
                .isEqualTo(rejected);
        assertThat(titles(ProductQuery.first(9).reviews(Set.of(ReviewStatus.REJECTED))))
                .containsExactly("Shirt shirt");
        assertThat(titles(ProductQuery.first(9).reviews(Set.of(ReviewStatus.APPROVED))))
                .isEmpty();
        assertThatThrownBy(() -> shop(OTHER, OrderSettings.DEFAULT).products().review(small, rejected))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void countsWithoutLosingAny() {
        VariantId variant = only(created(single("sku"))).id();
        List<Callable<Boolean>> tasks = IntStream.range(0, 40)
                .<Callable<Boolean>>mapToObj(n -> () -> {
                    products().count(n % 2 == 0 ? ProductCounter.SHOWN : ProductCounter.ENQUIRED, Map.of(variant, 3L));
                    return true;
                })
                .toList();

        together(8, tasks);

        assertThat(products().stats(List.of(variant, new VariantId(5))))
                .containsExactly(Map.entry(variant, new ProductStats(60, 60, 0, 0)));
    }
}
