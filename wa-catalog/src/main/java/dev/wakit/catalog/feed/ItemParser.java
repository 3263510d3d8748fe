package dev.wakit.catalog.feed;

import dev.wakit.catalog.InvalidProductException;
import dev.wakit.catalog.RuleBreak;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.money.PriceText;
import dev.wakit.catalog.product.Availability;
import dev.wakit.catalog.product.Condition;
import dev.wakit.catalog.product.ProductSpec;
import dev.wakit.catalog.product.ProductTexts;
import dev.wakit.catalog.product.Sale;
import dev.wakit.catalog.product.VariantSpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the texts of one item as a product of one variant, and tells everything that is wrong with it. Not thread-safe. */
final class ItemParser {

    private final Map<String, String> item;
    private final Currency currency;
    private final boolean isSimple;
    private final List<RuleBreak> breaks = new ArrayList<>();

    private ItemParser(Map<String, String> item, Currency currency, boolean isSimple) {
        this.item = item;
        this.currency = currency;
        this.isSimple = isSimple;
    }

    /**
     * Reads an item.
     *
     * @param item the values by column; empty ones are absent
     * @param currency the currency of the catalog
     * @param isSimple whether a price may come without its currency, and availability, condition and description may be left out
     * @throws InvalidProductException with everything that is wrong
     */
    static ProductSpec parse(Map<String, String> item, Currency currency, boolean isSimple) {
        return new ItemParser(item, currency, isSimple).product();
    }

    private ProductSpec product() {
        Optional<Money> price = read("price", this::price);
        Optional<Availability> availability = word("availability", Availability::of, "in stock or out of stock");
        Optional<Condition> condition = word("condition", Condition::of, "new, refurbished or used");
        // A price is put in for one that cannot be read, so that the other rules are checked as well.
        VariantSpec.Builder variant =
                VariantSpec.builder(text("id"), price.orElse(new Money(Long.MAX_VALUE, currency)), text("image_link"));
        availability.ifPresent(variant::availability);
        condition.ifPresent(variant::condition);
        sale().ifPresent(variant::sale);
        variant.moreImages(images());
        more(variant);
        ProductSpec product = check(variant.build());
        if (product == null || !breaks.isEmpty()) {
            throw new InvalidProductException(breaks);
        }
        return product;
    }

    private @org.jspecify.annotations.Nullable ProductSpec check(VariantSpec variant) {
        String description = isSimple && text("description").isEmpty() ? text("title") : text("description");
        var texts = new ProductTexts(
                text("title"),
                description,
                text("link"),
                text("brand"),
                text("item_group_id"),
                text("google_product_category"),
                text("fb_product_category"));
        try {
            return ProductSpec.of(texts, List.of(variant));
        } catch (InvalidProductException invalid) {
            breaks.addAll(invalid.breaks());
            return null;
        }
    }

    private String text(String column) {
        return item.getOrDefault(column, "");
    }

    private Money price(String text) {
        Money price = isSimple ? PriceText.parse(text, currency) : PriceText.parse(text);
        if (!price.currency().equals(currency)) {
            throw new IllegalArgumentException("The catalog is in " + currency.getCurrencyCode()
                    + ". Give the price in that currency, or use another catalog.");
        }
        return price;
    }

    private <T> Optional<T> read(String column, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text(column)));
        } catch (IllegalArgumentException wrong) {
            wrong(column, String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }

    // The messages are a problem and a fix, in two sentences.
    private void wrong(String column, String message) {
        int end = message.indexOf(". ");
        String problem = end < 0 ? message : message.substring(0, end);
        String fix = end < 0 ? "Correct it." : message.substring(end + 2);
        breaks.add(new RuleBreak(column, text(column), problem, fix));
    }

    private <T> Optional<T> word(String column, Function<String, Optional<T>> reader, String words) {
        String text = text(column);
        Optional<T> value = reader.apply(text);
        if (value.isEmpty() && (!isSimple || !text.isEmpty())) {
            String problem = text.isEmpty() ? "It is missing" : "It is no " + column + " that Meta knows";
            breaks.add(new RuleBreak(column, text, problem, "Use a word such as " + words + "."));
        }
        return value;
    }

    private Optional<Sale> sale() {
        String dates = text("sale_price_effective_date");
        if (text("sale_price").isEmpty()) {
            if (!dates.isEmpty()) {
                breaks.add(new RuleBreak(
                        "sale_price_effective_date",
                        dates,
                        "There is no sale_price",
                        "Give one, or leave the dates out."));
            }
            return Optional.empty();
        }
        Optional<Money> price = read("sale_price", this::price);
        if (dates.isEmpty()) {
            return price.map(Sale::of);
        }
        List<Instant> limits =
                read("sale_price_effective_date", ItemParser::dates).orElse(List.of());
        return limits.isEmpty() ? Optional.empty() : price.map(money -> new Sale(money, limits.get(0), limits.get(1)));
    }

    private static List<Instant> dates(String text) {
        String[] parts = text.split("/", -1);
        try {
            if (parts.length == 2) {
                return List.of(time(parts[0]), time(parts[1]));
            }
        } catch (DateTimeException wrong) {
            // Told below, with the right form.
        }
        throw new IllegalArgumentException(
                "It is not a beginning and an end" + ". Write them as 2026-01-01T00:00+00:00/2026-02-01T00:00+00:00.");
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text.strip()).toInstant();
    }

    private List<String> images() {
        return Stream.of(text("additional_image_link").split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    private void more(VariantSpec.Builder variant) {
        var options = new TreeMap<String, String>();
        item.forEach((column, value) -> {
            if (FeedColumns.OPTIONS.contains(column)) {
                options.put(column, value);
            } else if (!FeedColumns.META.contains(column)) {
                variant.column(column, value);
            }
        });
        variant.options(options);
    }
}
