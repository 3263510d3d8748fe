package dev.wakit.catalog.message;

import dev.wakit.InvalidMessageException;
import dev.wakit.TenantId;
import dev.wakit.WhatsAppException;
import dev.wakit.address.Bsuid;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.catalog.CatalogException;
import dev.wakit.catalog.NotFoundException;
import dev.wakit.catalog.OrderStateException;
import dev.wakit.catalog.cart.CartId;
import dev.wakit.catalog.enquiry.EnquiryId;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderId;
import dev.wakit.catalog.payment.PaymentMessages;
import dev.wakit.catalog.store.CatalogStores;
import dev.wakit.commerce.OrderState;
import dev.wakit.outbound.DurableReceipt;
import dev.wakit.outbound.DurableSend;
import dev.wakit.outbound.DurableSender;
import dev.wakit.outbound.RefusedSendException;
import dev.wakit.outbound.SendPurpose;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Tells the customers of one tenant what becomes of their orders, and reminds them. Thread-safe.
 *
 * <pre>{@code
 * var shop = Shop.builder(stores).messages(MessageSettings.DEFAULT).build();
 * var engine = CampaignEngine.builder(stores).provider(meta).inbound(shop.intake()).personalRecords(shop).build();
 * Messenger messenger = shop.messenger(engine.durableSender(), writer);
 * messenger.run(100);   // every few seconds
 * }</pre>
 *
 * <p>What is to be told is written in the transaction that changes the order, so that neither a change without its message nor a message
 * without its change can be. {@link #run} hands it over under a name that is known once, so that a process that dies in the middle, or
 * several that run at the same time, send it once.
 *
 * @since 0.1
 */
public final class Messenger {

    private static final Duration WINDOW = Duration.ofHours(24);
    // Shorter than the 7 days for which a sender knows names.
    private static final Duration LONGEST_WAIT = Duration.ofDays(6);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 8;
    private static final String BSUID = "bsuid:";

    private final TenantId tenant;
    private final CatalogStores stores;
    private final Conversations conversations;
    private final MessageSettings settings;
    private final Reminders reminders;
    private final NewsForms forms;
    private final DurableSender sender;
    private final InstantSource clock;

    /** Used by {@link dev.wakit.catalog.Shop}. */
    public Messenger(
            TenantId tenant,
            CatalogStores stores,
            Conversations conversations,
            MessageSettings settings,
            DurableSender sender,
            MessageWriter writer,
            InstantSource clock) {
        this.tenant = tenant;
        this.stores = stores;
        this.conversations = conversations;
        this.settings = settings;
        this.reminders = new Reminders(tenant, stores, conversations, settings);
        this.forms = new NewsForms(writer, settings.payments().map(PaymentMessages::new));
        this.sender = sender;
        this.clock = clock;
    }

    /**
     * Plans the reminders that are due and hands planned messages over. Call it every few seconds, also from several processes.
     *
     * @param limit at most so many of each, 1 to 1,000
     */
    public MessageRun run(int limit) {
        if (limit < 1 || limit > 1_000) {
            throw new IllegalArgumentException("A run of " + limit + " messages is not possible. Use 1 to 1,000.");
        }
        Instant now = clock.instant();
        int planned = reminders.plan(now, limit);
        int queued = 0;
        int leftOut = 0;
        int failed = 0;
        for (ShopMessage message : stores.messages().due(tenant, now, limit)) {
            ShopMessage settled = settle(message);
            stores.messages().settle(settled);
            queued += settled.state() == ShopMessageState.QUEUED ? 1 : 0;
            leftOut += settled.state() == ShopMessageState.LEFT_OUT ? 1 : 0;
            failed += settled.state() == ShopMessageState.PLANNED ? 1 : 0;
        }
        return new MessageRun(planned, queued, leftOut, failed);
    }

    /**
     * Asks the buyer of an order to pay it inside WhatsApp, once.
     *
     * @throws NotFoundException if there is no such order
     * @throws OrderStateException if payments inside WhatsApp are off, or the order is paid or called off
     * @throws dev.wakit.catalog.InvalidOrderException if WhatsApp cannot show the order, or the buyer is in another country
     */
    public void requestPayment(OrderId id) {
        Order order = stores.orders().find(tenant, id).orElseThrow(() -> new NotFoundException("order " + id));
        PaymentMessages payments = settings.payments()
                .map(PaymentMessages::new)
                .orElseThrow(() -> new OrderStateException("Order " + order.number()
                        + " cannot be paid inside WhatsApp, because that is off. Set the terms with payments(…)."));
        payments.request(order);
        stores.messages()
                .plan(ShopMessage.planned(
                        tenant,
                        MessageSubject.ORDER,
                        id.value(),
                        ShopMessageKind.PAYMENT_REQUEST,
                        0,
                        Optional.of(OrderState.PENDING),
                        0,
                        clock.instant()));
    }

    /** The messages about an order, the oldest first. */
    public List<ShopMessage> messages(OrderId order) {
        return stores.messages().list(tenant, MessageSubject.ORDER, order.value());
    }

    /** The reminders of a cart that is filled here. */
    public List<ShopMessage> messages(CartId cart) {
        return stores.messages().list(tenant, MessageSubject.CART, cart.value());
    }

    /** The reminders of an enquiry. */
    public List<ShopMessage> messages(EnquiryId enquiry) {
        return stores.messages().list(tenant, MessageSubject.ENQUIRY, enquiry.value());
    }

    /** Says that a person of the business wrote to a customer just now, who is not reminded any more of what was before. */
    public void agentWrote(Recipient customer) {
        conversations.agentWrote(customer, clock.instant());
    }

    private ShopMessage settle(ShopMessage message) {
        try {
            return handOver(message);
        } catch (RefusedSendException | CatalogException | InvalidMessageException never) {
            return message.leftOut(String.valueOf(never.getMessage()), clock.instant());
        } catch (RuntimeException later) {
            // The text of the error may tell whom it was about; its name is kept for whoever looks.
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(message.attempts(), MOST_DOUBLINGS));
            return message.failed(later.getClass().getName(), clock.instant().plus(pause));
        }
    }

    private ShopMessage handOver(ShopMessage message) {
        Instant now = clock.instant();
        if (message.createdAt().plus(LONGEST_WAIT).isBefore(now)) {
            return message.leftOut("It waited for more than 6 days", now);
        }
        Optional<ShopNews> news = news(message);
        Optional<Recipient> person = news.map(ShopNews::contact).flatMap(Messenger::recipient);
        if (news.isEmpty() || person.isEmpty()) {
            return message.leftOut("Nobody is known to tell: the person was erased, or has no number", now);
        }
        String objection = message.kind() == ShopMessageKind.REMINDER ? reminders.objection(news.get()) : "";
        if (!objection.isEmpty()) {
            return message.leftOut(objection, now);
        }
        return handOver(news.get(), person.get(), now);
    }

    private ShopMessage handOver(ShopNews news, Recipient person, Instant now) {
        ShopMessage message = news.message();
        Optional<Conversation> conversation = conversations.latest(news.contact());
        boolean isOpen = conversation
                .filter(one -> now.isBefore(one.wroteAt().plus(WINDOW).minus(settings.margin())))
                .isPresent();
        Optional<NewsForms.Written> written = isOpen ? forms.reply(news, wasAskedToPay(message)) : forms.template(news);
        if (written.isEmpty()) {
            return message.leftOut(isOpen ? "The host wrote nothing" : "The host has no template for it", now);
        }
        DurableReceipt receipt = sender.send(new DurableSend(
                tenant,
                message.key(),
                person,
                written.get().message(),
                purpose(message, isOpen),
                settings.provider(),
                conversation
                        .map(Conversation::sender)
                        .filter(id -> !id.isEmpty())
                        .map(SenderId::of)));
        return message.queued(written.get().form(), receipt.delivery(), now);
    }

    private boolean wasAskedToPay(ShopMessage message) {
        return message.subject() == MessageSubject.ORDER
                && stores.messages().list(tenant, MessageSubject.ORDER, message.subjectId()).stream()
                        .anyMatch(sent -> sent.form() == MessageForm.ORDER_DETAILS);
    }

    // Who wants no marketing is not reminded either.
    private static SendPurpose purpose(ShopMessage message, boolean isOpen) {
        if (message.kind() == ShopMessageKind.REMINDER) {
            return SendPurpose.MARKETING;
        }
        return isOpen ? SendPurpose.SERVICE : SendPurpose.UTILITY;
    }

    private Optional<ShopNews> news(ShopMessage message) {
        return switch (message.subject()) {
            case ORDER ->
                stores.orders()
                        .find(tenant, new OrderId(message.subjectId()))
                        .map(order -> new ShopNews.OfOrder(message, order));
            case CART ->
                stores.assisted()
                        .find(tenant, new CartId(message.subjectId()))
                        .map(cart -> new ShopNews.OfCart(message, cart));
            case ENQUIRY ->
                stores.enquiries()
                        .find(tenant, new EnquiryId(message.subjectId()))
                        .map(enquiry -> new ShopNews.OfEnquiry(message, enquiry));
        };
    }

    /** The address behind a contact; empty if it is none. */
    static Optional<Recipient> recipient(String contact) {
        try {
            return contact.startsWith(BSUID)
                    ? Optional.of(Recipient.of(Bsuid.of(contact.substring(BSUID.length()))))
                    : PhoneNumber.tryParse(contact).map(Recipient::of);
        } catch (IllegalArgumentException | WhatsAppException none) {
            return Optional.empty();
        }
    }
}
