package dev.wakit.catalog.intake;

import dev.wakit.TenantId;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.catalog.cart.CartId;
import dev.wakit.catalog.cart.CartState;
import dev.wakit.catalog.cart.SentItem;
import dev.wakit.catalog.cart.SubmittedCart;
import dev.wakit.catalog.enquiry.Enquiry;
import dev.wakit.catalog.enquiry.EnquiryId;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.inbound.MessageReceived;
import dev.wakit.inbound.content.OrderContent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads a received message as a cart or as an enquiry. */
final class Received {

    private Received() {}

    static boolean isOrder(MessageReceived message) {
        return message.content() instanceof OrderContent || message.type().equals("order");
    }

    static boolean isEnquiry(MessageReceived message) {
        return message.isAnswer() && !message.context().productId().isEmpty() && !isOrder(message);
    }

    /** An order whose content cannot be read has no items; the message is kept as it is. */
    static SubmittedCart cart(TenantId tenant, CartId id, MessageReceived message, Instant now) {
        Optional<OrderContent> order =
                message.content() instanceof OrderContent sent ? Optional.of(sent) : Optional.empty();
        return new SubmittedCart(
                tenant,
                id,
                key(message),
                sender(message),
                contact(message),
                plain(message.profileName().orElse("")),
                plain(order.map(OrderContent::catalogId).orElse("")),
                plain(order.map(OrderContent::note).orElse("")),
                order.map(OrderContent::items).orElse(List.of()).stream()
                        .map(item -> new SentItem(
                                plain(item.productId()), item.quantity(), item.price(), plain(item.currency())))
                        .toList(),
                plain(message.raw()),
                CartState.SUBMITTED,
                Optional.empty(),
                "",
                message.at(),
                now);
    }

    static Enquiry enquiry(TenantId tenant, EnquiryId id, MessageReceived message, Optional<VariantId> variant) {
        return new Enquiry(
                tenant,
                id,
                key(message),
                sender(message),
                contact(message),
                plain(message.profileName().orElse("")),
                plain(message.context().catalogId()),
                plain(message.context().productId()),
                variant,
                plain(message.text().orElse("")),
                message.at());
    }

    private static String sender(MessageReceived message) {
        return message.sender().map(SenderId::value).orElse("");
    }

    private static String contact(MessageReceived message) {
        return message.from().map(Recipient::key).orElse("");
    }

    // The id of a message has a phone number in it, so what outlives the person is a digest.
    private static String key(MessageReceived message) {
        String text = sender(message) + '\0' + message.messageId().value();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256.", missing);
        }
    }

    // No database keeps this character in every kind of text.
    private static String plain(String text) {
        return text.replace("\0", "");
    }
}
