package dev.wakit.catalog.message;

import dev.wakit.commerce.ProductSection;
import dev.wakit.message.interactive.CatalogLink;
import dev.wakit.message.interactive.ProductCarousel;
import dev.wakit.message.interactive.ProductList;
import dev.wakit.message.interactive.SingleProduct;
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.HeaderParameter;
import dev.wakit.template.TemplateParameter;
import dev.wakit.template.TemplateValues;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Packs the parts of messages again without products that may not be shown. Immutable.
 *
 * @param out what may not be shown, by retailer id
 */
record Packing(Map<String, LeftOut> out) {

    /** A swipe needs two. */
    private static final int FEWEST_CARDS = 2;

    boolean shows(String retailerId) {
        return !out.containsKey(retailerId);
    }

    private List<LeftOut> leftOut(Collection<String> retailerIds) {
        return retailerIds.stream()
                .distinct()
                .map(out::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private List<LeftOut> leftOut(String retailerId) {
        return leftOut(List.of(retailerId));
    }

    Selection<SingleProduct> single(SingleProduct asked) {
        String id = asked.productRetailerId();
        return shows(id) ? Selection.of(asked, List.of()) : Selection.none(leftOut(id));
    }

    Selection<ProductList> list(ProductList asked) {
        List<LeftOut> leftOut = leftOut(ids(asked.sections()));
        List<ProductSection> left = sections(asked.sections());
        return left.isEmpty()
                ? Selection.none(leftOut)
                : Selection.of(new ProductList(asked.catalogId(), left), leftOut);
    }

    Selection<ProductCarousel> carousel(ProductCarousel asked) {
        List<LeftOut> leftOut = leftOut(asked.productRetailerIds());
        List<String> left =
                asked.productRetailerIds().stream().filter(this::shows).toList();
        return left.size() < FEWEST_CARDS
                ? Selection.none(leftOut)
                : Selection.of(new ProductCarousel(asked.catalogId(), left), leftOut);
    }

    /** Without its own picture the catalog shows that of its first product. */
    Selection<CatalogLink> link(CatalogLink asked) {
        List<LeftOut> leftOut = leftOut(asked.thumbnail().stream().toList());
        return Selection.of(leftOut.isEmpty() ? asked : CatalogLink.create(), leftOut);
    }

    Selection<HeaderParameter> header(TemplateParameter.Product asked) {
        String id = asked.productRetailerId();
        return shows(id) ? Selection.of(asked, List.of()) : Selection.none(leftOut(id));
    }

    Selection<ButtonParameter> catalogButton(ButtonParameter.CatalogThumbnail asked) {
        String id = asked.productRetailerId();
        return shows(id) ? Selection.of(asked, List.of()) : Selection.none(leftOut(id));
    }

    /** The picture is that of the first product that is left, if its own is not. */
    Selection<ButtonParameter> productsButton(ButtonParameter.Products asked) {
        List<LeftOut> leftOut = leftOut(Stream.concat(Stream.of(asked.thumbnail()), ids(asked.sections()).stream())
                .toList());
        List<ProductSection> left = sections(asked.sections());
        if (left.isEmpty()) {
            return Selection.none(leftOut);
        }
        String thumbnail = shows(asked.thumbnail())
                ? asked.thumbnail()
                : left.get(0).productRetailerIds().get(0);
        return Selection.of(new ButtonParameter.Products(thumbnail, left), leftOut);
    }

    /** Cards of a template; those without a product stay. */
    Selection<List<TemplateValues>> cards(List<TemplateValues> asked) {
        List<LeftOut> leftOut = leftOut(
                asked.stream().map(Packing::product).flatMap(Optional::stream).toList());
        List<TemplateValues> left = asked.stream()
                .filter(card -> product(card).map(this::shows).orElse(true))
                .toList();
        return left.size() < FEWEST_CARDS ? Selection.none(leftOut) : Selection.of(left, leftOut);
    }

    /** Which product a card shows. */
    static Optional<String> product(TemplateValues card) {
        return card.header()
                .filter(TemplateParameter.Product.class::isInstance)
                .map(header -> ((TemplateParameter.Product) header).productRetailerId());
    }

    /** The products of all sections. */
    static List<String> ids(List<ProductSection> sections) {
        return sections.stream()
                .flatMap(section -> section.productRetailerIds().stream())
                .toList();
    }

    /** Sections without a product are left out. */
    private List<ProductSection> sections(List<ProductSection> asked) {
        return asked.stream().map(this::section).flatMap(Optional::stream).toList();
    }

    private Optional<ProductSection> section(ProductSection asked) {
        List<String> left =
                asked.productRetailerIds().stream().filter(this::shows).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new ProductSection(asked.title(), left));
    }
}
