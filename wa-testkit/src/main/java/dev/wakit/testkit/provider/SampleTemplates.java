package dev.wakit.testkit.provider;

import dev.wakit.commerce.Amount;
import dev.wakit.commerce.GoodsKind;
import dev.wakit.commerce.OrderItem;
import dev.wakit.commerce.PaymentRequest;
import dev.wakit.commerce.ProductSection;
import dev.wakit.media.GeoLocation;
import dev.wakit.media.MediaSource;
import dev.wakit.message.MarketingDelivery;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TemplateMessageBuilder;
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.TemplateParameter;
import dev.wakit.template.TemplateValues;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** One template message for every kind of value that a template can take. */
final class SampleTemplates {

    private static final String WORD = "Goldcrest";

    private SampleTemplates() {}

    static TemplateMessage plain(String text) {
        return builder().body(text).build();
    }

    static Stream<SampleSend> all() {
        return Stream.of(bodies(), headers(), buttons(), rest()).flatMap(some -> some);
    }

    static PaymentRequest order() {
        return PaymentRequest.builder("order-1", GoodsKind.DIGITAL, "INR")
                .addItem(OrderItem.of("sku1", WORD, Amount.of(500), 1))
                .build();
    }

    private static Stream<SampleSend> bodies() {
        return Stream.of(
                template("without values", builder()),
                template("with texts", builder().body(WORD, "Wren"), WORD, "Wren"),
                template("with named texts", builder().namedBody("bird", WORD), WORD),
                template(
                        "with a currency",
                        builder().addBody(new TemplateParameter.Currency("$4,711", "USD", 4_711_000)),
                        "4,711"),
                template("with a date", builder().addBody(new TemplateParameter.DateTime("1 May")), "1 May"),
                template("with a one-time password", builder().authenticationCode("471147"), "471147"));
    }

    private static Stream<SampleSend> headers() {
        MediaSource link = MediaSource.link(SampleSends.LINKED);
        MediaSource stored = MediaSource.id(SampleSends.STORED);
        return Stream.of(
                template("with a header of text", builder().headerText(WORD), WORD),
                template("with a header of named text", builder().headerNamedText("bird", WORD), WORD),
                template("with an image by link", builder().headerImage(link), SampleSends.FILE),
                template("with an image by id", builder().headerImage(stored), SampleSends.STORED),
                template("with a video by link", builder().headerVideo(link), SampleSends.FILE),
                template("with a video by id", builder().headerVideo(stored), SampleSends.STORED),
                template("with a document by link", builder().headerDocument(link, "heron.pdf"), SampleSends.FILE),
                template("with a document by id", builder().headerDocument(stored), SampleSends.STORED),
                template(
                        "with a place",
                        builder()
                                .headerLocation(GeoLocation.builder(12.5, -70.25)
                                        .name(WORD)
                                        .address("1 Road")
                                        .build()),
                        "12.5",
                        "-70.25"),
                template("with a product", builder().headerProduct("catalog7", "sku7"), "sku7"));
    }

    private static Stream<SampleSend> buttons() {
        return Stream.of(
                button("with a payload", ButtonParameter.payload(WORD), WORD),
                button("with a link", ButtonParameter.urlSuffix("wren/4711"), "wren/4711"),
                button("with a coupon", ButtonParameter.couponCode("WREN15"), "WREN15"),
                button("with a flow", ButtonParameter.flow("token-4711"), "token-4711"),
                button("with a call", ButtonParameter.voiceCall(Duration.ofHours(1), WORD), WORD),
                button("with an order", ButtonParameter.order(order()), WORD),
                button("with a catalog", ButtonParameter.catalogThumbnail("sku7"), "sku7"),
                button("with products", ButtonParameter.products("sku7", ProductSection.of(WORD, "sku8")), "sku8"));
    }

    private static Stream<SampleSend> rest() {
        TemplateValues card = TemplateValues.builder()
                .headerImage(MediaSource.link(SampleSends.LINKED))
                .body(WORD)
                .build();
        return Stream.of(
                template("with a carousel", builder().addCard(card).addCard(card), WORD),
                template(
                        "with an offer that ends",
                        builder()
                                .limitedTimeOffer(Instant.parse("2030-05-01T10:00:00Z"))
                                .button(0, ButtonParameter.couponCode("WREN15")),
                        "WREN15"),
                template(
                        "with a page to open",
                        builder().tapTarget("https://example.org/wren", WORD),
                        "https://example.org/wren"),
                template("as marketing", builder().body(WORD).marketing(MarketingDelivery.standard()), WORD),
                template(
                        "as marketing and not otherwise",
                        builder()
                                .body(WORD)
                                .marketing(
                                        MarketingDelivery.builder().strict(true).build()),
                        WORD));
    }

    private static SampleSend button(String what, ButtonParameter parameter, String word) {
        return template("with a button " + what, builder().button(0, parameter), word);
    }

    private static SampleSend template(String what, TemplateMessageBuilder message, String... words) {
        return SampleSend.of("TEMPLATE " + what, message.build(), words);
    }

    private static TemplateMessageBuilder builder() {
        return TemplateMessage.builder(BspScript.TEMPLATE, BspScript.LANGUAGE);
    }
}
