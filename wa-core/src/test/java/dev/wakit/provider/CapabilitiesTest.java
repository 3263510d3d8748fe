package dev.wakit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.InvalidMessageException;
import dev.wakit.address.Bsuid;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.commerce.Amount;
import dev.wakit.commerce.GoodsKind;
import dev.wakit.commerce.OrderItem;
import dev.wakit.commerce.OrderState;
import dev.wakit.commerce.PaymentRequest;
import dev.wakit.media.MediaId;
import dev.wakit.media.MediaLink;
import dev.wakit.media.MediaSource;
import dev.wakit.message.AudioMessage;
import dev.wakit.message.DocumentMessage;
import dev.wakit.message.ImageMessage;
import dev.wakit.message.InteractiveMessage;
import dev.wakit.message.MarketingDelivery;
import dev.wakit.message.Message;
import dev.wakit.message.MessageId;
import dev.wakit.message.MessageKind;
import dev.wakit.message.ReactionMessage;
import dev.wakit.message.StickerMessage;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TextMessage;
import dev.wakit.message.VideoMessage;
import dev.wakit.message.interactive.InteractiveHeader;
import dev.wakit.message.interactive.InteractiveKind;
import dev.wakit.message.interactive.LocationRequest;
import dev.wakit.message.interactive.MediaCarousel;
import dev.wakit.message.interactive.MediaCarouselCard;
import dev.wakit.message.interactive.OrderDetails;
import dev.wakit.message.interactive.OrderStatus;
import dev.wakit.message.interactive.ReplyButton;
import dev.wakit.message.interactive.ReplyButtons;
import dev.wakit.message.interactive.UrlButton;
import dev.wakit.rate.RateLimit;
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.TemplateValues;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CapabilitiesTest {

    private static final PaymentRequest ORDER = PaymentRequest.builder("order-1", GoodsKind.DIGITAL, "BRL")
            .addItem(OrderItem.of("sku1", "Lamp", Amount.of(500), 1))
            .build();

    static List<Message> paid() {
        return List.of(
                InteractiveMessage.builder(new OrderDetails(ORDER)).body("b").build(),
                InteractiveMessage.builder(OrderStatus.of("order-1", OrderState.SHIPPED))
                        .body("b")
                        .build(),
                TemplateMessage.builder("order", "pt_BR")
                        .button(0, ButtonParameter.order(ORDER))
                        .build());
    }

    @ParameterizedTest
    @MethodSource("paid")
    void ordersToPayNeedPayments(Message message) {
        assertThat(all().build().missingFor(message))
                .hasValueSatisfying(text -> assertThat(text).contains("orders to pay"));
        assertThat(all().payments(true).build().supports(message)).isTrue();
    }

    @Test
    void aKindThatIsNotSentIsNamedWithTheOnesThatAre() {
        Capabilities texts = Capabilities.builder(RateLimit.perSecond(1))
                .addMessageKinds(MessageKind.TEXT)
                .build();

        assertThat(texts.supports(TextMessage.of("x"))).isTrue();
        assertThat(texts.missingFor(TemplateMessage.of("t", "en")))
                .contains("does not send TEMPLATE messages. It sends [TEXT].");
    }

    @Test
    void onlyStrictMarketingDeliveryNeedsAWayOfItsOwn() {
        TemplateMessage usual = TemplateMessage.builder("t", "en")
                .marketing(MarketingDelivery.standard())
                .build();
        TemplateMessage strict = usual.toBuilder()
                .marketing(MarketingDelivery.builder().strict(true).build())
                .build();

        assertThat(all().build().supports(usual)).isTrue();
        assertThat(all().build().missingFor(strict))
                .hasValueSatisfying(text -> assertThat(text).contains("marketing delivery"));
        assertThat(all().marketingDelivery(true).build().supports(strict)).isTrue();
    }

    @Test
    void callbackDataHasAtMost512CharactersAndAnIdentityHashSome() {
        SendRequest.Builder request = SendRequest.builder(
                SenderId.of("1"), Recipient.of(PhoneNumber.parse("+14155551234")), TextMessage.of("x"));

        assertThat(request.callbackData("x".repeat(512)).build().callbackData()).isPresent();
        assertThatThrownBy(() -> request.callbackData("x".repeat(513)))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContainingAll("callback_data", "512", "513");
        assertThatThrownBy(() -> request.identityHash(" "))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("identity_hash");
    }

    @Test
    void aRequestNeedsWhatItsAddressAndItsIdentityHashNeed() {
        SendRequest byUserId = SendRequest.builder(
                        SenderId.of("1"), Recipient.of(Bsuid.of("US.13491208655302741918")), TextMessage.of("x"))
                .build();
        SendRequest hashed = SendRequest.builder(
                        SenderId.of("1"), Recipient.of(PhoneNumber.parse("+14155551234")), TextMessage.of("x"))
                .identityHash("DF2lS5v2W6x=")
                .build();

        assertThat(all().build().missingFor(byUserId))
                .hasValueSatisfying(text -> assertThat(text).contains("phone numbers only"));
        assertThat(all().sendsToBsuid(true).build().missingFor(byUserId)).isEmpty();
        assertThat(all().build().missingFor(hashed))
                .hasValueSatisfying(text -> assertThat(text).contains("identity hash"));
        assertThat(all().checksIdentity(true).build().missingFor(hashed)).isEmpty();
    }

    static List<Message> withAFileById() {
        MediaId file = MediaSource.id("1234567890");
        MediaLink link = MediaSource.link("https://example.org/a.png");
        UrlButton shop = UrlButton.of("Shop", "https://example.org");
        return List.of(
                ImageMessage.of(file),
                VideoMessage.of(file),
                DocumentMessage.of(file),
                AudioMessage.of(file),
                StickerMessage.of(file),
                InteractiveMessage.builder(ReplyButtons.of(ReplyButton.of("1", "Yes")))
                        .header(InteractiveHeader.document(file))
                        .body("b")
                        .build(),
                InteractiveMessage.builder(MediaCarousel.of(
                                MediaCarouselCard.of(InteractiveHeader.image(link), shop),
                                MediaCarouselCard.of(InteractiveHeader.image(file), shop)))
                        .body("b")
                        .build(),
                TemplateMessage.builder("t", "en").headerDocument(file).build(),
                TemplateMessage.builder("t", "en").headerVideo(file).build(),
                TemplateMessage.builder("t", "en").headerGif(file).build(),
                TemplateMessage.builder("t", "en")
                        .addCard(TemplateValues.builder().headerImage(link).build())
                        .addCard(TemplateValues.builder().headerImage(file).build())
                        .build());
    }

    @ParameterizedTest
    @MethodSource("withAFileById")
    void aFileNamedByIdNeedsABspThatKeepsMedia(Message message) {
        assertThat(all().build().supports(message)).isTrue();
        assertThat(all().sendsMediaById(false).build().missingFor(message))
                .hasValueSatisfying(
                        text -> assertThat(text).contains(message.kind().name(), "by its id", "MediaSource.link"));
    }

    @Test
    void aFileNamedByLinkNeedsNoMedia() {
        Capabilities linksOnly = all().sendsMediaById(false).build();

        assertThat(linksOnly.supports(ImageMessage.of(MediaSource.link("https://example.org/a.png"))))
                .isTrue();
        assertThat(linksOnly.supports(TextMessage.of("x"))).isTrue();
    }

    @Test
    void onlySomeInteractiveKindsMayBeSent() {
        Capabilities buttons =
                all().interactiveKinds(InteractiveKind.REPLY_BUTTONS).build();
        Message place =
                InteractiveMessage.builder(new LocationRequest()).body("b").build();

        assertThat(all().build().interactiveKinds()).containsExactlyInAnyOrder(InteractiveKind.values());
        assertThat(buttons.missingFor(place))
                .contains("does not send INTERACTIVE messages of the kind LOCATION_REQUEST. It sends [REPLY_BUTTONS].");
        assertThat(buttons.supports(InteractiveMessage.builder(ReplyButtons.of(ReplyButton.of("1", "Yes")))
                        .body("b")
                        .build()))
                .isTrue();
        assertThat(Capabilities.builder(RateLimit.perSecond(1)).build().interactiveKinds())
                .isEmpty();
    }

    @Test
    void aReplyNeedsABspThatQuotes() {
        Capabilities silent = all().quotesMessages(false).build();
        MessageId earlier = MessageId.of("wamid.HBgLMQ==");

        assertThat(silent.missingFor(reply(TextMessage.of("x"), earlier)))
                .hasValueSatisfying(text -> assertThat(text).contains("cannot quote", "replyTo"));
        assertThat(silent.missingFor(reply(ReactionMessage.of(earlier, "👍"), earlier)))
                .isEmpty();
        assertThat(all().build().missingFor(reply(TextMessage.of("x"), earlier)))
                .isEmpty();
    }

    @Test
    void aBspMayHaveLimitsOfItsOwn() {
        Capabilities limited = all().addLimit(message -> message instanceof TextMessage
                        ? Optional.of("sends no texts. Use a template.")
                        : Optional.empty())
                .build();

        assertThat(limited.missingFor(TextMessage.of("x"))).contains("sends no texts. Use a template.");
        assertThat(limited.supports(TemplateMessage.of("t", "en"))).isTrue();
    }

    private static SendRequest reply(Message message, MessageId earlier) {
        return SendRequest.builder(SenderId.of("1"), Recipient.of(PhoneNumber.parse("+14155551234")), message)
                .replyTo(earlier)
                .build();
    }

    private static Capabilities.Builder all() {
        return Capabilities.builder(RateLimit.perSecond(1)).addMessageKinds(MessageKind.values());
    }
}
