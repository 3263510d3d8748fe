package dev.wakit.catalog.product;

import dev.wakit.catalog.RuleBreak;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of a whole product: those of Meta's product feeds, and that its variants fit together. */
final class ProductRules {

    private static final int TITLE = 200;
    private static final int DESCRIPTION = 9_999;
    private static final int SHORT = 100;
    private static final int CATEGORY = 250;
    private static final int FEW_LETTERS = 10;
    private static final Set<String> WEB = Set.of("http", "https");
    private static final Pattern HTML = Pattern.compile("</?[a-zA-Z][^<>]{0,200}>");

    private ProductRules() {}

    static List<RuleBreak> breaks(ProductSpec product) {
        var breaks = new Breaks();
        ProductTexts texts = product.texts();
        title(breaks, texts.title());
        description(breaks, texts.description());
        breaks.address("link", texts.link(), WEB);
        breaks.optional("brand", texts.brand(), SHORT);
        breaks.optional("item_group_id", texts.groupId(), SHORT);
        breaks.optional("google_product_category", texts.googleCategory(), CATEGORY);
        breaks.optional("fb_product_category", texts.fbCategory(), CATEGORY);
        product.variants().forEach(variant -> {
            maker(breaks, texts, variant);
            VariantRules.check(breaks, variant);
        });
        together(breaks, product);
        return breaks.found();
    }

    static void title(Breaks breaks, String title) {
        breaks.required("title", title, TITLE);
    }

    static void description(Breaks breaks, String description) {
        breaks.required("description", description, DESCRIPTION);
        breaks.check(
                !HTML.matcher(description).find(),
                "description",
                description,
                "It contains HTML",
                "Remove the tags; it is shown as plain text.");
        breaks.check(
                !isShouted(description),
                "description",
                description,
                "It is written in capital letters only",
                "Write it in ordinary letters.");
    }

    // A few capital letters may be a name; scripts without capital letters cannot shout.
    private static boolean isShouted(String text) {
        long upper = text.codePoints().filter(Character::isUpperCase).count();
        return upper > FEW_LETTERS && text.codePoints().noneMatch(Character::isLowerCase);
    }

    private static void maker(Breaks breaks, ProductTexts texts, VariantSpec variant) {
        boolean isKnown = !texts.brand().isBlank()
                || variant.column("gtin").isPresent()
                || variant.column("mpn").isPresent();
        breaks.check(isKnown, "brand", "", "It is missing, and so are gtin and mpn", "Fill in one of the three.");
    }

    private static void together(Breaks breaks, ProductSpec product) {
        int count = product.variants().size();
        String group = product.texts().groupId();
        breaks.check(
                count >= 1 && count <= ProductSpec.MAX_VARIANTS,
                "item_group_id",
                group,
                "The product has " + count + " variants, and 1 to 1,000 are possible",
                "Split or fill the product.");
        breaks.check(
                count <= 1 || !group.isBlank(),
                "item_group_id",
                group,
                "A product with variants needs one",
                "Give all variants of the product the same.");
        var ids = new HashSet<String>();
        var options = new HashSet<Map<String, String>>();
        for (VariantSpec variant : product.variants()) {
            fits(breaks, product, variant, ids, options);
        }
    }

    private static void fits(
            Breaks breaks,
            ProductSpec product,
            VariantSpec variant,
            Set<String> ids,
            Set<Map<String, String>> options) {
        VariantSpec first = product.variants().get(0);
        breaks.check(
                ids.add(variant.retailerId()),
                "id",
                variant.retailerId(),
                "Two variants have it",
                "Give each variant an id of its own.");
        breaks.check(
                options.add(variant.options()),
                "item_group_id",
                product.texts().groupId(),
                "Two variants, one of them " + variant.retailerId()
                        + ", do not differ in color, size, material, pattern," + " gender or age_group",
                "Say in what they differ.");
        breaks.check(
                variant.options().keySet().equals(first.options().keySet()),
                "item_group_id",
                product.texts().groupId(),
                "Variant " + variant.retailerId() + " has " + variant.options().keySet() + ", and the first one "
                        + first.options().keySet(),
                "Give all variants of a product the same kinds of differences.");
        breaks.check(
                variant.price().currency().equals(first.price().currency()),
                "price",
                variant.price().toString(),
                "The first variant has another currency",
                "Use one currency for a product.");
    }
}
