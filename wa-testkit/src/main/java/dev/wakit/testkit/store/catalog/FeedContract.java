package dev.wakit.testkit.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.InvalidProductException;
import dev.wakit.catalog.feed.FeedExport;
import dev.wakit.catalog.feed.FeedFormat;
import dev.wakit.catalog.feed.FeedImport;
import dev.wakit.catalog.feed.FeedStyle;
import dev.wakit.catalog.feed.ImportReport;
import dev.wakit.catalog.feed.RowProblem;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.product.Availability;
import dev.wakit.catalog.product.Condition;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ProductQuery;
import dev.wakit.catalog.product.Sale;
import dev.wakit.catalog.product.Variant;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Product files: what is written can be read again without a change, and what is wrong is told with its place.
 *
 * @since 0.1
 */
public abstract class FeedContract extends CatalogFixture {

    private static final String HEADER =
            "id,title,description,availability,condition,price,link,image_link,brand,item_group_id,size,sale_price,"
                    + "sale_price_effective_date,gtin\n";
    private static final String REST = ",https://shop.example/1,https://shop.example/1.jpg,Acme";

    private Catalog catalog;

    /** For subclasses. */
    @SuppressWarnings("NullAway.Init") // set before each test
    protected FeedContract() {}

    @BeforeEach
    void makeCatalog() {
        catalog = catalog();
    }

    private ImportReport read(String file) throws IOException {
        return read(catalog, file, FeedFormat.CSV);
    }

