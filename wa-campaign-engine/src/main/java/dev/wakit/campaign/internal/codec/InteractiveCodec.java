package dev.wakit.campaign.internal.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.message.InteractiveMessage;
import dev.wakit.message.interactive.AddressRequest;
import dev.wakit.message.interactive.CallPermissionRequest;
import dev.wakit.message.interactive.CatalogLink;
import dev.wakit.message.interactive.ContactRequest;
import dev.wakit.message.interactive.FlowAction;
import dev.wakit.message.interactive.InteractiveAction;
import dev.wakit.message.interactive.InteractiveHeader;
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

/** The frame of interactive messages, and the way to the codec of each action. */
final class InteractiveCodec {

    private static final String KIND = "kind";
    private static final String FILENAME = "filename";

    private InteractiveCodec() {}

    static void write(ObjectNode node, InteractiveMessage message) {
        write(node.putObject("action"), message.action());
        Put.object(node, "header", message.header(), InteractiveCodec::write);
        Put.text(node, "body", message.body());
        Put.text(node, "footer", message.footer());
    }

    static InteractiveMessage read(Fields fields) {
        InteractiveMessage.Builder message = InteractiveMessage.builder(action(fields.object("action")));
        fields.ifObject("header", header -> message.header(header(header)));
        fields.ifText("body", message::body);
        fields.ifText("footer", message::footer);
        return message.build();
    }

    private static void write(ObjectNode node, InteractiveAction action) {
        node.put(KIND, Names.of(action.kind()));
        switch (action.kind()) {
            case REPLY_BUTTONS -> MenuCodec.write(node, (ReplyButtons) action);
            case LIST -> MenuCodec.write(node, (ListMenu) action);
            case URL_BUTTON -> MenuCodec.write(node, (UrlButton) action);
            case MEDIA_CAROUSEL -> MenuCodec.write(node, (MediaCarousel) action);
            case PRODUCT -> ShopCodec.write(node, (SingleProduct) action);
            case PRODUCT_LIST -> ShopCodec.write(node, (ProductList) action);
            case PRODUCT_CAROUSEL -> ShopCodec.write(node, (ProductCarousel) action);
            case CATALOG -> ShopCodec.write(node, (CatalogLink) action);
            case ORDER_DETAILS -> OrderCodec.write(node.putObject("request"), ((OrderDetails) action).request());
            case ORDER_STATUS -> ShopCodec.write(node, (OrderStatus) action);
            case FLOW -> FormCodec.write(node, (FlowAction) action);
            case ADDRESS -> FormCodec.write(node, (AddressRequest) action);
            case VOICE_CALL -> FormCodec.write(node, (VoiceCall) action);
            case LOCATION_REQUEST, CALL_PERMISSION_REQUEST, CONTACT_REQUEST -> {
                // The kind says everything.
            }
        }
    }

    private static InteractiveAction action(Fields fields) {
        return switch (fields.constant(KIND, InteractiveKind.class)) {
            case REPLY_BUTTONS -> MenuCodec.replyButtons(fields);
            case LIST -> MenuCodec.list(fields);
            case URL_BUTTON -> MenuCodec.urlButton(fields);
            case MEDIA_CAROUSEL -> MenuCodec.carousel(fields);
            case PRODUCT -> ShopCodec.product(fields);
            case PRODUCT_LIST -> ShopCodec.productList(fields);
            case PRODUCT_CAROUSEL -> ShopCodec.productCarousel(fields);
            case CATALOG -> ShopCodec.catalog(fields);
            case ORDER_DETAILS -> new OrderDetails(OrderCodec.request(fields.object("request")));
            case ORDER_STATUS -> ShopCodec.orderStatus(fields);
            case FLOW -> FormCodec.flow(fields);
            case ADDRESS -> FormCodec.address(fields);
            case VOICE_CALL -> FormCodec.voiceCall(fields);
            case LOCATION_REQUEST -> new LocationRequest();
            case CALL_PERMISSION_REQUEST -> new CallPermissionRequest();
            case CONTACT_REQUEST -> new ContactRequest();
        };
    }

    static void write(ObjectNode node, InteractiveHeader header) {
        node.put(KIND, Names.of(header.format()));
        switch (header.format()) {
            case TEXT -> node.put("text", ((InteractiveHeader.Text) header).text());
            case IMAGE -> MediaCodec.write(node, ((InteractiveHeader.Image) header).source());
            case VIDEO -> MediaCodec.write(node, ((InteractiveHeader.Video) header).source());
            case DOCUMENT -> {
                var document = (InteractiveHeader.Document) header;
                MediaCodec.write(node, document.source());
                Put.text(node, FILENAME, document.filename());
            }
        }
    }

    static InteractiveHeader header(Fields fields) {
        return switch (fields.constant(KIND, InteractiveHeader.Format.class)) {
            case TEXT -> InteractiveHeader.text(fields.text("text"));
            case IMAGE -> InteractiveHeader.image(MediaCodec.source(fields));
            case VIDEO -> InteractiveHeader.video(MediaCodec.source(fields));
            case DOCUMENT ->
                fields.optionalText(FILENAME)
                        .map(filename -> InteractiveHeader.document(MediaCodec.source(fields), filename))
                        .orElseGet(() -> InteractiveHeader.document(MediaCodec.source(fields)));
        };
    }
}
