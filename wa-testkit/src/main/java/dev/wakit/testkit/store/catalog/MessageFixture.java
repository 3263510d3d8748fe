package dev.wakit.testkit.store.catalog;

import dev.wakit.address.SenderId;
import dev.wakit.catalog.Shop;
import dev.wakit.catalog.message.MessageSettings;
import dev.wakit.catalog.message.MessageWriter;
import dev.wakit.catalog.message.Messenger;
import dev.wakit.catalog.message.ShopNews;
import dev.wakit.inbound.EventSource;
import dev.wakit.inbound.MessageReceived;
import dev.wakit.inbound.Person;
import dev.wakit.inbound.content.TextContent;
import dev.wakit.message.Message;
import dev.wakit.message.MessageId;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TextMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the contract of messages starts from: a shop that tells, and somebody who writes the texts.
 *
 * @since 0.1
 */
public abstract class MessageFixture extends CatalogFixture {

    static final String ANNA = "+919978783238";
    static final SenderId NUMBER = SenderId.of("106540352242922");

    final TellingSender sender = new TellingSender();

    /** For subclasses. */
    protected MessageFixture() {}

    /** A text and a template, both with the kind of the message. */
    static final MessageWriter WRITER = new MessageWriter() {
        @Override
        public Optional<Message> reply(ShopNews news) {
            return Optional.of(TextMessage.of(words(news)));
        }

        @Override
        public Optional<TemplateMessage> template(ShopNews news) {
            return Optional.of(
                    TemplateMessage.builder("news", "en").body(words(news)).build());
        }

        private String words(ShopNews news) {
            return news.message().kind() + " " + news.message().shipment();
        }
    };

    final Shop telling(MessageSettings settings) {
        return Shop.builder(stores())
                .tenant(TENANT)
                .clock(clock)
                .messages(settings)
                .build();
    }

    final Messenger messenger(Shop shop) {
        return shop.messenger(sender, WRITER);
    }

    /** Anna writes to the business. */
    final void write(Shop shop, Instant at) {
        shop.intake().on(TENANT, written(at));
    }

    static MessageReceived written(Instant at) {
        EventSource source =
                EventSource.builder("messages", at).timed(true).sender(NUMBER).build();
        return MessageReceived.builder(source, MessageId.of("wamid." + at.toEpochMilli()), "text")
                .content(new TextContent("Hello"))
                .person(Person.builder().waId(ANNA.substring(1)).name("Anna").build())
                .build();
    }

    /** What was taken over: its text, or its kind. */
    final List<String> told() {
        return sender.taken().stream().map(send -> text(send.message())).toList();
    }

    static String text(Message message) {
        return message instanceof TextMessage text
                ? text.body()
                : message.kind().name();
    }
}
