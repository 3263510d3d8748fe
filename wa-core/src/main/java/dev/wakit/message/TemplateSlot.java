package dev.wakit.message;

/**
 * One place of an approved template that takes a value when it is sent. Immutable.
 *
 * @param place where: {@code header}, {@code body}, {@code button 0}, {@code offer}, or the same after {@code card 0 }
 * @param name the name or number of the variable; empty where the place has just one
 * @param accepts what it takes: {@code text}, a header format such as {@code IMAGE}, or a sort of button value such as
 *     {@code UrlSuffix}
 * @param required whether the message cannot be sent without it
 * @since 0.1
 */
public record TemplateSlot(String place, String name, String accepts, boolean required) {}
