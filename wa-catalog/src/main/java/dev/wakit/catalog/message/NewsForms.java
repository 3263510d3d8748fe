package dev.wakit.catalog.message;

import dev.wakit.catalog.payment.PaymentMessages;
import dev.wakit.commerce.OrderState;
import dev.wakit.message.InteractiveMessage;
import dev.wakit.message.Message;
import dev.wakit.message.TextMessage;
import dev.wakit.message.interactive.OrderDetails;
import dev.wakit.message.interactive.OrderStatus;
import java.util.Optional;

/** The form of a message: as the host wrote it, or as WhatsApp's own messages about orders. Thread-safe. */
final class NewsForms {

    private final MessageWriter writer;
    private final Optional<PaymentMessages> payments;

    NewsForms(MessageWriter writer, Optional<PaymentMessages> payments) {
        this.writer = writer;
        this.payments = payments;
    }

    /** A message and its form. */
    record Written(MessageForm form, Message message) {}

    Optional<Written> template(ShopNews news) {
        return writer.template(news).map(template -> new Written(MessageForm.TEMPLATE, template));
    }

    Optional<Written> reply(ShopNews news, boolean wasAskedToPay) {
        return writer.reply(news).map(message -> {
            if (message instanceof TextMessage text && news instanceof ShopNews.OfOrder of && payments.isPresent()) {
                return framed(of, text, payments.get(), wasAskedToPay);
            }
            return new Written(MessageForm.REPLY, message);
        });
    }

    private static Written framed(ShopNews.OfOrder news, TextMessage text, PaymentMessages payments, boolean wasAsked) {
        ShopMessage message = news.message();
        if (message.kind() == ShopMessageKind.PAYMENT_REQUEST) {
            return new Written(
                    MessageForm.ORDER_DETAILS,
                    InteractiveMessage.builder(new OrderDetails(payments.request(news.order())))
                            .body(text.body())
                            .build());
        }
        Optional<OrderState> state = message.orderState().filter(known -> wasAsked && fits(text));
        if (state.isEmpty()
                || (state.get() == OrderState.CANCELED && news.order().isPaidInWhatsApp())) {
            return new Written(MessageForm.REPLY, text);
        }
        OrderStatus status = payments.status(news.order(), state.get());
        return new Written(
                MessageForm.ORDER_STATUS,
                InteractiveMessage.builder(status).body(text.body()).build());
    }

    private static boolean fits(TextMessage text) {
        return text.body().length() <= dev.wakit.message.interactive.InteractiveKind.ORDER_STATUS.bodyLimit();
    }
}
