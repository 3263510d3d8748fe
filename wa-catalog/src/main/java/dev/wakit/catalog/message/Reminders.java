package dev.wakit.catalog.message;

import dev.wakit.TenantId;
import dev.wakit.catalog.cart.AssistedCart;
import dev.wakit.catalog.cart.AssistedQuery;
import dev.wakit.catalog.enquiry.Enquiry;
import dev.wakit.catalog.enquiry.EnquiryQuery;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderQuery;
import dev.wakit.catalog.order.OrderStatus;
import dev.wakit.catalog.order.PaymentStatus;
import dev.wakit.catalog.store.CatalogStores;
import dev.wakit.catalog.store.ReminderQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans reminders, and tells what stands against one. Thread-safe. */
final class Reminders {

    private final TenantId tenant;
    private final CatalogStores stores;
    private final Conversations conversations;
    private final MessageSettings settings;

    Reminders(TenantId tenant, CatalogStores stores, Conversations conversations, MessageSettings settings) {
        this.tenant = tenant;
        this.stores = stores;
        this.conversations = conversations;
        this.settings = settings;
    }

    /** Plans what is due. Returns how many. */
    int plan(Instant now, int limit) {
        int planned = 0;
        for (var wish : settings.remindAfter().entrySet()) {
            var query = new ReminderQuery(
                    wish.getKey(),
                    now.minus(wish.getValue()),
                    now.minus(settings.remindWithin()),
                    now.minus(settings.remindAgain()),
                    settings.mostReminders(),
                    limit);
            for (Map.Entry<Long, Integer> due :
                    stores.messages().unreminded(tenant, query).entrySet()) {
                ShopMessage reminder = ShopMessage.planned(
                        tenant,
                        wish.getKey(),
                        due.getKey(),
                        ShopMessageKind.REMINDER,
                        due.getValue() + 1,
                        Optional.empty(),
                        0,
                        now);
                planned += stores.messages().plan(reminder) ? 1 : 0;
            }
        }
        return planned;
    }

    /** Why the person is not reminded; empty if they are. */
    String objection(ShopNews news) {
        if (news instanceof ShopNews.OfOrder of) {
            return objection(of.order());
        }
        if (news instanceof ShopNews.OfCart of) {
            return objection(of.cart());
        }
        return news instanceof ShopNews.OfEnquiry of ? objection(of.enquiry()) : "";
    }

    private String objection(Order order) {
        boolean isOpen = order.status() == OrderStatus.PENDING
                || order.status() == OrderStatus.CONFIRMED
                || order.status() == OrderStatus.PROCESSING;
        if (!isOpen || order.paymentStatus() != PaymentStatus.UNPAID) {
            return "The order is " + order.status() + " and " + order.paymentStatus();
        }
        return objection(
                order.buyer().contact(), order.head().placedAt(), order.id().value());
    }

    // Of several carts, and of several questions, the person is reminded of the last one only.
    private String objection(AssistedCart cart) {
        if (!cart.state().isOpen()) {
            return "The cart is " + cart.state();
        }
        String contact = cart.buyer().contact();
        boolean isLast = stores.assisted().list(tenant, AssistedQuery.newest(1).contact(contact)).stream()
                .allMatch(other -> other.id().equals(cart.id()));
        return isLast ? objection(contact, cart.activeAt(), 0) : "They have a newer cart";
    }

    private String objection(Enquiry enquiry) {
        boolean isLast = stores.enquiries().list(tenant, EnquiryQuery.newest(1).contact(enquiry.contact())).stream()
                .allMatch(other -> other.id().equals(enquiry.id()));
        return isLast ? objection(enquiry.contact(), enquiry.sentAt(), 0) : "They asked something else since";
    }

    private String objection(String contact, Instant since, long thisOrder) {
        if (conversations.hasAgentWritten(contact, since)) {
            return "A person of the business wrote to them";
        }
        List<Order> latest = stores.orders().list(tenant, OrderQuery.newest(1).contact(contact));
        boolean hasOrdered = latest.stream()
                .anyMatch(order -> order.id().value() != thisOrder
                        && !order.head().placedAt().isBefore(since));
        return hasOrdered ? "They ordered meanwhile" : "";
    }
}
