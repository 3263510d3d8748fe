package dev.wakit.testkit.provider;

import dev.wakit.address.Region;
import dev.wakit.commerce.OrderState;
import dev.wakit.commerce.ProductSection;
import dev.wakit.media.MediaSource;
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
import dev.wakit.message.interactive.ListRow;
import dev.wakit.message.interactive.LocationRequest;
import dev.wakit.message.interactive.MediaCarousel;
import dev.wakit.message.interactive.MediaCarouselCard;
import dev.wakit.message.interactive.OrderDetails;
import dev.wakit.message.interactive.OrderStatus;
import dev.wakit.message.interactive.ProductCarousel;
import dev.wakit.message.interactive.ProductList;
import dev.wakit.message.interactive.ReplyButton;
import dev.wakit.message.interactive.ReplyButtons;
import dev.wakit.message.interactive.SingleProduct;
import dev.wakit.message.interactive.UrlButton;
import dev.wakit.message.interactive.VoiceCall;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One interactive message for every kind, and one for every header. */
final class SampleInteractives {

    private static final String BODY = "Woodpecker";
    private static final MediaSource LINK = MediaSource.link(SampleSends.LINKED);
    private static final MediaSource STORED = MediaSource.id(SampleSends.STORED);

    private SampleInteractives() {}

    static Stream<SampleSend> all() {
        return Stream.concat(Arrays.stream(InteractiveKind.values()).map(SampleInteractives::sample), headers());
    }

    private static SampleSend sample(InteractiveKind kind) {
        InteractiveAction action = action(kind);
        InteractiveMessage.Builder message = InteractiveMessage.builder(action);
        // Only a single product does without words of its own.
        boolean hasBody = kind != InteractiveKind.PRODUCT;
        if (hasBody) {
            message.body(BODY);
        }
        if (kind.requiresHeader()) {
            message.header(InteractiveHeader.text("Birds"));
        }
        List<String> words = hasBody ? List.of(BODY, word(kind)) : List.of(word(kind));
        return SampleSend.of("INTERACTIVE " + kind, message.build(), words.toArray(String[]::new));
    }

    private static Stream<SampleSend> headers() {
        return Stream.of(
                header("of text", InteractiveHeader.text("Birds"), "Birds"),
                header("with an image by link", InteractiveHeader.image(LINK), SampleSends.LINKED),
                header("with an image by id", InteractiveHeader.image(STORED), SampleSends.STORED),
                header("with a video by link", InteractiveHeader.video(LINK), SampleSends.LINKED),
                header("with a video by id", InteractiveHeader.video(STORED), SampleSends.STORED),
                header("with a document by link", InteractiveHeader.document(LINK, "heron.pdf"), SampleSends.LINKED),
                header("with a document by id", InteractiveHeader.document(STORED), SampleSends.STORED));
    }

    private static SampleSend header(String what, InteractiveHeader header, String word) {
        InteractiveMessage message = InteractiveMessage.builder(action(InteractiveKind.REPLY_BUTTONS))
                .header(header)
                .body(BODY)
                .footer("Feather")
                .build();
        return SampleSend.of("INTERACTIVE with a header " + what, message, BODY, "Feather", word);
    }

    /** What is on the wire of an action, beside its body. */
    private static String word(InteractiveKind kind) {
        return switch (kind) {
            case REPLY_BUTTONS, LIST -> "choice-1";
            case URL_BUTTON, MEDIA_CAROUSEL -> "https://example.org/wren";
            case PRODUCT, PRODUCT_LIST, PRODUCT_CAROUSEL, CATALOG -> "sku7";
            case FLOW -> "flow-token";
            case ADDRESS -> "IN";
            case ORDER_DETAILS, ORDER_STATUS -> "order-1";
            case VOICE_CALL -> "Ring us";
            case LOCATION_REQUEST, CALL_PERMISSION_REQUEST, CONTACT_REQUEST -> BODY;
        };
    }

    private static InteractiveAction action(InteractiveKind kind) {
        UrlButton wren = UrlButton.of("Shop", "https://example.org/wren");
        return switch (kind) {
            case REPLY_BUTTONS -> ReplyButtons.of(ReplyButton.of("choice-1", "Yes"), ReplyButton.of("choice-2", "No"));
            case LIST -> ListMenu.of("Open", ListRow.of("choice-1", "A"), ListRow.of("choice-2", "B"));
            case URL_BUTTON -> wren;
            case LOCATION_REQUEST -> new LocationRequest();
            case PRODUCT -> SingleProduct.of("catalog7", "sku7");
            case PRODUCT_LIST -> ProductList.of("catalog7", ProductSection.of("Nests", "sku7", "sku8"));
            case CATALOG -> CatalogLink.builder().thumbnail("sku7").build();
            case MEDIA_CAROUSEL ->
                MediaCarousel.of(
                        MediaCarouselCard.of(InteractiveHeader.image(LINK), wren),
                        MediaCarouselCard.of(InteractiveHeader.image(LINK), wren));
            case PRODUCT_CAROUSEL -> ProductCarousel.of("catalog7", "sku7", "sku8");
            case FLOW -> FlowAction.builder("4711", "Book").token("flow-token").build();
            case ADDRESS -> AddressRequest.of(Region.of("IN"));
            case ORDER_DETAILS -> new OrderDetails(SampleTemplates.order());
            case ORDER_STATUS -> OrderStatus.of("order-1", OrderState.SHIPPED);
            case CALL_PERMISSION_REQUEST -> new CallPermissionRequest();
            case VOICE_CALL -> VoiceCall.of("Ring us");
            case CONTACT_REQUEST -> new ContactRequest();
        };
    }
}
