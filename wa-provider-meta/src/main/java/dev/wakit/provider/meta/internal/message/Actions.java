package dev.wakit.provider.meta.internal.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.message.interactive.AddressRequest;
import dev.wakit.message.interactive.CallPermissionRequest;
import dev.wakit.message.interactive.CatalogLink;
import dev.wakit.message.interactive.ContactRequest;
import dev.wakit.message.interactive.FlowAction;
import dev.wakit.message.interactive.InteractiveAction;
import dev.wakit.message.interactive.InteractiveKind;
import dev.wakit.message.interactive.ListMenu;
import dev.wakit.message.interactive.LocationRequest;
import dev.wakit.message.interactive.MediaCarousel;
import dev.wakit.message.interactive.OrderDetails;
import dev.wakit.message.interactive.OrderStatus;
import dev.wakit.message.interactive.ProductCarousel;
import dev.wakit.message.interactive.ProductList;
import dev.wakit.message.interactive.ReplyButtons;
import dev.wakit.message.interactive.SingleProduct;
import dev.wakit.message.interactive.UrlButton;
import dev.wakit.message.interactive.VoiceCall;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/** The table of interactive actions: Meta's word for each, and how its {@code action} object is filled. */
final class Actions {

    private static final Map<InteractiveKind, Row> TABLE = table();

    private Actions() {}

    private static Map<InteractiveKind, Row> table() {
        var table = new EnumMap<InteractiveKind, Row>(InteractiveKind.class);
        put(table, InteractiveKind.REPLY_BUTTONS, "button", ReplyButtons.class, ChoiceActions::replyButtons);
        put(table, InteractiveKind.LIST, "list", ListMenu.class, ChoiceActions::listMenu);
        put(table, InteractiveKind.URL_BUTTON, "cta_url", UrlButton.class, ChoiceActions::urlButton);
        put(table, InteractiveKind.MEDIA_CAROUSEL, "carousel", MediaCarousel.class, ChoiceActions::mediaCarousel);
        put(table, InteractiveKind.FLOW, "flow", FlowAction.class, ChoiceActions::flow);
        put(table, InteractiveKind.VOICE_CALL, "voice_call", VoiceCall.class, ChoiceActions::voiceCall);
        put(
                table,
                InteractiveKind.LOCATION_REQUEST,
                "location_request_message",
                LocationRequest.class,
                (action, node) -> node.put("name", "send_location"));
        put(
                table,
                InteractiveKind.CALL_PERMISSION_REQUEST,
                "call_permission_request",
                CallPermissionRequest.class,
                (action, node) -> node.put("name", "call_permission_request"));
        put(
                table,
                InteractiveKind.CONTACT_REQUEST,
                "request_contact_info",
                ContactRequest.class,
                (action, node) -> node.put("name", "request_contact_info"));
        put(table, InteractiveKind.ADDRESS, "address_message", AddressRequest.class, ChoiceActions::addressRequest);
        put(table, InteractiveKind.PRODUCT, "product", SingleProduct.class, ShopActions::singleProduct);
        put(table, InteractiveKind.PRODUCT_LIST, "product_list", ProductList.class, ShopActions::productList);
        put(table, InteractiveKind.PRODUCT_CAROUSEL, "carousel", ProductCarousel.class, ShopActions::productCarousel);
        put(table, InteractiveKind.CATALOG, "catalog_message", CatalogLink.class, ShopActions::catalogLink);
        put(table, InteractiveKind.ORDER_DETAILS, "order_details", OrderDetails.class, ShopActions::orderDetails);
        put(table, InteractiveKind.ORDER_STATUS, "order_status", OrderStatus.class, ShopActions::orderStatus);
        return Map.copyOf(table);
    }

    private static <A extends InteractiveAction> void put(
            Map<InteractiveKind, Row> table,
            InteractiveKind kind,
            String wireType,
            Class<A> type,
            BiConsumer<A, ObjectNode> fill) {
        table.put(kind, new Row(wireType, (action, node) -> fill.accept(type.cast(action), node)));
    }

    /** The kinds in the table. */
    static Set<InteractiveKind> kinds() {
        return TABLE.keySet();
    }

    /** The value of {@code interactive.type}. */
    static String wireType(InteractiveAction action) {
        return row(action).wireType();
    }

    /** Fills {@code interactive.action}. */
    static void encode(InteractiveAction action, ObjectNode node) {
        row(action).fill().accept(action, node);
    }

    private static Row row(InteractiveAction action) {
        return Objects.requireNonNull(TABLE.get(action.kind()), () -> "No encoder for " + action.kind());
    }

    private record Row(String wireType, BiConsumer<InteractiveAction, ObjectNode> fill) {}
}
