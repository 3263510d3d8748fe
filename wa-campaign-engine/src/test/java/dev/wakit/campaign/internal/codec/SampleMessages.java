package dev.wakit.campaign.internal.codec;

import dev.wakit.address.Region;
import dev.wakit.commerce.Amount;
import dev.wakit.commerce.Charge;
import dev.wakit.commerce.GoodsKind;
import dev.wakit.commerce.OrderItem;
import dev.wakit.commerce.OrderState;
import dev.wakit.commerce.PaymentRequest;
import dev.wakit.commerce.PaymentSetting;
import dev.wakit.commerce.PaymentState;
import dev.wakit.commerce.ProductSection;
import dev.wakit.media.GeoLocation;
import dev.wakit.media.MediaSource;
import dev.wakit.message.AudioMessage;
import dev.wakit.message.ContactAddress;
import dev.wakit.message.ContactCard;
import dev.wakit.message.ContactEmail;
import dev.wakit.message.ContactName;
import dev.wakit.message.ContactOrg;
import dev.wakit.message.ContactPhone;
import dev.wakit.message.ContactUrl;
import dev.wakit.message.ContactsMessage;
import dev.wakit.message.DocumentMessage;
import dev.wakit.message.ImageMessage;
import dev.wakit.message.InteractiveMessage;
import dev.wakit.message.LocationMessage;
import dev.wakit.message.MarketingDelivery;
import dev.wakit.message.Message;
import dev.wakit.message.MessageId;
import dev.wakit.message.ReactionMessage;
import dev.wakit.message.StickerMessage;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TextMessage;
import dev.wakit.message.VideoMessage;
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
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.TemplateParameter;
import dev.wakit.template.TemplateValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every kind of message and every part of one, with all that can be set and with nothing that need not be. */
final class SampleMessages {

    private static final MediaSource LINK = MediaSource.link("https://example.org/a%20b.jpg?x=1&y=%C3%A9");
    private static final MediaSource ID = MediaSource.id("1234567890");
    private static final Instant AT = Instant.parse("2026-03-01T10:15:30.123456789Z");
    private static final GeoLocation PLACE = GeoLocation.builder(-23.55052, 46.633308)
            .name("Café \"Ñ\"")
            .address("Rua 1\nAndar 2")
            .build();

    private SampleMessages() {}

    static Stream<Message> all() {
        return Stream.of(plain(), actions().map(SampleMessages::framed), framed(), templates())
                .flatMap(some -> some);
    }

    private static Stream<Message> plain() {
        return Stream.of(
                TextMessage.of("مرحبا 👍🏽 \"x\" \\ \u0001"),
                TextMessage.builder("See https://example.org")
                        .previewLinks(true)
                        .build(),
                ImageMessage.of(ID),
                ImageMessage.builder(LINK).caption("c").build(),
                VideoMessage.of(ID),
                VideoMessage.builder(LINK).caption("c").build(),
                DocumentMessage.of(ID),
                DocumentMessage.builder(LINK).caption("c").filename("f.pdf").build(),
                AudioMessage.of(ID),
                AudioMessage.builder(LINK).voice(true).build(),
                StickerMessage.of(ID),
                LocationMessage.of(GeoLocation.of(0.1, -179.99999999)),
                LocationMessage.of(PLACE),
                ContactsMessage.of(fullCard(), ContactCard.of(ContactName.of("Min")), sparseCard()),
                ReactionMessage.of(MessageId.of("wamid.HBgLMQ=="), "👍🏽"),
                ReactionMessage.removal(MessageId.of("wamid.HBgLMQ==")));
    }

    private static ContactCard fullCard() {
        return ContactCard.builder(ContactName.builder("Dr Ada B Lovelace Jr")
                        .firstName("Ada")
                        .lastName("Lovelace")
                        .middleName("B")
                        .prefix("Dr")
                        .suffix("Jr")
                        .build())
                .addPhone(ContactPhone.builder("+1 415 555 2671")
                        .type("WORK")
                        .waId("14155552671")
                        .build())
                .addEmail(ContactEmail.builder("a@example.org").type("HOME").build())
                .addUrl(ContactUrl.builder("https://example.org").type("WORK").build())
                .addAddress(ContactAddress.builder()
                        .street("1 Main")
                        .city("X")
                        .state("CA")
                        .zip("94000")
                        .country("United States")
                        .region(Region.of("US"))
                        .type("HOME")
                        .build())
                .org(ContactOrg.builder()
                        .company("C")
                        .department("D")
                        .title("T")
                        .build())
                .birthday(LocalDate.of(1999, 1, 23))
                .build();
    }

