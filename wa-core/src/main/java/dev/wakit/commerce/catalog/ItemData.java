package dev.wakit.commerce.catalog;

import dev.wakit.internal.Check;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The fields of a product as a BSP takes them: names of Meta's feed columns, such as {@code title}, {@code price} or
 * {@code image_link}, with texts or lists of texts. Immutable.
 *
 * <p>Which fields there are, and what may stand in them, is the BSP's business; {@code wa-catalog} checks products before they get
 * here. The retailer id is not among them: the {@link ItemChange} has it.
 *
 * @since 0.1
 */
public final class ItemData {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_.\\[\\]]{0,99}");

    private final Map<String, Object> values;

    private ItemData(Builder builder) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(builder.values));
    }

    /** Returns an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Data of texts only. */
    public static ItemData of(Map<String, String> texts) {
        Builder builder = builder();
        texts.forEach(builder::set);
        return builder.build();
    }

    /** The fields in the order in which they were set: each a {@code String} or a {@code List<String>}. */
    public Map<String, Object> values() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ItemData that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The names only. */
    @Override
    public String toString() {
        return "ItemData" + values.keySet();
    }

    /**
     * Builds {@link ItemData}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final Map<String, Object> values = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Sets a field.
         *
         * @param name lower-case letters, digits, '_', '.' and brackets; not {@code id}
         * @param text its text; an empty one clears the field, which ends for instance a sale
         * @throws dev.wakit.InvalidMessageException if the name is not one
         */
        public Builder set(String name, String text) {
            values.put(name(name), Objects.requireNonNull(text, "text"));
            return this;
        }

        /** Sets a field that holds a list, such as {@code additional_image_link}; throws as {@link #set} does. */
        public Builder list(String name, List<String> texts) {
            values.put(name(name), List.copyOf(texts));
            return this;
        }

        private static String name(String name) {
            Check.matches("item field", name, NAME, "be a column such as image_link");
            Check.that(!name.equals("id"), "item field", "must not be id. Name the product in the ItemChange.");
            return name;
        }

        /** Returns the data. */
        public ItemData build() {
            return new ItemData(this);
        }
    }
}
