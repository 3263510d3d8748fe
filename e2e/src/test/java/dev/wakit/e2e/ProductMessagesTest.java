package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.InvalidMessageException;
import dev.wakit.TenantId;
import dev.wakit.catalog.InvalidProductException;
import dev.wakit.catalog.message.LeftOut;
import dev.wakit.catalog.message.LeftOutReason;
import dev.wakit.catalog.message.ProductCheck;
import dev.wakit.catalog.message.ProductMessages;
import dev.wakit.catalog.message.Selection;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ProductStatus;
import dev.wakit.catalog.product.ReviewStatus;
import dev.wakit.commerce.ProductSection;
import dev.wakit.message.InteractiveMessage;
import dev.wakit.message.Message;
import dev.wakit.message.MessageWithheldException;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TextMessage;
import dev.wakit.message.interactive.CatalogLink;
import dev.wakit.message.interactive.InteractiveHeader;
import dev.wakit.message.interactive.ProductCarousel;
import dev.wakit.message.interactive.ProductList;
import dev.wakit.message.interactive.SingleProduct;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.TemplateParameter;
import dev.wakit.template.TemplateValues;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages show only what customers may see and can order, and say what they leave out. */
class ProductMessagesTest {

    @TempDir
    private Path folder;

    private JdbcStores stores;
    private ProductShop at;
    private ProductMessages messages;
    private ProductCheck check;
    private Product mug;
    private Product cup;
    private Product jug;

    @BeforeEach
    void open() {
        stores = JdbcStores.sqlite(folder.resolve("wakit.db"));
        at = new ProductShop(stores);
        messages = at.shop.productMessages();
        check = at.shop.outgoing();
        mug = at.sell("mug");
        cup = at.sell("cup");
        jug = at.sell("jug");
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private List<LeftOutReason> reasons(String... ids) {
        return messages.list(at.catalog.id(), List.of(ProductSection.of("All", ids))).leftOut().stream()
                .map(LeftOut::reason)
                .toList();
    }

    @Test
    void everyReasonIsTold() {
        Product hidden = at.sell("hidden");
        at.shop.products().setStatus(hidden.id(), hidden.version(), ProductStatus.DRAFT);
        Product archived = at.sell("archived");
        at.shop.products().archive(archived.id(), archived.version());
        at.sellOut(cup);

        assertThat(reasons("nobody", "hidden", "archived", "cup", "mug"))
                .containsExactly(
                        LeftOutReason.UNKNOWN,
                        LeftOutReason.HIDDEN,
                        LeftOutReason.ARCHIVED,
                        LeftOutReason.OUT_OF_STOCK);
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_SUBMITTED, false",
        "PENDING, false",
        "APPROVED, true",
        "REJECTED, false",
        "OUTDATED, false",
        "NO_REVIEW, true"
    })
    void onlyWhatMetaLetsCustomersSeeIsShown(ReviewStatus status, boolean isShown) {
        at.review(mug, status, "Alcohol");

        Selection<SingleProduct> selection = messages.single(at.catalog.id(), "mug");

        if (isShown) {
            assertThat(selection.orThrow()).isEqualTo(SingleProduct.of(ProductShop.META, "mug"));
        } else {
            assertThat(selection.leftOut())
                    .containsExactly(new LeftOut(
                            "mug", LeftOutReason.NOT_APPROVED, "Meta's review is " + status + " (Alcohol)."));
            assertThatThrownBy(selection::orThrow)
                    .isInstanceOf(MessageWithheldException.class)
                    .hasMessage("Too few products are left. mug: Meta's review is " + status + " (Alcohol).");
        }
    }

    @Test
    void aSectionIsLeftOutWithItsLastProduct() {
        at.sellOut(cup);

        Selection<ProductList> list = messages.list(
                at.catalog.id(),
                List.of(ProductSection.of("Cups", "cup"), ProductSection.of("More", "mug", "cup", "jug")));

        assertThat(list.orThrow()).isEqualTo(ProductList.of(ProductShop.META, ProductSection.of("More", "mug", "jug")));
        assertThat(list.leftOut()).extracting(LeftOut::retailerId).containsExactly("cup");
    }

