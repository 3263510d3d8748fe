package dev.wakit.provider.meta.internal.message;

import dev.wakit.address.Region;
import dev.wakit.commerce.Amount;
import dev.wakit.commerce.Charge;
import dev.wakit.commerce.GoodsKind;
import dev.wakit.commerce.OrderItem;
import dev.wakit.commerce.OrderState;
import dev.wakit.commerce.PaymentRequest;
import dev.wakit.commerce.PaymentSetting.Boleto;
import dev.wakit.commerce.PaymentSetting.Gateway;
import dev.wakit.commerce.PaymentSetting.PaymentLink;
import dev.wakit.commerce.PaymentSetting.PixCode;
import dev.wakit.commerce.PaymentState;
import dev.wakit.commerce.ProductSection;
import dev.wakit.media.MediaSource;
import dev.wakit.message.InteractiveMessage;
import dev.wakit.message.Message;
import dev.wakit.message.interactive.AddressRequest;
import dev.wakit.message.interactive.CallPermissionRequest;
import dev.wakit.message.interactive.CatalogLink;
import dev.wakit.message.interactive.ContactRequest;
import dev.wakit.message.interactive.FlowAction;
import dev.wakit.message.interactive.InteractiveAction;
import dev.wakit.message.interactive.InteractiveHeader;
import dev.wakit.message.interactive.ListMenu;
import dev.wakit.message.interactive.ListRow;
import dev.wakit.message.interactive.ListSection;
import dev.wakit.message.interactive.LocationRequest;
import dev.wakit.message.interactive.MediaCarousel;
import dev.wakit.message.interactive.MediaCarouselCard;
import dev.wakit.message.interactive.OrderDetails;
import dev.wakit.message.interactive.OrderStatus;
import dev.wakit.message.interactive.ProductCarousel;
import dev.wakit.message.interactive.ProductList;
import dev.wakit.message.interactive.ReplyButton;
import dev.wakit.message.interactive.ReplyButtons;
import dev.wakit.message.interactive.SavedAddress;
import dev.wakit.message.interactive.SingleProduct;
import dev.wakit.message.interactive.UrlButton;
import dev.wakit.message.interactive.VoiceCall;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One interactive message for each golden wire file. */
final class InteractiveExamples {

    private static final MediaSource ID = MediaSource.id("1479537139650973");
    private static final MediaSource LINK = MediaSource.link("https://shop.example/1.png");
    private static final Instant LATER = Instant.ofEpochSecond(1768000000);

    private InteractiveExamples() {}

    static Map<String, Message> all() {
        var all = new LinkedHashMap<String, Message>();
        addChoices(all);
        addShop(all);
        return all;
    }

    private static void addChoices(Map<String, Message> all) {
        var buttons = ReplyButtons.of(ReplyButton.of("b1", "Yes"), ReplyButton.of("b2", "No"));
        all.put(
                "interactive-reply-buttons",
                InteractiveMessage.builder(buttons)
                        .header(InteractiveHeader.image(LINK))
                        .body("Coming?")
                        .footer("Answer by Friday")
                        .build());
        all.put("interactive-reply-buttons-text-header", with(buttons, InteractiveHeader.text("Invitation")));
        all.put("interactive-reply-buttons-video-header", with(buttons, InteractiveHeader.video(ID)));
        all.put("interactive-reply-buttons-document-header", with(buttons, InteractiveHeader.document(ID, "plan.pdf")));
        all.put(
                "interactive-list",
                bodied(ListMenu.of(
                        "Options",
                        ListSection.of(
                                "Fast",
                                ListRow.builder("r1", "Express")
                                        .description("Next day")
                                        .build()),
                        ListSection.of("Slow", ListRow.of("r2", "Ordinary")))));
        all.put("interactive-url-button", bodied(UrlButton.of("See dates", "https://shop.example/d?x=1")));
        all.put("interactive-location-request", bodied(new LocationRequest()));
        all.put("interactive-contact-request", bodied(new ContactRequest()));
        all.put("interactive-call-permission-request", bodied(new CallPermissionRequest()));
        all.put(
                "interactive-voice-call",
                bodied(VoiceCall.builder("Call us")
                        .ttl(Duration.ofMinutes(100))
                        .payload("x")
                        .build()));
        all.put(
                "interactive-media-carousel",
                bodied(MediaCarousel.of(
                        MediaCarouselCard.builder(
                                        InteractiveHeader.image(LINK), UrlButton.of("Shop", "https://shop.example/1"))
                                .body("One")
                                .build(),
                        MediaCarouselCard.of(
                                InteractiveHeader.image(LINK), UrlButton.of("Shop", "https://shop.example/2")))));
        all.put(
                "interactive-flow",
                bodied(FlowAction.builder("123456", "Book!")
                        .token("t-1")
                        .screen("FIRST")
                        .data(Map.of("k", List.of("v", 2, true)))
                        .build()));
        all.put(
                "interactive-flow-data-exchange",
                bodied(FlowAction.builder("booking", "Book!")
                        .byName(true)
                        .token("t-1")
                        .draft(true)
                        .dataExchange(true)
                        .build()));
        all.put(
                "interactive-address",
                bodied(AddressRequest.builder(Region.of("IN"))
                        .values(Map.of("name", "Asha"))
                        .addSavedAddress(new SavedAddress("a1", Map.of("city", "Pune")))
                        .validationErrors(Map.of("in_pin_code", "We do not deliver there."))
                        .build()));
    }

