package dev.wakit.inbound;

import java.util.Locale;
import java.util.Objects;

/**
 * What a message is billed as. There is no amount: that is in the BSP's rate card.
 *
 * <p>Immutable. The words are the BSP's, since they grow; {@link #category()} and {@link #type()} say what they mean.
 *
 * @param categoryWord the category as the BSP writes it
 * @param typeWord the type as the BSP writes it; empty in old forms
 * @param model the model of pricing, such as {@code PMP} for each message or {@code CBP} for each conversation
 * @param billable whether it is paid for
 * @since 0.1
 */
public record Pricing(String categoryWord, String typeWord, String model, boolean billable) {

    /** What kind of message it was billed as. */
    public enum Category {
        /** Offers, by the ordinary way. */
        MARKETING,
        /** Offers, by the Marketing Messages API. */
        MARKETING_LITE,
        /** About an order or account. */
        UTILITY,
        /** One-time passwords. */
        AUTHENTICATION,
        /** One-time passwords at the rate for businesses from abroad. */
        AUTHENTICATION_INTERNATIONAL,
        /** Answers without a template. */
        SERVICE,
        /** Answers to a person who came through an advertisement. */
        REFERRAL_CONVERSION,
        /** Offers to a group. */
        GROUP_MARKETING,
        /** About an order or account, to a group. */
        GROUP_UTILITY,
        /** Answers to a group. */
        GROUP_SERVICE,
        /** Answers of a general-purpose assistant. */
        GENERAL_PURPOSE_AI,
        /** A word that this version does not know, or none. */
        UNKNOWN
    }

    /** Whether it was free, and why. */
    public enum Type {
        /** At the ordinary rate. */
        REGULAR,
        /** Free, because the person wrote first. */
        FREE_CUSTOMER_SERVICE,
        /** Free, because the person came through an advertisement or a page. */
        FREE_ENTRY_POINT,
        /** A word that this version does not know, or none. */
        UNKNOWN
    }

    /** Refuses absent words. */
    public Pricing {
        Objects.requireNonNull(categoryWord, "categoryWord");
        Objects.requireNonNull(typeWord, "typeWord");
        Objects.requireNonNull(model, "model");
    }

    /** What the category word means; hyphens and underscores are the same. */
    public Category category() {
        return find(Category.values(), categoryWord, Category.UNKNOWN);
    }

    /** What the type word means. */
    public Type type() {
        return find(Type.values(), typeWord, Type.UNKNOWN);
    }

    private static <E extends Enum<E>> E find(E[] known, String word, E unknown) {
        String name = word.strip().replace('-', '_').toUpperCase(Locale.ROOT);
        for (E constant : known) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return unknown;
    }
}