    private static ContactCard sparseCard() {
        return ContactCard.builder(ContactName.builder("Sparse").lastName("S").build())
                .addPhone(ContactPhone.of("+14155552671"))
                .addEmail(ContactEmail.of("a@example.org"))
                .addUrl(ContactUrl.of("https://example.org"))
                .addAddress(ContactAddress.builder().build())
                .org(ContactOrg.builder().build())
                .build();
    }

    static Stream<InteractiveAction> actions() {
        return Stream.of(
                ReplyButtons.of(ReplyButton.of("1", "Yes"), ReplyButton.of("2", "No")),
                ListMenu.of(
                        "Open",
                        ListSection.of(
                                "One",
                                ListRow.builder("1", "A").description("d").build(),
                                ListRow.of("2", "B")),
                        ListSection.of("Two", ListRow.of("3", "C"))),
                ListMenu.of("Open", ListRow.of("1", "A")),
                UrlButton.of("Shop", "https://shop.example.org/?a=b"),
                new LocationRequest(),
                SingleProduct.of("c1", "sku1"),
                ProductList.of("c1", ProductSection.of("Beds", "sku1", "sku2"), ProductSection.of("Lamps", "sku3")),
                CatalogLink.create(),
                CatalogLink.builder().thumbnail("sku1").build(),
                MediaCarousel.of(
                        MediaCarouselCard.builder(
                                        InteractiveHeader.image(LINK), UrlButton.of("Shop", "https://example.org/1"))
                                .body("b")
                                .build(),
                        MediaCarouselCard.of(
                                InteractiveHeader.image(ID), UrlButton.of("Shop", "https://example.org/2"))),
                ProductCarousel.of("c1", "sku1", "sku2"),
                FlowAction.of("1", "Book"),
                FlowAction.builder("book", "Book")
                        .byName(true)
                        .token("t")
                        .draft(true)
                        .screen("S")
                        .data(values())
                        .build(),
                FlowAction.builder("book", "Book").dataExchange(true).build(),
                AddressRequest.of(Region.of("IN")),
                AddressRequest.builder(Region.of("IN"))
                        .values(Map.of("name", "N", "city", "C", "state", "S"))
                        .addSavedAddress(new SavedAddress("a1", Map.of("city", "C")))
                        .validationErrors(Map.of("in_pin_code", "wrong"))
                        .build(),
                new OrderDetails(fullOrder()),
                new OrderDetails(sparseOrder()),
                OrderStatus.of("order-1", OrderState.SHIPPED),
                OrderStatus.builder("order-1", OrderState.COMPLETED)
                        .description("d")
                        .payment(PaymentState.CAPTURED)
                        .paidAt(AT)
                        .build(),
                new CallPermissionRequest(),
                VoiceCall.of("Call"),
                VoiceCall.builder("Call")
                        .ttl(Duration.ofMinutes(7))
                        .payload("p")
                        .build(),
                new ContactRequest());
    }

    private static Map<String, Object> values() {
        return Map.of(
                "text",
                "x",
                "whole",
                7,
                "long",
                5_000_000_000L,
                "huge",
                new BigInteger("123456789012345678901234567890"),
                "half",
                0.5,
                "exact",
                new BigDecimal("0.1234567890123456789012345"),
                "yes",
                true,
                "list",
                List.of("a", 1, List.of(false)),
                "map",
                Map.of("z", 1, "a", Map.of("b", "c")));
    }

    /** With nothing around it that need not be. */
    private static InteractiveMessage framed(InteractiveAction action) {
        InteractiveMessage.Builder message = InteractiveMessage.builder(action);
        if (action.kind().requiresBody()) {
            message.body("b");
        }
        if (action.kind().requiresHeader()) {
            message.header(InteractiveHeader.text("h"));
        }
        return message.build();
    }

    private static Stream<Message> framed() {
        return Stream.of(
                        InteractiveHeader.text("h"),
                        InteractiveHeader.image(LINK),
                        InteractiveHeader.video(ID),
                        InteractiveHeader.document(LINK),
                        InteractiveHeader.document(ID, "f.pdf"))
                .map(header -> InteractiveMessage.builder(ReplyButtons.of(ReplyButton.of("1", "Yes")))
                        .header(header)
                        .body("b")
                        .footer("f")
                        .build());
    }