    private static void addShop(Map<String, Message> all) {
        all.put(
                "interactive-product",
                InteractiveMessage.builder(new SingleProduct("194836987003835", "SKU1"))
                        .build());
        all.put(
                "interactive-product-list",
                with(
                        ProductList.of(
                                "194836987003835",
                                ProductSection.of("New", "SKU1", "SKU2"),
                                ProductSection.of("Old", "SKU3")),
                        InteractiveHeader.text("Plants")));
        all.put("interactive-product-carousel", bodied(ProductCarousel.of("194836987003835", "SKU1", "SKU2")));
        all.put(
                "interactive-catalog",
                bodied(CatalogLink.builder().thumbnail("SKU1").build()));
        all.put("interactive-catalog-bare", bodied(CatalogLink.create()));
        all.put("interactive-order-details", with(new OrderDetails(cake()), InteractiveHeader.image(LINK)));
        all.put("interactive-order-details-india", bodied(new OrderDetails(lamp())));
        all.put(
                "interactive-order-status",
                bodied(OrderStatus.builder("order-1001", OrderState.PARTIALLY_SHIPPED)
                        .description("One box is on its way.")
                        .payment(PaymentState.CAPTURED)
                        .paidAt(LATER)
                        .build()));
    }

    static PaymentRequest cake() {
        return PaymentRequest.builder("order-1001", GoodsKind.PHYSICAL, "BRL")
                .paymentType("br")
                .catalogId("194836987003835")
                .addSetting(PaymentLink.of("https://pay.example/1"))
                .addSetting(new PixCode("00020101", "Lucky Shrub", "39580525000189", "CNPJ"))
                .addSetting(new Boleto("03399026944140000002628346101018898510000008848"))
                .addItem(OrderItem.builder("1234567", "Cake", Amount.of(50000), 2)
                        .saleAmount(Amount.of(45000))
                        .build())
                .tax(Charge.builder(Amount.of(1000)).description("VAT").build())
                .shipping(Charge.of(Amount.of(500)))
                .discount(Charge.builder(Amount.of(300))
                        .discountProgram("Friends")
                        .build())
                .expiresAt(LATER)
                .expiryNote("Too late")
                .build();
    }

    private static PaymentRequest lamp() {
        return PaymentRequest.builder("order-1002", GoodsKind.DIGITAL, "INR")
                .addSetting(new Gateway("razorpay", "my-config", Map.of("receipt", "r-1")))
                .addItem(OrderItem.builder("L1", "Lamp", Amount.of(99900), 1)
                        .countryOfOrigin("India")
                        .importerName("Lamps Ltd")
                        .importerAddress("1 Road, Pune")
                        .build())
                .build();
    }

    private static Message bodied(InteractiveAction action) {
        return InteractiveMessage.builder(action).body("Choose").build();
    }

    private static Message with(InteractiveAction action, InteractiveHeader header) {
        return InteractiveMessage.builder(action).header(header).body("Choose").build();
    }
}
