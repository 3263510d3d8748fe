package dev.wakit.catalog.message;

import dev.wakit.TenantId;
import dev.wakit.catalog.product.ProductCounter;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.store.CatalogStores;
import dev.wakit.message.InteractiveMessage;
import dev.wakit.message.Message;
import dev.wakit.message.OutgoingCheck;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TemplateMessageBuilder;
import dev.wakit.message.interactive.CatalogLink;
import dev.wakit.message.interactive.InteractiveAction;
import dev.wakit.message.interactive.ProductCarousel;
import dev.wakit.message.interactive.ProductList;
import dev.wakit.message.interactive.SingleProduct;
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.HeaderParameter;
import dev.wakit.template.TemplateParameter;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Packs messages of one tenant again right before they are sent, without products that customers may not see or cannot order by then,
 * and counts in how many messages a product was shown. Thread-safe.
 *
 * <pre>{@code
 * var engine = CampaignEngine.builder(stores).inbound(shop.intake()).outgoing(shop.outgoing());
 * }</pre>
 *
 * <p>Products that are not known here, and those of catalogs that are not linked here, are not judged. What was read is used for a
 * second.
 *
 * @since 0.1
 */
public final class ProductCheck implements OutgoingCheck {

    private final TenantId tenant;
    private final CatalogStores stores;
    private final RecentVerdicts verdicts;

    /** Used by {@link dev.wakit.catalog.Shop}. */
    public ProductCheck(TenantId tenant, CatalogStores stores, InstantSource clock) {
        this.tenant = tenant;
        this.stores = stores;
        this.verdicts = new RecentVerdicts(new Verdicts(tenant, stores), clock);
    }

    @Override
    public Message check(TenantId of, Message message) {
        ShownProducts shown = ShownProducts.of(message);
        if (!of.equals(tenant) || shown.isNone()) {
            return message;
        }
        var out = new HashMap<String, LeftOut>();
        verdicts.of(shown.metaCatalog(), shown.retailerIds())
                .forEach((id, verdict) -> verdict.leftOut().ifPresent(why -> out.put(id, why)));
        return out.isEmpty() ? message : pack(new Packing(out), message);
    }

    private static Message pack(Packing packing, Message message) {
        if (message instanceof TemplateMessage template) {
            return pack(packing, template);
        }
        var interactive = (InteractiveMessage) message;
        InteractiveMessage.Builder packed = InteractiveMessage.builder(action(packing, interactive.action()));
        interactive.header().ifPresent(packed::header);
        interactive.body().ifPresent(packed::body);
        interactive.footer().ifPresent(packed::footer);
        return packed.build();
    }

    private static InteractiveAction action(Packing packing, InteractiveAction action) {
        if (action instanceof SingleProduct single) {
            return packing.single(single).orThrow();
        }
        if (action instanceof ProductList list) {
            return packing.list(list).orThrow();
        }
        if (action instanceof ProductCarousel carousel) {
            return packing.carousel(carousel).orThrow();
        }
        return action instanceof CatalogLink link ? packing.link(link).orThrow() : action;
    }

    private static TemplateMessage pack(Packing packing, TemplateMessage template) {
        TemplateMessageBuilder packed =
                TemplateMessage.builder(template.name(), template.language()).body(template.body());
        template.header().ifPresent(header -> packed.header(header(packing, header)));
        template.buttons()
                .forEach((index, button) ->
                        button(packing, button).ifPresent(parameter -> packed.button(index, parameter)));
        if (!template.carousel().isEmpty()) {
            packed.carousel(packing.cards(template.carousel()).orThrow());
        }
        template.limitedTimeOffer().ifPresent(packed::limitedTimeOffer);
        template.tapTarget().ifPresent(target -> packed.tapTarget(target.url().toString(), target.title()));
        template.marketing().ifPresent(packed::marketing);
        return packed.build();
    }

    private static HeaderParameter header(Packing packing, HeaderParameter header) {
        return header instanceof TemplateParameter.Product product
                ? packing.header(product).orThrow()
                : header;
    }

    /** The button of a catalog works without a picture of its own. */
    private static Optional<ButtonParameter> button(Packing packing, ButtonParameter button) {
        if (button instanceof ButtonParameter.CatalogThumbnail thumbnail) {
            return packing.catalogButton(thumbnail).part();
        }
        return Optional.of(
                button instanceof ButtonParameter.Products products
                        ? packing.productsButton(products).orThrow()
                        : button);
    }

    @Override
    public void accepted(TenantId of, List<Message> messages) {
        if (!of.equals(tenant)) {
            return;
        }
        var times = new HashMap<ShownProducts, Long>();
        for (Message message : messages) {
            ShownProducts shown = ShownProducts.of(message);
            if (!shown.isNone()) {
                times.merge(shown, 1L, Long::sum);
            }
        }
        var additions = new HashMap<VariantId, Long>();
        times.forEach((shown, count) ->
                verdicts(shown).values().forEach(verdict -> additions.merge(verdict.variant(), count, Long::sum)));
        if (!additions.isEmpty()) {
            stores.products().count(tenant, ProductCounter.SHOWN, additions);
        }
    }

    private Map<String, Verdict> verdicts(ShownProducts shown) {
        return verdicts.of(shown.metaCatalog(), shown.retailerIds());
    }
}
