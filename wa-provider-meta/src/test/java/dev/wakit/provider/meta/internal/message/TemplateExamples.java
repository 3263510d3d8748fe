package dev.wakit.provider.meta.internal.message;

import dev.wakit.commerce.ProductSection;
import dev.wakit.media.GeoLocation;
import dev.wakit.media.MediaSource;
import dev.wakit.message.MarketingDelivery;
import dev.wakit.message.Message;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TemplateMessageBuilder;
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.TemplateParameter.Currency;
import dev.wakit.template.TemplateParameter.DateTime;
import dev.wakit.template.TemplateParameter.GroupId;
import dev.wakit.template.TemplateValues;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** One template message for each golden wire file. */
final class TemplateExamples {

    private static final MediaSource ID = MediaSource.id("1479537139650973");
    private static final MediaSource LINK = MediaSource.link("https://shop.example/1.png");

    private TemplateExamples() {}

    static Map<String, Message> all() {
        var all = new LinkedHashMap<String, Message>();
        addTexts(all);
        addHeaders(all);
        addButtons(all);
        addSpecial(all);
        return all;
    }

    private static void addTexts(Map<String, Message> all) {
        all.put("template-bare", TemplateMessage.of("hello_world", "en_US"));
        all.put(
                "template-positional",
                template().headerText("Sale").body("Jessica", "SKBUP2").build());
        all.put(
                "template-named",
                template()
                        .headerNamedText("season", "Spring")
                        .namedBody("first_name", "Jessica")
                        .namedBody("code", "SKBUP2")
                        .build());
        all.put(
                "template-body-types",
                template()
                        .addBody(new Currency("$100.99", "USD", 100990))
                        .addBody(new DateTime("February 25, 1977"))
                        .addBody(new GroupId("Y2FwaV9ncm91cDox"))
                        .build());
    }

    private static void addHeaders(Map<String, Message> all) {
        all.put("template-header-image", template().headerImage(LINK).build());
        all.put("template-header-video", template().headerVideo(ID).build());
        all.put(
                "template-header-gif",
                template().headerGif(ID).marketing(MarketingDelivery.standard()).build());
        all.put(
                "template-header-document",
                template().headerDocument(ID, "invoice.pdf").build());
        all.put(
                "template-header-location",
                template()
                        .headerLocation(GeoLocation.builder(37.44, -122.16)
                                .name("Philz")
                                .address("101 Forest Ave")
                                .build())
                        .build());
        all.put(
                "template-header-product",
                template().headerProduct("194836987003835", "nqryix03ez").build());
    }

    private static void addButtons(Map<String, Message> all) {
        all.put(
                "template-buttons",
                template()
                        .button(0, ButtonParameter.payload("STOP_PROMO"))
                        .button(1, ButtonParameter.urlSuffix("o/1001?x=1"))
                        .button(3, ButtonParameter.couponCode("25OFF"))
                        .build());
        all.put(
                "template-buttons-shop",
                template()
                        .button(0, ButtonParameter.catalogThumbnail("2lc20305pt"))
                        .button(1, ButtonParameter.products("2lc20305pt", ProductSection.of("New", "2lc20305pt", "x")))
                        .button(2, ButtonParameter.order(InteractiveExamples.cake()))
                        .build());
        all.put(
                "template-buttons-flow",
                template()
                        .button(0, ButtonParameter.flow("tok", Map.of("k", "v")))
                        .button(1, ButtonParameter.flow("tok2"))
                        .build());
        all.put(
                "template-buttons-voice-call",
                template()
                        .button(0, ButtonParameter.voiceCall(Duration.ofMinutes(100), "x"))
                        .button(1, ButtonParameter.voiceCall(Duration.ofDays(1)))
                        .build());
    }

    private static void addSpecial(Map<String, Message> all) {
        all.put(
                "template-authentication",
                TemplateMessage.builder("login_code", "pt_BR")
                        .authenticationCode("J$FpnYnP")
                        .build());
        all.put(
                "template-limited-time-offer",
                template()
                        .headerImage(ID)
                        .body("Pablo")
                        .limitedTimeOffer(Instant.ofEpochMilli(1768000000123L))
                        .button(0, ButtonParameter.couponCode("25OFF"))
                        .button(1, ButtonParameter.urlSuffix("25OFF"))
                        .build());
        all.put(
                "template-carousel",
                template()
                        .body("Jessica")
                        .addCard(TemplateValues.builder()
                                .headerImage(ID)
                                .body("10OFF")
                                .button(0, ButtonParameter.payload("more-1"))
                                .button(1, ButtonParameter.urlSuffix("BUDDHA"))
                                .build())
                        .addCard(TemplateValues.builder()
                                .headerProduct("194836987003835", "SKU2")
                                .build())
                        .build());
        all.put(
                "template-marketing",
                TemplateMessage.builder("promo", "en_US")
                        .body("Jessica")
                        .marketing(MarketingDelivery.builder()
                                .strict(true)
                                .activitySharing(false)
                                .bidMultiplier(new BigDecimal("1.50"))
                                .build())
                        .build());
        all.put(
                "template-tap-target",
                template().tapTarget("https://shop.example/offer", "Offer").build());
    }

    private static TemplateMessageBuilder template() {
        return TemplateMessage.builder("order_confirmation", "en_US");
    }
}
