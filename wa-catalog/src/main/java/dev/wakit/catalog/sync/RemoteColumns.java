package dev.wakit.catalog.sync;

import dev.wakit.catalog.product.Availability;
import dev.wakit.commerce.catalog.RemoteProduct;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the columns in which a product of the BSP is not what it should be. */
final class RemoteColumns {

    /** What the BSP tells of a product in the words in which it was handed in, but for case. */
    private static final List<String> TEXTS = List.of(
            "title",
            "link",
            "image_link",
            "brand",
            "condition",
            "item_group_id",
            "color",
            "size",
            "material",
            "pattern",
            "gender",
            "age_group");

    private static final List<String> PRICES = List.of("price", "sale_price");
    private static final Set<String> IN_ANY_CASE = Set.of("condition", "gender", "age_group");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
    private static final Pattern HOST = Pattern.compile("(?s)^[a-zA-Z]+://([^/?#]*).*$");

    private RemoteColumns() {}

    /**
     * The columns that differ.
     *
     * @param leftAlone columns that belong to the BSP's side
     */
    static List<String> different(ItemWish wish, RemoteProduct product, Set<String> leftAlone) {
        Stream<String> texts = TEXTS.stream().filter(name -> !isSameText(name, wish, product));
        Stream<String> prices = PRICES.stream().filter(name -> !isSamePrice(name, wish, product));
        Stream<String> availability = isSameAvailability(wish, product) ? Stream.of() : Stream.of("availability");
        return Stream.of(texts, prices, availability)
                .flatMap(one -> one)
                .filter(name -> !leftAlone.contains(name))
                .sorted()
                .toList();
    }

    // What the BSP leaves out says nothing: it does not tell every field of every product.
    private static boolean isSameText(String name, ItemWish wish, RemoteProduct product) {
        Optional<String> there = product.field(name);
        String here = wish.columns().getOrDefault(name, "");
        return there.isEmpty()
                || here.equals(there.get())
                || isOwnForm(name, here, there.get(), product)
                || (IN_ANY_CASE.contains(name)
                        && here.toLowerCase(Locale.ROOT).equals(there.get().toLowerCase(Locale.ROOT)));
    }

    // The BSP serves copies of images from hosts of its own, and may call a product that has no group a group of one.
    private static boolean isOwnForm(String name, String here, String there, RemoteProduct product) {
        return switch (name) {
            case "image_link" -> !here.isEmpty() && !host(here).equals(host(there));
            case "item_group_id" -> here.isEmpty() && there.equals(product.retailerId());
            default -> false;
        };
    }

    private static String host(String link) {
        return HOST.matcher(link).replaceFirst("$1").toLowerCase(Locale.ROOT);
    }

    // The BSP writes prices for people, such as $1,234.50; their digits are those of 1234.50 USD in every writing.
    private static boolean isSamePrice(String name, ItemWish wish, RemoteProduct product) {
        Optional<String> there = product.field(name).filter(text -> !text.isBlank());
        String here = wish.columns().getOrDefault(name, "");
        return there.map(text -> digits(text).equals(digits(here))).orElse(true)
                && (here.isEmpty() || isSameCurrency(here, product));
    }

    private static boolean isSameCurrency(String price, RemoteProduct product) {
        return product.field("currency").map(price::endsWith).orElse(true);
    }

    private static String digits(String price) {
        return NO_DIGIT.matcher(price).replaceAll("");
    }

    private static boolean isSameAvailability(ItemWish wish, RemoteProduct product) {
        return Optional.ofNullable(wish.columns().get("availability"))
                .flatMap(Availability::of)
                .filter(here -> product.availability() != dev.wakit.commerce.catalog.Availability.UNKNOWN)
                .map(here -> here.name().equals(product.availability().name()))
                .orElse(true);
    }
}
