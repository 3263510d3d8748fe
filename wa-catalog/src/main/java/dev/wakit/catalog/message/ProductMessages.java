package dev.wakit.catalog.message;

import dev.wakit.TenantId;
import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.CatalogId;
import dev.wakit.catalog.InvalidProductException;
import dev.wakit.catalog.NotFoundException;
import dev.wakit.catalog.RuleBreak;
import dev.wakit.catalog.store.CatalogStores;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Builds the parts of messages that show products, from one tenant's catalogs. Thread-safe.
 *
 * <pre>{@code
 * Selection<ProductList> shirts = shop.productMessages().list(catalog, List.of(ProductSection.of("Shirts", "shirt-m", "shirt-l")));
 * shirts.leftOut().forEach(out -> log.info("{}", out));
 * Message message = InteractiveMessage.builder(shirts.orThrow())
 *         .header(InteractiveHeader.text("New in"))
 *         .body("Look at these.")
 *         .build();
 * }</pre>
 *
 * <p>Products that customers may not see or cannot order now are left out, with the reason. WhatsApp's limits are checked before
 * that, on what is asked for. All methods throw {@link dev.wakit.InvalidMessageException} if one is broken, {@link NotFoundException}
 * if there is no such catalog, and {@link InvalidProductException} if it is linked to none of Meta's.
 *
 * @since 0.1
 */
public final class ProductMessages {

    private final TenantId tenant;
    private final CatalogStores stores;
    private final Verdicts verdicts;

    /** Used by {@link dev.wakit.catalog.Shop}. */
    public ProductMessages(TenantId tenant, CatalogStores stores) {
        this.tenant = tenant;
        this.stores = stores;
        this.verdicts = new Verdicts(tenant, stores);
    }

    /** One product. */
    public Selection<SingleProduct> single(CatalogId catalog, String retailerId) {
        var asked = new SingleProduct(metaId(catalog), retailerId);
        return packing(catalog, List.of(retailerId)).single(asked);
    }

    /**
     * Products in sections; a section is left out with its last product, the message with its last section.
     *
     * @param sections 1 to 10 with together at most 30 products
     */
    public Selection<ProductList> list(CatalogId catalog, List<ProductSection> sections) {
        var asked = new ProductList(metaId(catalog), sections);
        return packing(catalog, Packing.ids(sections)).list(asked);
    }

    /**
     * The whole catalog.
     *
     * @param thumbnail the product whose picture is shown; that of the catalog's first product if it may not be shown
     */
    public Selection<CatalogLink> link(CatalogId catalog, String thumbnail) {
        metaId(catalog);
        var asked = CatalogLink.builder().thumbnail(thumbnail).build();
        return packing(catalog, List.of(thumbnail)).link(asked);
    }

    /**
     * Products to swipe through; nothing if fewer than 2 are left.
     *
     * @param retailerIds 2 to 10
     */
    public Selection<ProductCarousel> carousel(CatalogId catalog, List<String> retailerIds) {
        var asked = new ProductCarousel(metaId(catalog), retailerIds);
        return packing(catalog, retailerIds).carousel(asked);
    }

    /** The header of a template that shows one product. */
    public Selection<HeaderParameter> header(CatalogId catalog, String retailerId) {
        var asked = new TemplateParameter.Product(metaId(catalog), retailerId);
        return packing(catalog, List.of(retailerId)).header(asked);
    }

    /**
     * The button of a template that opens the catalog.
     *
     * @param thumbnail the product whose picture is shown; if it may not be shown there is no part, and the button works without a value
     */
    public Selection<ButtonParameter> catalogButton(CatalogId catalog, String thumbnail) {
        metaId(catalog);
        var asked = new ButtonParameter.CatalogThumbnail(thumbnail);
        return packing(catalog, List.of(thumbnail)).catalogButton(asked);
    }

    /**
     * The button of a template that opens products in sections.
     *
     * @param thumbnail the product whose picture is shown; that of the first product that is left if it may not be shown
     * @param sections 1 to 10 with together at most 30 products
     */
    public Selection<ButtonParameter> productsButton(
            CatalogId catalog, String thumbnail, List<ProductSection> sections) {
        metaId(catalog);
        var asked = new ButtonParameter.Products(thumbnail, sections);
        List<String> ids = Stream.concat(Stream.of(thumbnail), Packing.ids(sections).stream())
                .toList();
        return packing(catalog, ids).productsButton(asked);
    }

    /**
     * The cards of a template whose cards show a product each and take no other value; nothing if fewer than 2 are left.
     *
     * @param retailerIds 2 to 10
     */
    public Selection<List<TemplateValues>> cards(CatalogId catalog, List<String> retailerIds) {
        var asked = new ProductCarousel(metaId(catalog), retailerIds);
        List<TemplateValues> cards = asked.productRetailerIds().stream()
                .map(id -> TemplateValues.builder()
                        .headerProduct(asked.catalogId(), id)
                        .build())
                .toList();
        return packing(catalog, retailerIds).cards(cards);
    }

    private String metaId(CatalogId id) {
        Catalog catalog = stores.catalogs().find(tenant, id).orElseThrow(() -> new NotFoundException("catalog " + id));
        String meta = catalog.link().catalogId();
        if (meta.isEmpty()) {
            throw new InvalidProductException(new RuleBreak(
                    "catalog",
                    id.toString(),
                    "It is linked to no catalog of Meta, so WhatsApp cannot show its products",
                    "Save it with a MetaLink, and mirror it."));
        }
        return meta;
    }

    private Packing packing(CatalogId catalog, Collection<String> retailerIds) {
        Map<String, Verdict> known = verdicts.of(catalog, retailerIds);
        var out = new HashMap<String, LeftOut>();
        for (String id : retailerIds) {
            Verdict verdict = known.get(id);
            if (verdict == null) {
                out.put(id, new LeftOut(id, LeftOutReason.UNKNOWN, "The catalog has no such variant."));
            } else {
                verdict.leftOut().ifPresent(why -> out.put(id, why));
            }
        }
        return new Packing(out);
    }
}
