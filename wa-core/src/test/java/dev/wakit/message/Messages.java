package dev.wakit.message;

import dev.wakit.address.PhoneNumber;
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
import dev.wakit.message.interactive.AddressRequest;
import dev.wakit.message.interactive.CallPermissionRequest;
import dev.wakit.message.interactive.CatalogLink;
import dev.wakit.message.interactive.ContactRequest;
import dev.wakit.message.interactive.FlowAction;
import dev.wakit.message.interactive.InteractiveAction;
import dev.wakit.message.interactive.InteractiveHeader;
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
import dev.wakit.message.interactive.SavedAddress;
import dev.wakit.message.interactive.SingleProduct;
import dev.wakit.message.interactive.UrlButton;
import dev.wakit.message.interactive.VoiceCall;
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.TemplateParameter;
import dev.wakit.template.TemplateValues;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One of everything that can be sent; every text that a log must not show contains the word {@link #SECRET}. */
final class Messages {
    static final String SECRET = "Xsecretx";
    static final String PHONE = "919978783238";

    private static final MediaSource LINK =
            MediaSource.link("https://cdn.example.com/" + SECRET + ".png?sig=" + SECRET);
    private static final GeoLocation PLACE =
            GeoLocation.builder(37.44, -122.16).name(SECRET).address(SECRET).build();

    private Messages() {}

    static Stream<Message> all() {
        return Stream.concat(plain(), actions().map(Messages::framed));
    }

    private static Stream<Message> plain() {
        return Stream.of(
                TextMessage.of(SECRET),
                ImageMessage.builder(LINK).caption(SECRET).build(),
                VideoMessage.builder(LINK).caption(SECRET).build(),
                DocumentMessage.builder(LINK).caption(SECRET).filename(SECRET).build(),
                AudioMessage.builder(LINK).voice(true).build(),
                StickerMessage.of(LINK),
                LocationMessage.of(PLACE),
                ContactsMessage.of(card()),
                ReactionMessage.of(MessageId.of("wamid." + SECRET + "AAAAAAA"), "👍🏽"),
                template());
    }

    static Stream<InteractiveAction> actions() {
        return Stream.of(
                ReplyButtons.of(ReplyButton.of(SECRET, SECRET)),
                ListMenu.of(
                        SECRET,
                        ListRow.builder(SECRET, SECRET).description(SECRET).build()),
                UrlButton.of(SECRET, "https://shop.example.com/" + SECRET),
                new LocationRequest(),
                SingleProduct.of("c1", "sku1"),
                ProductList.of("c1", ProductSection.of("Beds", "sku1", "sku2")),
                CatalogLink.create(),
                new MediaCarousel(List.of(carouselCard(), carouselCard())),
                ProductCarousel.of("c1", "sku1", "sku2"),
                FlowAction.builder("1", "Book")
                        .token(SECRET)
                        .screen("S")
                        .data(Map.of("k", SECRET))
                        .build(),
                AddressRequest.builder(Region.of("IN"))
                        .values(Map.of("name", SECRET))
                        .addSavedAddress(new SavedAddress(SECRET, Map.of("city", SECRET)))
                        .build(),
                new OrderDetails(order()),
                OrderStatus.builder("order-1", OrderState.SHIPPED)
                        .description(SECRET)
                        .payment(PaymentState.CAPTURED)
                        .paidAt(Instant.EPOCH)
                        .build(),
                new CallPermissionRequest(),
                VoiceCall.builder(SECRET).payload(SECRET).build(),
                new ContactRequest());
    }

    static InteractiveMessage framed(InteractiveAction action) {
        InteractiveMessage.Builder message = InteractiveMessage.builder(action).body(SECRET);
        if (action.kind().allowsFooter()) {
            message.footer(SECRET);
        }
        if (action.kind().headers().contains(InteractiveHeader.Format.TEXT)) {
            message.header(InteractiveHeader.text(SECRET));
        }
        return message.build();
    }

    static PaymentRequest order() {
        return PaymentRequest.builder("order-1", GoodsKind.PHYSICAL, "BRL")
                .addItem(OrderItem.of("sku1", SECRET, Amount.of(500), 2))
                .addSetting(new PaymentSetting.PixCode(SECRET, SECRET, SECRET, "EVP"))
                .tax(Charge.builder(Amount.of(50)).description(SECRET).build())
                .build();
    }

    static TemplateMessage template() {
        TemplateValues card = TemplateValues.builder()
                .headerImage(LINK)
                .body(SECRET)
                .button(0, ButtonParameter.payload(SECRET))
                .build();
        return TemplateMessage.builder("order_update", "en_US")
                .headerDocument(LINK, SECRET)
                .body(SECRET)
                .addBody(new TemplateParameter.Currency(SECRET, "USD", 1000))
                .addBody(new TemplateParameter.DateTime(SECRET))
                .addBody(new TemplateParameter.GroupId(SECRET))
                .button(0, ButtonParameter.couponCode("XsecretxSALE"))
                .button(1, ButtonParameter.urlSuffix(SECRET))
                .button(2, ButtonParameter.flow(SECRET, Map.of("k", SECRET)))
                .button(3, ButtonParameter.voiceCall(Duration.ofHours(1), SECRET))
                .button(4, ButtonParameter.order(order()))
                .limitedTimeOffer(Instant.EPOCH)
                .carousel(List.of(card, card))
                .tapTarget("https://shop.example.com/" + SECRET, SECRET)
                .build();
    }

    static ContactCard card() {
        return ContactCard.builder(ContactName.builder(SECRET).lastName(SECRET).build())
                .addPhone(ContactPhone.of(PhoneNumber.parse("+" + PHONE)))
                .addEmail(ContactEmail.of(SECRET))
                .addUrl(ContactUrl.of(SECRET))
                .addAddress(ContactAddress.builder()
                        .street(SECRET)
                        .region(Region.of("IN"))
                        .build())
                .org(ContactOrg.builder().company(SECRET).build())
                .birthday(LocalDate.of(1999, 1, 23))
                .build();
    }

    private static MediaCarouselCard carouselCard() {
        return MediaCarouselCard.builder(
                        InteractiveHeader.image(LINK), UrlButton.of("Shop", "https://shop.example.com/1"))
                .body(SECRET)
                .build();
    }
}
