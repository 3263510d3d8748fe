package dev.wakit.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.InvalidMessageException;
import dev.wakit.TemplateException;
import dev.wakit.media.MediaSource;
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.HeaderFormat;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.ParameterFormat;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateBuilder;
import dev.wakit.template.TemplateButton;
import dev.wakit.template.TemplateButtonType;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateParts;
import dev.wakit.template.TemplateStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApprovedTemplateTest {

    private static final MediaSource PICTURE = MediaSource.id("1");

    private final ApprovedTemplate offer = ApprovedTemplate.of(template().build());

    @Test
    void makesAMessageThatFits() {
        TemplateMessage message = offer.fill(values ->
                values.headerImage(PICTURE).namedBody("first_name", "Ada").button(1, ButtonParameter.urlSuffix("a")));

        assertThat(message.name()).isEqualTo(TemplateName.of("offer"));
        assertThat(message.language()).isEqualTo(LanguageCode.of("en_US"));
        assertThat(message.problemsAgainst(offer.template())).isEmpty();
    }

    @Test
    void namesEachValueThatDoesNotFitAndTheCallThatMendsIt() {
        assertThatThrownBy(() -> offer.fill(values -> values.headerVideo(PICTURE)
                        .namedBody("frist_name", "Ada")
                        .button(0, ButtonParameter.couponCode("A1"))))
                .isInstanceOfSatisfying(
                        TemplateException.class,
                        refused -> assertThat(refused.problems())
                                .containsExactly(
                                        "The header takes a value of format IMAGE, but one of format VIDEO is given:"
                                                + " call headerImage(…) instead.",
                                        "The body has no parameter 'frist_name' (the template has: first_name):"
                                                + " remove it or correct its name.",
                                        "The body needs a value for 'first_name', but none is given:"
                                                + " call namedBody(\"first_name\", …).",
                                        "Button 0 is of type QUICK_REPLY and takes no CouponCode value:"
                                                + " give a Payload instead.",
                                        "Button 1 of type URL needs a value, but none is given:"
                                                + " call button(1, UrlSuffix)."))
                .hasMessageContaining("'offer' in en_US")
                .hasMessageNotContaining("Ada");
    }

    @Test
    void refusesAValueThatIsWrongByItself() {
        assertThatThrownBy(() -> offer.fill(values -> values.namedBody("first_name", "two\nlines")))
                .isInstanceOf(InvalidMessageException.class);
    }

    @Test
    void listsThePlacesThatTakeAValue() {
        assertThat(offer.slots())
                .containsExactly(
                        new TemplateSlot("header", "", "IMAGE", true),
                        new TemplateSlot("body", "first_name", "text", true),
                        new TemplateSlot("button 0", "", "Payload", false),
                        new TemplateSlot("button 1", "", "UrlSuffix", true));
    }

    @Test
    void listsThePlacesOfOfferAndCards() {
        Template template = template()
                .limitedTimeOffer(true)
                .addCard(TemplateParts.builder()
                        .headerFormat(HeaderFormat.TEXT)
                        .headerText("Hi {{1}}")
                        .build())
                .build();

        assertThat(ApprovedTemplate.of(template).slots())
                .contains(
                        new TemplateSlot("offer", "", "expiration", true),
                        new TemplateSlot("card 0 header", "1", "text", true));
    }

    @Test
    void makesTheMessageOfATemplateWithoutVariables() {
        Template plain = Template.builder(
                        TemplateName.of("hello"),
                        LanguageCode.of("en"),
                        TemplateCategory.UTILITY,
                        TemplateStatus.APPROVED,
                        TemplateParts.builder().body("Hello").build())
                .build();

        assertThat(ApprovedTemplate.of(plain).message()).isEqualTo(TemplateMessage.of("hello", "en"));
        assertThatThrownBy(offer::message).isInstanceOf(TemplateException.class);
    }

    @ParameterizedTest
    @EnumSource(value = TemplateStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "APPROVED")
    void isOnlyMadeOfAnApprovedTemplate(TemplateStatus status) {
        Template template = Template.builder(
                        TemplateName.of("hello"),
                        LanguageCode.of("en"),
                        TemplateCategory.UTILITY,
                        status,
                        TemplateParts.builder().build())
                .build();

        assertThatThrownBy(() -> ApprovedTemplate.of(template))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(status.name());
    }

    @Test
    void tellsWhetherMessagesMayBeHeld() {
        assertThat(offer.template().mayBeHeld()).isTrue();
        assertThat(template()
                        .quality(dev.wakit.template.QualityRating.GREEN)
                        .build()
                        .mayBeHeld())
                .isFalse();
    }

    private static TemplateBuilder template() {
        return Template.builder(
                        TemplateName.of("offer"),
                        LanguageCode.of("en_US"),
                        TemplateCategory.MARKETING,
                        TemplateStatus.APPROVED,
                        TemplateParts.builder()
                                .headerFormat(HeaderFormat.IMAGE)
                                .body("Hi {{first_name}}, look at this.")
                                .addButton(TemplateButton.of(TemplateButtonType.QUICK_REPLY))
                                .addButton(TemplateButton.builder(TemplateButtonType.URL)
                                        .url("https://a.b/{{1}}")
                                        .build())
                                .build())
                .parameterFormat(ParameterFormat.NAMED);
    }
}
