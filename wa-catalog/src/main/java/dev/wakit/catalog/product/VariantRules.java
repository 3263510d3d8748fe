package dev.wakit.catalog.product;

import dev.wakit.catalog.money.Money;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of one variant: those of Meta's product feeds. */
final class VariantRules {

    private static final int SHORT = 100;
    private static final int OPTION = 200;
    private static final int MORE_IMAGES = 20;
    private static final int MORE_COLUMNS = 100;
    private static final int LONGEST = 9_999;
    private static final Set<String> SECURE = Set.of("https");
    private static final Set<String> WEB = Set.of("http", "https");
    private static final Set<String> GENDERS = Set.of("female", "male", "unisex");
    private static final Set<String> AGES = Set.of("adult", "all ages", "infant", "kids", "newborn", "teen", "toddler");
    private static final Map<String, Integer> OPTIONS = Map.of(
            "color", OPTION, "size", OPTION, "material", OPTION, "pattern", SHORT, "gender", SHORT, "age_group", SHORT);
    private static final Set<String> OWN_COLUMNS = Set.of(
            "id",
            "availability",
            "condition",
            "price",
            "sale_price",
            "sale_price_effective_date",
            "image_link",
            "additional_image_link",
            "brand",
            "item_group_id",
            "google_product_category",
            "fb_product_category");
    private static final Pattern COLUMN = Pattern.compile("[A-Za-z0-9_.\\[\\]]{1,100}");
    private static final Pattern WEIGHT = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})? (lb|oz|g|kg)");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern GTIN = Pattern.compile("[0-9]{8}|[0-9]{12,14}");

    private VariantRules() {}

    static void check(Breaks breaks, VariantSpec variant) {
        breaks.required("id", variant.retailerId(), SHORT);
        breaks.check(
                variant.retailerId().equals(variant.retailerId().strip()),
                "id",
                variant.retailerId(),
                "It begins or ends with a blank",
                "Remove the blank.");
        breaks.check(
                variant.price().isPositive(),
                "price",
                variant.price().toString(),
                "It is not above nothing",
                "Set a price.");
        variant.sale().ifPresent(sale -> sale(breaks, variant.price(), sale));
        images(breaks, variant);
        variant.options().forEach((name, value) -> option(breaks, name, value));
        columns(breaks, variant.columns());
    }

    private static void sale(Breaks breaks, Money price, Sale sale) {
        String text = sale.price().toString();
        boolean isSame = sale.price().currency().equals(price.currency());
        breaks.check(isSame, "sale_price", text, "The price has another currency", "Use the same currency.");
        breaks.check(
                !isSame || (sale.price().isPositive() && sale.price().compareTo(price) < 0),
                "sale_price",
                text,
                "It is not below the price " + price,
                "Lower it, or leave it out.");
        boolean isWhole = sale.isLimited()
                && !sale.from().equals(java.time.Instant.EPOCH)
                && sale.from().isBefore(sale.until());
        breaks.check(
                !sale.isLimited() || isWhole,
                "sale_price_effective_date",
                sale.from() + "/" + sale.until(),
                "The end is not after the beginning",
                "Give both, the beginning first.");
    }

    private static void images(Breaks breaks, VariantSpec variant) {
        breaks.address("image_link", variant.imageLink(), SECURE);
        variant.moreImages().forEach(address -> {
            breaks.address("additional_image_link", address, SECURE);
            breaks.check(
                    address.indexOf(',') < 0,
                    "additional_image_link",
                    address,
                    "It contains a comma, which separates addresses",
                    "Write it as %2C.");
        });
        breaks.check(
                variant.moreImages().size() <= MORE_IMAGES,
                "additional_image_link",
                variant.moreImages().size() + " images",
                "At most 20 are allowed",
                "Leave some out.");
    }

    private static void option(Breaks breaks, String name, String value) {
        Integer longest = OPTIONS.get(name);
        if (longest == null) {
            breaks.check(
                    false,
                    name,
                    value,
                    "Variants cannot differ in it",
                    "Use color, size, material, pattern, gender or age_group.");
            return;
        }
        breaks.required(name, value, longest);
        if (name.equals("gender")) {
            breaks.check(GENDERS.contains(value), name, value, "It is no gender", "Use female, male or unisex.");
        }
        if (name.equals("age_group")) {
            breaks.check(
                    AGES.contains(value),
                    name,
                    value,
                    "It is no age group",
                    "Use adult, all ages, teen, kids, toddler, infant or newborn.");
        }
    }

    private static void columns(Breaks breaks, Map<String, String> columns) {
        breaks.check(
                columns.size() <= MORE_COLUMNS,
                "id",
                columns.size() + " further columns",
                "At most 100 are kept",
                "Leave some out.");
        columns.forEach((name, value) -> column(breaks, name, value));
    }

    private static void column(Breaks breaks, String name, String value) {
        boolean isFree = COLUMN.matcher(name).matches() && !OWN_COLUMNS.contains(name) && !OPTIONS.containsKey(name);
        breaks.check(isFree, name, value, "It cannot be a further column", "Set it where it belongs.");
        breaks.optional(name, value, LONGEST);
        switch (name) {
            case "title" -> ProductRules.title(breaks, value);
            case "description" -> ProductRules.description(breaks, value);
            case "link" -> breaks.address(name, value, WEB);
            case "mpn" -> breaks.optional(name, value, SHORT);
            case "gtin" ->
                breaks.check(
                        isGtin(value),
                        name,
                        value,
                        "It is no GTIN",
                        "Give 8, 12, 13 or 14 digits, the last one right.");
            case "shipping_weight" ->
                breaks.check(WEIGHT.matcher(value).matches(), name, value, "It is no weight", "Write it as 0.3 kg.");
            case "quantity_to_sell_on_facebook" ->
                breaks.check(COUNT.matcher(value).matches(), name, value, "It is no count", "Give 1 or more.");
            default -> {
                // Other columns are passed on as they are.
            }
        }
    }

    // The last digit makes the weighted sum a multiple of ten; weights 3 and 1 alternate from the right.
    private static boolean isGtin(String digits) {
        if (!GTIN.matcher(digits).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            boolean isTripled = (digits.length() - 1 - i) % 2 == 1;
            sum += (digits.charAt(i) - '0') * (isTripled ? 3 : 1);
        }
        return sum % 10 == 0;
    }
}
