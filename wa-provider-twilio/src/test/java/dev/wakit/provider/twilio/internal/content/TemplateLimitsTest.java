package dev.wakit.provider.twilio.internal.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.commerce.ProductSection;
import dev.wakit.media.GeoLocation;
import dev.wakit.media.MediaSource;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TemplateMessageBuilder;
import dev.wakit.message.TextMessage;
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.TemplateParameter;
import dev.wakit.template.TemplateValues;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateLimitsTest {

    private static final MediaSource LINK = MediaSource.link(URI.create("https://cdn.example.com/red.png"));

    @Test
    void refusesWhatTwilioDoesNotHave() {
        assertMissing(
                template()
                        .limitedTimeOffer(Instant.parse("2026-12-01T00:00:00Z"))
                        .button(0, coupon()),
                "limitedTimeOffer");
        assertMissing(template().tapTarget("https://example.com", "Open"), "tapTarget");
        assertMissing(
                template()
                        .headerLocation(GeoLocation.builder(1, 2)
                                .name("Inn")
                                .address("1 Road")
                                .build()),
                "LOCATION");
        assertMissing(template().headerProduct("catalog7", "sku7"), "PRODUCT");
        assertMissing(template().addBody(new TemplateParameter.GroupId("g1")), "GroupId");
        assertMissing(template().button(0, ButtonParameter.voiceCall(Duration.ofHours(1))), "VoiceCall");
        assertMissing(template().button(0, ButtonParameter.catalogThumbnail("sku7")), "CatalogThumbnail");
        assertMissing(
                template().button(0, ButtonParameter.products("sku7", ProductSection.of("Nests", "sku8"))), "Products");
        assertMissing(template().button(0, ButtonParameter.flow("my-flow", Map.of("a", 1))), "token alone");
    }

    @Test
    void looksIntoTheCardsOfACarousel() {
        TemplateValues fine = TemplateValues.builder().headerImage(LINK).build();
        TemplateValues product =
                TemplateValues.builder().headerProduct("catalog7", "sku7").build();

        assertMissing(template().addCard(fine).addCard(product), "PRODUCT");
        assertThat(TemplateLimits.missing(template().addCard(fine).addCard(fine).build()))
                .isEmpty();
    }

    @Test
    void leavesTheRestToTheContent() {
        assertThat(TemplateLimits.missing(TextMessage.of("Hi"))).isEmpty();
        assertThat(TemplateLimits.missing(template()
                        .body("Ann")
                        .headerText("May")
                        .button(0, ButtonParameter.payload("more"))
                        .button(1, ButtonParameter.urlSuffix("sale"))
                        .button(2, coupon())
                        .button(3, ButtonParameter.flow("my-flow"))
                        .build()))
                .isEmpty();
        assertThat(TemplateLimits.missing(
                        template().namedBody("bird", "Wren").headerVideo(LINK).build()))
                .isEmpty();
    }

    @Test
    void showsNoValue() {
        assertThat(TemplateLimits.missing(template()
                        .button(0, ButtonParameter.voiceCall(Duration.ofHours(1), "secret"))
                        .build()))
                .hasValueSatisfying(words -> assertThat(words).doesNotContain("secret"));
    }

    private static ButtonParameter coupon() {
        return ButtonParameter.couponCode("WREN15");
    }

    private static TemplateMessageBuilder template() {
        return TemplateMessage.builder("order_update", "en");
    }

    private static void assertMissing(TemplateMessageBuilder message, String word) {
        assertThat(TemplateLimits.missing(message.build()))
                .hasValueSatisfying(words -> assertThat(words).contains(word).matches(".+\\. .+\\."));
    }
}