    @Test
    void aListWithoutProductsIsNoMessage() {
        at.sellOut(cup);

        assertThat(messages.list(at.catalog.id(), List.of(ProductSection.of("Cups", "cup")))
                        .part())
                .isEmpty();
    }

    @Test
    void aCarouselNeedsTwoProductsThatAreLeft() {
        assertThat(messages.carousel(at.catalog.id(), List.of("mug", "cup", "jug"))
                        .orThrow())
                .isEqualTo(ProductCarousel.of(ProductShop.META, "mug", "cup", "jug"));
        at.sellOut(cup);
        assertThat(messages.carousel(at.catalog.id(), List.of("mug", "cup", "jug"))
                        .orThrow())
                .isEqualTo(ProductCarousel.of(ProductShop.META, "mug", "jug"));
        at.sellOut(mug);
        assertThat(messages.carousel(at.catalog.id(), List.of("mug", "cup", "jug"))
                        .part())
                .isEmpty();
    }

    @Test
    void aCatalogShowsItsFirstProductWhenItsPictureIsSoldOut() {
        assertThat(messages.link(at.catalog.id(), "cup").orThrow().thumbnail()).contains("cup");
        at.sellOut(cup);

        assertThat(messages.link(at.catalog.id(), "cup").orThrow()).isEqualTo(CatalogLink.create());
        assertThat(messages.catalogButton(at.catalog.id(), "cup").part()).isEmpty();
        assertThat(messages.catalogButton(at.catalog.id(), "mug").part())
                .contains(ButtonParameter.catalogThumbnail("mug"));
    }

    @Test
    void templatesArePackedLikeMessages() {
        at.sellOut(cup);

        assertThat(messages.header(at.catalog.id(), "mug").part())
                .contains(new TemplateParameter.Product(ProductShop.META, "mug"));
        assertThat(messages.header(at.catalog.id(), "cup").part()).isEmpty();
        assertThat(messages.productsButton(
                                at.catalog.id(), "cup", List.of(ProductSection.of("All", "cup", "jug", "mug")))
                        .part())
                .contains(ButtonParameter.products("jug", ProductSection.of("All", "jug", "mug")));
        assertThat(messages.cards(at.catalog.id(), List.of("cup", "mug", "jug")).orThrow())
                .containsExactly(card("mug"), card("jug"));
    }

    private static TemplateValues card(String id) {
        return TemplateValues.builder().headerProduct(ProductShop.META, id).build();
    }

    @Test
    void limitsAreNamedWithTheFieldTheRuleAndTheValue() {
        assertThatThrownBy(() -> list(sections(1, 31)))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessage("section.product_items must have 1 to 30 elements, but has 31.");
        assertThatThrownBy(() -> list(List.of(section("A", 16), section("B", 15))))
                .hasMessage("product items of all sections must be between 1 and 30, but is 31.");
        assertThatThrownBy(() -> list(sections(11, 1))).hasMessage("sections must have 1 to 10 elements, but has 11.");
        assertThatThrownBy(() -> section("x".repeat(25), 1))
                .hasMessageContaining("section.title")
                .hasMessageContaining("24");
        assertThatThrownBy(() -> messages.carousel(at.catalog.id(), List.of("mug")))
                .hasMessage("carousel.cards must have 2 to 10 elements, but has 1.");
        assertThatThrownBy(() -> messages.cards(at.catalog.id(), ids(11)))
                .hasMessage("carousel.cards must have 2 to 10 elements, but has 11.");
        assertThat(list(sections(10, 3)).leftOut()).hasSize(3);
        assertThat(messages.carousel(at.catalog.id(), ids(10)).leftOut()).hasSize(10);
    }

    private Selection<ProductList> list(List<ProductSection> sections) {
        return messages.list(at.catalog.id(), sections);
    }

    private static List<ProductSection> sections(int count, int products) {
        return IntStream.range(0, count)
                .mapToObj(i -> section("Section " + i, products))
                .toList();
    }