    private static PaymentRequest fullOrder() {
        return PaymentRequest.builder("order-1", GoodsKind.PHYSICAL, "INR")
                .addItem(OrderItem.builder("sku1", "Lamp", new Amount(2_000, 100), 2)
                        .saleAmount(Amount.of(1_500))
                        .countryOfOrigin("IN")
                        .importerName("I")
                        .importerAddress("1 Road")
                        .build())
                .addItem(OrderItem.of("sku2", "Bed", Amount.of(9_000_000_000L), 1))
                .addSetting(PaymentSetting.PaymentLink.of("https://pay.example.org/1"))
                .addSetting(new PaymentSetting.PixCode("code", "M", "k@example.org", "EMAIL"))
                .addSetting(new PaymentSetting.Boleto("0339"))
                .addSetting(new PaymentSetting.Gateway("razorpay", "conf", Map.of("b", "2", "a", "1")))
                .paymentType("upi")
                .catalogId("c1")
                .tax(Charge.builder(Amount.of(50)).description("GST").build())
                .shipping(Charge.of(Amount.of(10)))
                .discount(Charge.builder(Amount.of(5))
                        .description("Sale")
                        .discountProgram("P")
                        .build())
                .expiresAt(AT)
                .expiryNote("soon")
                .build();
    }

    private static PaymentRequest sparseOrder() {
        return PaymentRequest.builder("order-2", GoodsKind.DIGITAL, "BRL")
                .addItem(OrderItem.of("sku1", "Lamp", Amount.of(500), 1))
                .build();
    }

    private static Stream<Message> templates() {
        TemplateValues card = TemplateValues.builder()
                .headerImage(LINK)
                .body("x")
                .button(0, ButtonParameter.payload("p"))
                .build();
        Stream<Message> headers = Stream.of(
                        TemplateParameter.text("x"),
                        TemplateParameter.namedText("a", "x"),
                        new TemplateParameter.Image(LINK),
                        new TemplateParameter.Video(ID),
                        new TemplateParameter.Gif(ID),
                        TemplateParameter.document(LINK),
                        TemplateParameter.document(LINK, "f.pdf"),
                        new TemplateParameter.Location(PLACE),
                        new TemplateParameter.Product("c1", "sku1"))
                .map(header ->
                        TemplateMessage.builder("t", "pt_BR").header(header).build());
        return Stream.concat(
                headers,
                Stream.of(
                        TemplateMessage.of("hello_world", "en_US"),
                        TemplateMessage.builder("code", "en")
                                .authenticationCode("123456")
                                .build(),
                        TemplateMessage.builder("named", "en")
                                .namedBody("z", "1")
                                .namedBody("a", "2")
                                .build(),
                        TemplateMessage.builder("offer", "en_US")
                                .addBody(TemplateParameter.text("x"))
                                .addBody(new TemplateParameter.Currency("$1", "USD", 1_000))
                                .addBody(new TemplateParameter.DateTime("1 May"))
                                .addBody(new TemplateParameter.GroupId("g"))
                                .button(9, ButtonParameter.payload("p"))
                                .button(0, ButtonParameter.couponCode("SALE15"))
                                .button(1, ButtonParameter.urlSuffix("a/b?c"))
                                .button(2, ButtonParameter.flow("t", values()))
                                .button(3, ButtonParameter.voiceCall(Duration.ofHours(1), "p"))
                                .button(4, ButtonParameter.voiceCall(Duration.ofHours(2)))
                                .button(5, ButtonParameter.order(fullOrder()))
                                .button(6, ButtonParameter.catalogThumbnail("sku1"))
                                .button(7, ButtonParameter.products("sku1", ProductSection.of("Beds", "sku1")))
                                .button(8, ButtonParameter.flow("t"))
                                .limitedTimeOffer(AT)
                                .carousel(List.of(card, TemplateValues.none()))
                                .tapTarget("https://example.org/1", "Title")
                                .build(),
                        TemplateMessage.builder("promo", "en")
                                .marketing(MarketingDelivery.standard())
                                .build(),
                        TemplateMessage.builder("promo", "en")
                                .marketing(MarketingDelivery.builder()
                                        .strict(true)
                                        .activitySharing(false)
                                        .bidMultiplier(new BigDecimal("1.5"))
                                        .build())
                                .build()));
    }
}
