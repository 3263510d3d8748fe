package dev.wakit.catalog.message;

import dev.wakit.message.InteractiveMessage;
import dev.wakit.message.Message;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.interactive.CatalogLink;
import dev.wakit.message.interactive.InteractiveAction;
import dev.wakit.message.interactive.ProductCarousel;
import dev.wakit.message.interactive.ProductList;
import dev.wakit.message.interactive.SingleProduct;
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.TemplateParameter;
import dev.wakit.template.TemplateValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which products a message shows. Immutable.
 *
 * @param metaCatalog Meta's number of their catalog; {@link Verdicts#ANY} if the message does not name it
 * @param retailerIds the products, none if it shows none
 */
record ShownProducts(String metaCatalog, Set<String> retailerIds) {

    private static final ShownProducts NONE = new ShownProducts(Verdicts.ANY, Set.of());

    static ShownProducts of(Message message) {
        if (message instanceof InteractiveMessage interactive) {
            return of(interactive.action());
        }
        return message instanceof TemplateMessage template ? of(template) : NONE;
    }

    boolean isNone() {
        return retailerIds.isEmpty();
    }

    private static ShownProducts of(InteractiveAction action) {
        if (action instanceof SingleProduct single) {
            return new ShownProducts(single.catalogId(), Set.of(single.productRetailerId()));
        }
        if (action instanceof ProductList list) {
            return new ShownProducts(list.catalogId(), new HashSet<>(Packing.ids(list.sections())));
        }
        if (action instanceof ProductCarousel carousel) {
            return new ShownProducts(carousel.catalogId(), new HashSet<>(carousel.productRetailerIds()));
        }
        return action instanceof CatalogLink link
                ? new ShownProducts(Verdicts.ANY, link.thumbnail().map(Set::of).orElse(Set.of()))
                : NONE;
    }

    private static ShownProducts of(TemplateMessage template) {
        var catalogs = new HashSet<String>();
        var ids = new HashSet<String>();
        var all = new ArrayList<>(List.of(template.values()));
        all.addAll(template.carousel());
        for (TemplateValues values : all) {
            if (values.header().orElse(null) instanceof TemplateParameter.Product product) {
                catalogs.add(product.catalogId());
                ids.add(product.productRetailerId());
            }
            for (ButtonParameter button : values.buttons().values()) {
                if (button instanceof ButtonParameter.CatalogThumbnail thumbnail) {
                    ids.add(thumbnail.productRetailerId());
                } else if (button instanceof ButtonParameter.Products products) {
                    ids.add(products.thumbnail());
                    ids.addAll(Packing.ids(products.sections()));
                }
            }
        }
        return new ShownProducts(catalogs.size() == 1 ? catalogs.iterator().next() : Verdicts.ANY, ids);
    }
}