    private static ProductSection section(String title, int products) {
        return new ProductSection(title, ids(products));
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "p" + i).toList();
    }

    @Test
    void aCatalogThatMetaDoesNotKnowHasNoMessages() {
        var own = at.shop.catalogs().create("Own", Currency.getInstance("USD"));

        assertThatThrownBy(() -> messages.single(own.id(), "mug"))
                .isInstanceOf(InvalidProductException.class)
                .hasMessageContaining("linked to no catalog of Meta");
    }

    @Test
    void whatIsSentIsPackedAgain() {
        Message all = mpm(ProductList.of(
                ProductShop.META, ProductSection.of("Cups", "cup"), ProductSection.of("More", "mug", "unknown-here")));
        assertThat(check.check(TenantId.DEFAULT, all)).isSameAs(all);
        at.sellOut(cup);

        Message later = newCheck().check(TenantId.DEFAULT, all);

        assertThat(later)
                .isEqualTo(mpm(ProductList.of(ProductShop.META, ProductSection.of("More", "mug", "unknown-here"))));
    }

    /** One that has read nothing yet. */
    private ProductCheck newCheck() {
        return dev.wakit.catalog.Shop.builder(stores).build().outgoing();
    }

    private static Message mpm(ProductList products) {
        return InteractiveMessage.builder(products)
                .header(InteractiveHeader.text("New in"))
                .body("Look")
                .footer("Bye")
                .build();
    }

    @Test
    void aTemplateThatIsSentKeepsEverythingElse() {
        at.sellOut(cup);
        Message sent = check.check(
                TenantId.DEFAULT,
                TemplateMessage.builder("summer", "en_US")
                        .body("Asha")
                        .headerText("Hello")
                        .tapTarget("https://shop.example/", "Shop")
                        .button(0, ButtonParameter.products("cup", ProductSection.of("All", "cup", "mug")))
                        .button(1, ButtonParameter.catalogThumbnail("cup"))
                        .button(2, ButtonParameter.payload("more"))
                        .carousel(List.of(card("mug"), card("cup"), card("jug")))
                        .build());

        assertThat(sent)
                .isEqualTo(TemplateMessage.builder("summer", "en_US")
                        .body("Asha")
                        .headerText("Hello")
                        .tapTarget("https://shop.example/", "Shop")
                        .button(0, ButtonParameter.products("mug", ProductSection.of("All", "mug")))
                        .button(2, ButtonParameter.payload("more"))
                        .carousel(List.of(card("mug"), card("jug")))
                        .build());
    }

    @Test
    void aMessageAboutNothingThatIsLeftIsWithheld() {
        at.sellOut(cup);
        Message single = InteractiveMessage.builder(SingleProduct.of(ProductShop.META, "cup"))
                .build();

        assertThatThrownBy(() -> check.check(TenantId.DEFAULT, single))
                .isInstanceOf(MessageWithheldException.class)
                .hasMessage("Too few products are left. cup: Its availability is 'out of stock'.");
    }

    @Test
    void whatIsNotThisShopsIsLeftAlone() {
        at.sellOut(cup);
        Message elsewhere =
                InteractiveMessage.builder(SingleProduct.of("9999", "cup")).build();
        Message ours = InteractiveMessage.builder(SingleProduct.of(ProductShop.META, "cup"))
                .build();
        Message text = TextMessage.of("cup");

        assertThat(check.check(TenantId.DEFAULT, elsewhere)).isSameAs(elsewhere);
        assertThat(check.check(TenantId.of("other"), ours)).isSameAs(ours);
        assertThat(check.check(TenantId.DEFAULT, text)).isSameAs(text);
    }

    @Test
    void everyAcceptedMessageIsCountedOnceForEachProductThatItShows() {
        Message list = mpm(
                ProductList.of(ProductShop.META, ProductSection.of("A", "mug", "cup"), ProductSection.of("B", "mug")));
        Message single = InteractiveMessage.builder(SingleProduct.of(ProductShop.META, "cup"))
                .build();

        check.accepted(TenantId.DEFAULT, List.of(list, single, list, TextMessage.of("Hi")));
        check.accepted(TenantId.of("other"), List.of(list));

        assertThat(at.shown(mug)).isEqualTo(2);
        assertThat(at.shown(cup)).isEqualTo(3);
        assertThat(at.shown(jug)).isZero();
    }
}
