package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.InvalidMessageException;
import dev.wakit.campaign.content.ButtonValue;
import dev.wakit.campaign.content.HeaderMedia;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.media.MediaSource;
import dev.wakit.message.MarketingDelivery;
import dev.wakit.message.TemplateMessage;
import dev.wakit.template.ButtonParameter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RendererTest {

    private static final MarketingDelivery STRICT =
            MarketingDelivery.builder().strict(true).build();

    @Test
    void fillsEveryPartOfATemplate() {
        TemplateContent content = TemplateContent.of("sale", "en_US")
                .body("Hi {{name}}", "{{price|free}}")
                .headerMedia(
                        new HeaderMedia(HeaderMedia.Kind.DOCUMENT, "https://example.org/{{name}}.pdf", "{{name}}.pdf"))
                .button(new ButtonValue(0, ButtonValue.Kind.URL_SUFFIX, "{{name}}"))
                .button(new ButtonValue(1, ButtonValue.Kind.COUPON_CODE, "SALE"))
                .marketing(STRICT);

        var message = Renderer.of(content).render(Map.of("name", "Kim"));

        assertThat(message)
                .isEqualTo(TemplateMessage.builder("sale", "en_US")
                        .body("Hi Kim", "free")
                        .headerDocument(MediaSource.link("https://example.org/Kim.pdf"), "Kim.pdf")
                        .button(0, ButtonParameter.urlSuffix("Kim"))
                        .button(1, ButtonParameter.couponCode("SALE"))
                        .marketing(STRICT)
                        .build());
    }

    @Test
    void keepsMarketingDeliveryWhateverIsAddedAfterIt() {
        TemplateContent content = TemplateContent.of("sale", "en_US")
                .marketing(STRICT)
                .body("x")
                .namedBody("a", "b")
                .headerText("h")
                .headerMedia(new HeaderMedia(HeaderMedia.Kind.IMAGE, "1", ""))
                .button(new ButtonValue(0, ButtonValue.Kind.PAYLOAD, "p"));

        assertThat(content.marketing()).contains(STRICT);
    }

    @Test
    void refusesAValueThatATemplateDoesNotTake() {
        Renderer renderer = Renderer.of(TemplateContent.of("sale", "en_US").headerText("{{name}}"));

        assertThatThrownBy(() -> renderer.render(Map.of("name", "two\nlines")))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageNotContaining("lines");
    }
}