    private ImportReport read(Catalog into, String file, FeedFormat format) throws IOException {
        return FeedImport.into(shop(), into.id())
                .read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), format);
    }

    private String written(Catalog of, FeedFormat format, FeedStyle style) throws IOException {
        var file = new ByteArrayOutputStream();
        FeedExport.of(shop(), of.id()).write(file, format, style);
        return file.toString(StandardCharsets.UTF_8);
    }

    private List<Product> all() {
        return shop().products().list(catalog.id(), ProductQuery.first(500));
    }

    private Product one(String retailerId) {
        return shop().products()
                .findByRetailerIds(catalog.id(), List.of(retailerId))
                .get(0);
    }

    private void fill() {
        shop().products()
                .create(
                        catalog.id(),
                        spec("Hemd, \"fein\"\n=SUM(A1)")
                                .groupId("hemd")
                                .googleCategory("1604")
                                .addVariant(variant("hemd-S")
                                        .options(Map.of("size", "S", "gender", "unisex"))
                                        .sale(new Sale(
                                                Money.of("8.99", "USD"),
                                                Instant.parse("2026-01-01T00:00:00Z"),
                                                Instant.parse("2026-02-01T00:00:30.007Z")))
                                        .column("title", "Hemd in S")
                                        .column("custom_label_0", "sommer;neu")
                                        .build())
                                .addVariant(variant("hemd-M")
                                        .options(Map.of("size", "M\tlang", "gender", "unisex"))
                                        .availability(Availability.MARK_AS_SOLD)
                                        .condition(Condition.CERTIFIED_PRE_OWNED)
                                        .moreImages(List.of("https://shop.example/a.jpg", "https://shop.example/b.jpg"))
                                        .column("video[0].url", "https://shop.example/v.mp4")
                                        .build())
                                .build());
        shop().products()
                .create(
                        catalog.id(),
                        spec("कुर्ता")
                                .addVariant(variant("kurta")
                                        .sale(Sale.of(Money.of("9", "USD")))
                                        .column("gtin", "4006381333931")
                                        .build())
                                .build());
    }

    @Test
    void readingWhatWasWrittenChangesNothing() throws IOException {
        fill();
        List<Product> before = all();
        clock.set(NOW.plusSeconds(60));

        for (FeedFormat format : FeedFormat.values()) {
            for (FeedStyle style : FeedStyle.values()) {
                ImportReport report = read(catalog, written(catalog, format, style), format);

                assertThat(report).as("%s %s", format, style).isEqualTo(new ImportReport(3, 0, 0, 2, 0, List.of()));
            }
        }
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void anotherCatalogBecomesTheSameByItsFile() throws IOException {
        fill();
        Catalog second = catalog();
        String file = written(catalog, FeedFormat.TSV, FeedStyle.META);

        ImportReport report = read(second, file, FeedFormat.TSV);

        assertThat(report.added()).isEqualTo(2);
        assertThat(report.problems()).isEmpty();
        assertThat(written(second, FeedFormat.CSV, FeedStyle.META))
                .isEqualTo(written(catalog, FeedFormat.CSV, FeedStyle.META));
    }

    @Test
    void writesTheColumnsOfMeta() throws IOException {
        shop().products()
                .create(
                        catalog.id(),
                        spec("Mug, blue")
                                .addVariant(variant("mug")
                                        .sale(new Sale(
                                                Money.of("9.5", "USD"),
                                                Instant.parse("2026-01-01T00:00:00Z"),
                                                Instant.parse("2026-02-01T23:59:00Z")))
                                        .column("shipping_weight", "0.3 kg")
                                        .build())
                                .build());

        assertThat(written(catalog, FeedFormat.CSV, FeedStyle.META)).isEqualToNormalizingNewlines("""
                        id,title,description,availability,condition,price,link,image_link,brand,sale_price,\
                        sale_price_effective_date,item_group_id,color,size,material,pattern,gender,age_group,\
                        additional_image_link,google_product_category,fb_product_category,shipping_weight
                        mug,"Mug, blue",A good one.,in stock,new,10.00 USD,https://shop.example/1,\
                        https://shop.example/1.jpg,Acme,9.50 USD,\
                        2026-01-01T00:00+00:00/2026-02-01T23:59+00:00,,,,,,,,,,,0.3 kg
                        """);
    }

    @Test
    void writesXmlThatCommerceManagerReads() throws IOException {
        shop().products()
                .create(
                        catalog.id(),
                        spec("Cup & <saucer>\u0007")
                                .addVariant(variant("cup")
                                        .moreImages(List.of("https://shop.example/a.jpg", "https://shop.example/b.jpg"))
                                        .column("video[0].url", "https://shop.example/v.mp4")
                                        .build())
                                .build());
        var file = new ByteArrayOutputStream();

        assertThat(FeedExport.of(shop(), catalog.id()).writeXml(file, "https://shop.example"))
                .isEqualTo(1);

        assertThat(file.toString(StandardCharsets.UTF_8))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<rss version=\"2.0\" xmlns:g=\"http://base.google.com/ns/1.0\"><channel><title>Summer</title>"
                        + "<link>https://shop.example</link><description>Summer</description><item><g:id>cup</g:id>"
                        + "<g:title>Cup &amp; &lt;saucer&gt;</g:title><g:description>A good one.</g:description>"
                        + "<g:availability>in stock</g:availability><g:condition>new</g:condition>"
                        + "<g:price>10.00 USD</g:price><g:link>https://shop.example/1</g:link>"
                        + "<g:image_link>https://shop.example/1.jpg</g:image_link><g:brand>Acme</g:brand>"
                        + "<g:additional_image_link>https://shop.example/a.jpg</g:additional_image_link>"
                        + "<g:additional_image_link>https://shop.example/b.jpg</g:additional_image_link>"
                        + "</item></channel></rss>");
    }

    @Test
    void leavesOutWhatIsNotForSale() throws IOException {
        fill();
        shop().products().archive(one("kurta").id(), 1);
        shop().products().update(one("hemd-S").id(), 1, sized("hemd", "M"));

        assertThat(written(catalog, FeedFormat.CSV, FeedStyle.META).lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("hemd-M,");
    }

    private static String row(String id, String title, String price, String rest) {
        return id + "," + title + ",A good one.,in stock,new," + price + REST + rest + "\n";
    }

    @Test
    void tellsTheLineTheColumnTheValueAndTheFixOfEveryBrokenRule() throws IOException {
        ImportReport report = read(HEADER
                + row("ok", "Fine", "1.00 USD", ",,,,,")
                + row("a", "T", "\"1,50 USD\"", ",,,,,")
                + row("b", "T", "1.005 USD", ",,,,,")
                + row("c", "T", "1.00 EUR", ",,,,,")
                + row("d", "T", "1.00", ",,,,,")
                + row("", "T", "1.00 USD", ",,,,,")
                + row("f", "", "1.00 USD", ",,,,,")
                + "g,T,D,maybe,shiny,1.00 USD" + REST + ",,,,,\n"
                + "h,T,D,in stock,new,1.00 USD,shop.example,http://shop.example/1.jpg,Acme,,,,,\n"
                + row("i", "T", "1.00 USD", ",,,1.00 USD,,")
                + row("j", "T", "1.00 USD", ",,,0.50 USD,yesterday,")
                + row("k", "T", "1.00 USD", ",,,,2026-01-01T00:00Z/2026-02-01T00:00Z,")
                + row("l", "T", "1.00 USD", ",,,,,4006381333932")
                + row("ok", "Twice", "1.00 USD", ",,,,,")
                + "m,too few\n");

        assertThat(report.rows()).isEqualTo(15);
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(14);
        assertThat(report.problems())
                .allSatisfy(problem -> assertThat(problem.broken().fix()).endsWith("."))
                .extracting(problem -> problem.line() + " " + problem.broken().column())
                .containsExactly(
                        "3 price",
                        "4 price",
                        "5 price",
                        "6 price",
                        "7 id",
                        "8 title",
                        "9 availability",
                        "9 condition",
                        "10 link",
                        "10 image_link",
                        "11 sale_price",
                        "12 sale_price_effective_date",
                        "13 sale_price_effective_date",
                        "14 gtin",
                        "15 id",
                        "16 row");
        assertThat(report.problems().get(0))
                .hasToString("Line 3, price '1,50 USD': A price has no comma. Write the decimals behind a period and no"
                        + " separator of thousands, such as 1000.50 USD.");
    }

    @Test
    void readsTheSimpleForm() throws IOException {
        ImportReport report = read("\uFEFFSKU,Name,Price,URL,Image,Brand,Group,Size,Images\n"
                + "s-1,Shirt,19.9,https://shop.example/s,https://shop.example/1.jpg,Acme,shirt,S,\n"
                + "s-2,Shirt,21 usd,https://shop.example/s,https://shop.example/1.jpg,Acme,shirt,M,"
                + "\"https://shop.example/a.jpg, https://shop.example/b.jpg\"\n");

        assertThat(report).isEqualTo(new ImportReport(2, 1, 0, 0, 0, List.of()));
        Product shirt = one("s-2");
        assertThat(shirt.texts().description()).isEqualTo("Shirt");
        assertThat(shirt.variants())
                .extracting(variant -> variant.spec().price())
                .containsExactly(Money.of("19.90", "USD"), Money.of("21.00", "USD"));
        assertThat(shirt.variant("s-2").orElseThrow().spec().moreImages()).hasSize(2);
    }

    @Test
    void aFileWithFewColumnsChangesTheseOnly() throws IOException {
        fill();
        Product before = one("hemd-S");

        ImportReport report = read("# explained here\nid,price,custom_label_0\nhemd-S,12.00 USD,\n");

        assertThat(report).isEqualTo(new ImportReport(1, 0, 1, 0, 0, List.of()));
        Variant after = one("hemd-S").variant("hemd-S").orElseThrow();
        assertThat(after.spec()).isEqualTo(rebuilt(before.variant("hemd-S").orElseThrow()));
        assertThat(one("hemd-S").variant("hemd-M")).isEqualTo(before.variant("hemd-M"));
    }

    private static dev.wakit.catalog.product.VariantSpec rebuilt(Variant variant) {
        var old = variant.spec();
        return dev.wakit.catalog.product.VariantSpec.builder(
                        old.retailerId(), Money.of("12.00", "USD"), old.imageLink())
                .options(old.options())
                .sale(old.sale().orElseThrow())
                .column("title", "Hemd in S")
                .build();
    }

    @Test
    void aNewTitleOfAllVariantsIsTheTitleOfTheProduct() throws IOException {
        fill();

        read("id,title\nhemd-S,Neues Hemd\nhemd-M,Neues Hemd\n");

        assertThat(one("hemd-S").texts().title()).isEqualTo("Neues Hemd");
        assertThat(one("hemd-S").variants())
                .allSatisfy(
                        variant -> assertThat(variant.spec().column("title")).isEmpty());
    }

    @Test
    void aNewTitleOfOneVariantIsItsOwn() throws IOException {
        fill();
        String title = one("hemd-M").texts().title();

        read("id,title\nhemd-M,Hemd in M\n");

        assertThat(one("hemd-M").texts().title()).isEqualTo(title);
        assertThat(one("hemd-M").variant("hemd-M").orElseThrow().spec().column("title"))
                .contains("Hemd in M");
    }

    @Test
    void variantsOfAGroupMayBeFarApart() throws IOException {
        String between = IntStream.range(0, 420)
                .mapToObj(n -> row("n" + n, "N", "1.00 USD", ",,,,,"))
                .collect(Collectors.joining());

        ImportReport report = read(
                HEADER + row("x-S", "X", "1.00 USD", ",x,S,,,") + between + row("x-M", "X", "1.00 USD", ",x,M,,,"));

        assertThat(report.rows()).isEqualTo(422);
        assertThat(report.added()).isEqualTo(421);
        assertThat(report.changed()).isEqualTo(1);
        assertThat(one("x-S").variants()).extracting(Variant::retailerId).containsExactly("x-S", "x-M");
    }

    @Test
    void variantsThatDoNotFitTogetherAreLeftOutTogether() throws IOException {
        ImportReport report =
                read(HEADER + row("y-1", "Y", "1.00 USD", ",y,S,,,") + row("y-2", "Y", "1.00 USD", ",y,S,,,"));

        assertThat(report.rejected()).isEqualTo(2);
        assertThat(report.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.broken().problem()).contains("do not differ"));
        assertThat(all()).isEmpty();
    }

    @Test
    void anItemStaysInItsGroup() throws IOException {
        fill();

        ImportReport report = read("id,item_group_id\nhemd-S,other\n");

        assertThat(report.problems())
                .extracting(RowProblem::line, problem -> problem.broken().column())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2L, "item_group_id"));
    }

    @Test
    void readsUpToAQuotationMarkThatIsNeverClosed() throws IOException {
        ImportReport report = read(HEADER + row("a", "A", "1.00 USD", ",,,,,") + "b,\"never closed,x\n"
                + row("c", "C", "1.00 USD", ",,,,,"));

        assertThat(all()).hasSize(1);
        assertThat(report.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.broken().problem()).contains("quotation mark"));
    }

    @Test
    void refusesFilesWithoutAUsableHeader() {
        for (String file : List.of("", "# only words\n", "title,price\nx,1\n", "id,price,Price\n1,2,3\n")) {
            assertThatThrownBy(() -> read(file)).as(file).isInstanceOf(InvalidProductException.class);
        }
    }

    @Test
    void refusesRowsThatAreNotUtf8() throws IOException {
        byte[] latin = (HEADER + row("a", "Hemd für alle", "1.00 USD", ",,,,,")).getBytes(StandardCharsets.ISO_8859_1);

        ImportReport report =
                FeedImport.into(shop(), catalog.id()).read(new ByteArrayInputStream(latin), FeedFormat.CSV);

        assertThat(report.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.broken().problem()).isEqualTo("It is not UTF-8"));
    }
}
