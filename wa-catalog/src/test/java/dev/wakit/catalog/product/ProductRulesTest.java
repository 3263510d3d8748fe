package dev.wakit.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wakit.catalog.InvalidProductException;
import dev.wakit.catalog.RuleBreak;
import dev.wakit.catalog.money.Money;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProductRulesTest {

    private static final Money PRICE = Money.of("10.00", "USD");
    private static final String IMAGE = "https://shop.example/1.jpg";

    private static VariantSpec.Builder variant() {
        return VariantSpec.builder("sku-1", PRICE, IMAGE);
    }

    private static ProductSpec.Builder product(VariantSpec variant) {
        return ProductSpec.builder("Shirt", "A light shirt.", "https://shop.example/shirt")
                .brand("Acme")
                .addVariant(variant);
    }

    private static List<RuleBreak> breaks(ProductSpec.Builder product) {
        InvalidProductException thrown = catchThrowableOfType(InvalidProductException.class, product::build);
        return thrown == null ? List.of() : thrown.breaks();
    }

    private static String text(int length) {
        return "x".repeat(length);
    }

    @Test
    void acceptsWhatIsExactlyAtTheLimits() {
        VariantSpec variant = VariantSpec.builder(text(100), PRICE, IMAGE)
                .moreImages(Collections.nCopies(20, IMAGE))
                .options(Map.of("color", text(200), "pattern", text(100), "gender", "unisex", "age_group", "all ages"))
                .sale(new Sale(
                        Money.of("9.99", "USD"),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2026-02-01T00:00:00Z")))
                .column("gtin", "4006381333931")
                .column("shipping_weight", "0.3 kg")
                .column("quantity_to_sell_on_facebook", "1")
                .column("custom_label_0", "sommer")
                .build();
        ProductSpec.Builder product = ProductSpec.builder(text(200), "A " + text(9_997), "http://shop.example")
                .groupId(text(100))
                .addVariant(variant);

        assertThat(breaks(product)).isEmpty();
    }

    static Stream<Arguments> brokenVariants() {
        return Stream.of(
                broken("id", "It is missing", VariantSpec.builder(" ", PRICE, IMAGE)),
                broken("id", "101 characters", VariantSpec.builder(text(101), PRICE, IMAGE)),
                broken("id", "blank", VariantSpec.builder("sku ", PRICE, IMAGE)),
                broken("price", "above nothing", VariantSpec.builder("s", Money.of("0", "USD"), IMAGE)),
                broken("sale_price", "not below", variant().sale(Sale.of(PRICE))),
                broken("sale_price", "another currency", variant().sale(Sale.of(Money.of("1", "EUR")))),
                broken(
                        "sale_price_effective_date",
                        "not after",
                        variant().sale(new Sale(Money.of("9", "USD"), Instant.EPOCH, Instant.ofEpochSecond(5)))),
                broken("image_link", "no https address", VariantSpec.builder("s", PRICE, "http://shop.example/1.jpg")),
                broken("image_link", "no https address", VariantSpec.builder("s", PRICE, "1.jpg")),
                broken("additional_image_link", "At most 20", variant().moreImages(Collections.nCopies(21, IMAGE))),
                broken("additional_image_link", "comma", variant().moreImages(List.of(IMAGE + "?a,b"))),
                broken("color", "201 characters", variant().options(Map.of("color", text(201)))),
                broken("pattern", "101 characters", variant().options(Map.of("pattern", text(101)))),
                broken("gender", "no gender", variant().options(Map.of("gender", "man"))),
                broken("age_group", "no age group", variant().options(Map.of("age_group", "old"))),
                broken("taste", "cannot differ", variant().options(Map.of("taste", "sweet"))),
                broken("gtin", "no GTIN", variant().column("gtin", "4006381333932")),
                broken("shipping_weight", "no weight", variant().column("shipping_weight", "heavy")),
                broken(
                        "quantity_to_sell_on_facebook",
                        "no count",
                        variant().column("quantity_to_sell_on_facebook", "0")),
                broken("price", "cannot be a further column", variant().column("price", "1 USD")),
                broken("a b", "cannot be a further column", variant().column("a b", "1")),
                broken("title", "201 characters", variant().column("title", text(201))),
                broken("link", "no http or https", variant().column("link", "ftp://shop.example")));
    }

    private static Arguments broken(String column, String problem, VariantSpec.Builder variant) {
        return Arguments.of(column, problem, variant.build());
    }

    @ParameterizedTest
    @MethodSource("brokenVariants")
    void namesTheColumnTheProblemAndTheFixOfAVariant(String column, String problem, VariantSpec variant) {
        assertThat(breaks(product(variant))).anySatisfy(broken -> {
            assertThat(broken.column()).isEqualTo(column);
            assertThat(broken.problem()).contains(problem);
            assertThat(broken.fix()).endsWith(".");
        });
    }

    static Stream<Arguments> brokenProducts() {
        return Stream.of(
                Arguments.of("title", text(201), "Good.", "https://a.example", "201 characters"),
                Arguments.of("title", " ", "Good.", "https://a.example", "missing"),
                Arguments.of("description", "T", "x".repeat(10_000), "https://a.example", "10000 characters"),
                Arguments.of("description", "T", "A <b>bold</b> one", "https://a.example", "HTML"),
                Arguments.of("description", "T", "BUY THIS NOW, CHEAP", "https://a.example", "capital letters"),
                Arguments.of("link", "T", "Good.", "shop.example/1", "no http or https"),
                Arguments.of("link", "T", "Good.", "https://user:secret@shop.example", "no http or https"));
    }

    @ParameterizedTest
    @MethodSource("brokenProducts")
    void namesTheColumnAndTheProblemOfAProduct(
            String column, String title, String description, String link, String problem) {
        ProductSpec.Builder product = ProductSpec.builder(title, description, link)
                .brand("Acme")
                .addVariant(variant().build());

        assertThat(breaks(product)).singleElement().satisfies(broken -> {
            assertThat(broken.column()).isEqualTo(column);
            assertThat(broken.problem()).contains(problem);
        });
    }

    @Test
    void takesACapitalisedNameAndAnotherScriptForNoShouting() {
        assertThat(breaks(ProductSpec.builder("T", "ACME", "https://a.example")
                        .brand("A")
                        .addVariant(variant().build())))
                .isEmpty();
        assertThat(breaks(ProductSpec.builder("T", "हल्की और ठंडी कमीज़, हर मौसम के लिए", "https://a.example")
                        .brand("A")
                        .addVariant(variant().build())))
                .isEmpty();
    }

    private static List<String> problemsOfTwo(UnaryOperator<VariantSpec.Builder> second, String group) {
        ProductSpec.Builder product = product(
                        variant().options(Map.of("size", "M")).build())
                .groupId(group)
                .addVariant(
                        second.apply(VariantSpec.builder("sku-2", PRICE, IMAGE).options(Map.of("size", "L")))
                                .build());
        return breaks(product).stream().map(RuleBreak::problem).toList();
    }

    @Test
    void variantsOfAProductDifferInTheSameKindsOfThings() {
        assertThat(problemsOfTwo(variant -> variant, "shirt")).isEmpty();
        assertThat(problemsOfTwo(variant -> variant, ""))
                .singleElement()
                .asString()
                .contains("needs one");
        assertThat(problemsOfTwo(variant -> variant.options(Map.of("size", "M")), "shirt"))
                .singleElement()
                .asString()
                .contains("do not differ");
        assertThat(problemsOfTwo(variant -> variant.options(Map.of("color", "red")), "shirt"))
                .singleElement()
                .asString()
                .contains("[color]", "[size]");
    }

    @Test
    void variantsOfAProductHaveOneCurrencyAndIdsOfTheirOwn() {
        ProductSpec.Builder product = product(
                        variant().options(Map.of("size", "M")).build())
                .groupId("shirt")
                .addVariant(VariantSpec.builder("sku-1", Money.of("1", "EUR"), IMAGE)
                        .options(Map.of("size", "L"))
                        .build());

        assertThat(breaks(product)).extracting(RuleBreak::column).containsExactly("id", "price");
    }

    @Test
    void needsABrandOrANumberOfItsMaker() {
        ProductSpec.Builder nobody = ProductSpec.builder("T", "Good.", "https://a.example");
        ProductSpec.Builder known = ProductSpec.builder("T", "Good.", "https://a.example");

        assertThat(breaks(nobody.addVariant(variant().build())))
                .extracting(RuleBreak::column)
                .containsExactly("brand");
        assertThat(breaks(known.addVariant(variant().column("mpn", "A-1").build())))
                .isEmpty();
    }

    @Test
    void tellsAllProblemsAtOnceAndCutsLongValues() {
        ProductSpec.Builder product = ProductSpec.builder(text(300), "<p>", "nowhere")
                .addVariant(VariantSpec.builder("", Money.of("0", "USD"), "http://x")
                        .build());

        assertThat(breaks(product))
                .extracting(RuleBreak::column)
                .contains("title", "link", "brand", "id", "price", "image_link");
        assertThat(breaks(product).get(0).value()).hasSize(81);
    }

    @Test
    void aSaleCountsFromItsBeginningAndNotAtItsEnd() {
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        Instant until = Instant.parse("2026-02-01T00:00:00Z");
        Money reduced = Money.of("8.00", "USD");
        VariantSpec variant = variant().sale(new Sale(reduced, from, until)).build();

        assertThat(variant.priceAt(from.minusMillis(1))).isEqualTo(PRICE);
        assertThat(variant.priceAt(from)).isEqualTo(reduced);
        assertThat(variant.priceAt(until.minusMillis(1))).isEqualTo(reduced);
        assertThat(variant.priceAt(until)).isEqualTo(PRICE);
        assertThat(variant().sale(Sale.of(reduced)).build().priceAt(until)).isEqualTo(reduced);
    }

    @Test
    void wordsOfFeedsAreReadInAnyCase() {
        assertThat(Availability.of(" In Stock ")).contains(Availability.IN_STOCK);
        assertThat(Availability.of("mark_as_sold")).contains(Availability.MARK_AS_SOLD);
        assertThat(Condition.of("used like new")).contains(Condition.USED_LIKE_NEW);
        assertThat(Condition.of("shiny")).isEmpty();
    }
}
