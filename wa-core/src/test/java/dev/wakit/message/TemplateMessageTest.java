package dev.wakit.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.InvalidMessageException;
import dev.wakit.media.MediaSource;
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.HeaderFormat;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.ParameterFormat;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateButton;
import dev.wakit.template.TemplateButtonType;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateParameter;
import dev.wakit.template.TemplateParts;
import dev.wakit.template.TemplateStatus;
import dev.wakit.template.TemplateValues;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateMessageTest {
    private static final MediaSource MEDIA = MediaSource.id("1");

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\tb", "a\r\nb", "a     b", " "})
    void refusesTextThatWhatsAppRefusesInParameters(String text) {
        assertThatThrownBy(() -> message().body("fine", text))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageStartingWith("template parameter {{2}} must not");
        assertThatThrownBy(() -> message().namedBody("first_name", text))
                .hasMessageStartingWith("template parameter 'first_name' must not");
        assertThatThrownBy(() -> message().headerText(text)).isInstanceOf(InvalidMessageException.class);
    }

    @Test
    void allowsFourSpacesInARow() {
        assertThat(message().body("a    b").build().body()).containsExactly(TemplateParameter.text("a    b"));
    }

    @Test
    void mixesNoNamedAndPositionalValues() {
        assertThatThrownBy(() -> message().body("a").namedBody("b", "c").build())
                .hasMessageStartingWith("template body must not mix");
        assertThatThrownBy(
                        () -> message().namedBody("a", "b").namedBody("a", "c").build())
                .hasMessageStartingWith("template parameter names must be unique");
    }

    @Test
    void putsAnAuthenticationCodeIntoTheBodyAndTheButton() {
        TemplateMessage message = message().authenticationCode("123456").build();

        assertThat(message.body()).containsExactly(TemplateParameter.text("123456"));
        assertThat(message.buttons()).containsOnly(Map.entry(0, ButtonParameter.urlSuffix("123456")));
    }

    @Test
    void shortensTheCouponOfALimitedTimeOffer() {
        TemplateMessageBuilder offer = message().limitedTimeOffer(Instant.EPOCH);

        assertThat(offer.button(0, ButtonParameter.couponCode("A".repeat(15)))
                        .build()
                        .buttons())
                .hasSize(1);
        assertThatThrownBy(() -> offer.button(0, ButtonParameter.couponCode("A".repeat(16)))
                        .build())
                .isInstanceOf(InvalidMessageException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10})
    void hasTenButtonsAtMost(int index) {
        assertThatThrownBy(() -> message().button(index, ButtonParameter.payload("a")))
                .isInstanceOf(InvalidMessageException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 11})
    void hasTwoToTenCards(int cards) {
        assertThatThrownBy(() -> message()
                        .carousel(Collections.nCopies(cards, TemplateValues.none()))
                        .build())
                .isInstanceOf(InvalidMessageException.class);
    }

    @Nested
    class AgainstATemplate {
        @Test
        void fitsWhenEveryVariableHasAValue() {
            TemplateParts parts = TemplateParts.builder()
                    .headerFormat(HeaderFormat.IMAGE)
                    .body("{{1}} {{2}}")
                    .addButton(url("https://a.b/{{1}}"))
                    .addButton(TemplateButton.of(TemplateButtonType.QUICK_REPLY))
                    .build();
            TemplateMessage message = message()
                    .headerImage(MEDIA)
                    .body("a", "b")
                    .button(0, ButtonParameter.urlSuffix("c"))
                    .build();

            assertThat(message.problemsAgainst(positional(parts))).isEmpty();
        }

        @Test
        void namesEverythingThatIsMissing() {
            TemplateParts parts = TemplateParts.builder()
                    .headerFormat(HeaderFormat.VIDEO)
                    .body("{{1}} {{2}}")
                    .addButton(url("https://a.b/{{1}}"))
                    .build();
            Template template =
                    positional(parts).toBuilder().limitedTimeOffer(true).build();

            assertThat(message().body("a").build().problemsAgainst(template))
                    .containsExactly(
                            "The header needs a value of format VIDEO, but none is given: call headerVideo(…).",
                            "The body has 2 parameters, but 1 value is given: give one for each, in order.",
                            "Button 0 of type URL needs a value, but none is given: call button(0, UrlSuffix).",
                            "The limited-time offer needs an expiration, but none is given: call limitedTimeOffer(end).");
        }

        @Test
        void namesEverythingThatIsTooMuch() {
            TemplateParts parts = TemplateParts.builder()
                    .body("Hello")
                    .addButton(url("https://a.b"))
                    .build();
            TemplateMessage message = message()
                    .headerText("a")
                    .body("b")
                    .button(0, ButtonParameter.urlSuffix("c"))
                    .button(3, ButtonParameter.payload("d"))
                    .limitedTimeOffer(Instant.EPOCH)
                    .build();

            assertThat(message.problemsAgainst(positional(parts)))
                    .containsExactly(
                            "The header takes no value, but one of format TEXT is given: remove it.",
                            "The body has no parameters, but 1 value is given: remove it.",
                            "Button 0 is of type URL and takes no UrlSuffix value: remove it.",
                            "There is no button 3 (the template has 1 button, counted from 0): remove its value.",
                            "The template has no limited-time offer, but an expiration is given: remove it.");
        }

        @Test
        void namesUnknownAndMissingNames() {
            Template template = named("Hi {{first_name}}, order {{order_number}}");

            assertThat(message()
                            .namedBody("firstname", "a")
                            .namedBody("order_number", "b")
                            .build()
                            .problemsAgainst(template))
                    .containsExactly(
                            "The body has no parameter 'firstname' (the template has: first_name, order_number):"
                                    + " remove it or correct its name.",
                            "The body needs a value for 'first_name', but none is given: call namedBody(\"first_name\", …).");
        }

        @Test
        void tellsNamedAndPositionalApart() {
            assertThat(message().body("a").build().problemsAgainst(named("Hi {{first_name}}")))
                    .containsExactly("The body has named parameters, but positional values are given:"
                            + " call namedBody(name, …) for each of first_name instead.");
            assertThat(message().build().problemsAgainst(named("Hi {{first_name}}")))
                    .containsExactly(
                            "The body needs a value for 'first_name', but none is given: call namedBody(\"first_name\", …).");
        }

        @Test
        void namesTheWrongTemplateAndStatus() {
            Template other = Template.builder(
                            TemplateName.of("other"),
                            LanguageCode.of("en"),
                            TemplateCategory.UTILITY,
                            TemplateStatus.PAUSED,
                            TemplateParts.builder().build())
                    .build();

            assertThat(message().build().problemsAgainst(other))
                    .containsExactly(
                            "The message asks for template 'order_update' in en_US, but this is 'other' in en.",
                            "The template is PAUSED; only an APPROVED one can be sent.");
        }

        @Test
        void comparesTheCarouselCardByCard() {
            TemplateParts card = TemplateParts.builder()
                    .headerFormat(HeaderFormat.IMAGE)
                    .body("{{1}}")
                    .build();
            Template template = positional(TemplateParts.builder().build()).toBuilder()
                    .addCard(card)
                    .addCard(card)
                    .build();
            TemplateValues good =
                    TemplateValues.builder().headerImage(MEDIA).body("a").build();
            TemplateValues bad =
                    TemplateValues.builder().headerVideo(MEDIA).body("a").build();

            assertThat(message().addCard(good).addCard(bad).build().problemsAgainst(template))
                    .containsExactly(
                            "Card 1: The header takes a value of format IMAGE, but one of format VIDEO is given:"
                                    + " call headerImage(…) instead.");
            assertThat(message().build().problemsAgainst(template))
                    .containsExactly("The carousel has 2 cards, but values for 0 are given:"
                            + " add a card's values once for each card.");
        }

        @Test
        void allowsMoreProductCardsThanWereApproved() {
            TemplateParts card =
                    TemplateParts.builder().headerFormat(HeaderFormat.PRODUCT).build();
            Template template = positional(TemplateParts.builder().build()).toBuilder()
                    .addCard(card)
                    .addCard(card)
                    .build();
            TemplateValues product =
                    TemplateValues.builder().headerProduct("c", "p").build();

            assertThat(message()
                            .carousel(Collections.nCopies(5, product))
                            .build()
                            .problemsAgainst(template))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"MARKETING,true", "UNKNOWN,true", "UTILITY,false", "AUTHENTICATION,false"})
        void marketingDeliveryIsForMarketingTemplates(TemplateCategory category, boolean fits) {
            Template template = Template.builder(
                            TemplateName.of("order_update"),
                            LanguageCode.of("en_US"),
                            category,
                            TemplateStatus.APPROVED,
                            TemplateParts.builder().body("Hi").build())
                    .build();

            List<String> problems =
                    message().marketing(MarketingDelivery.standard()).build().problemsAgainst(template);

            assertThat(problems.isEmpty()).isEqualTo(fits);
            assertThat(problems).allSatisfy(problem -> assertThat(problem).contains("category " + category));
            assertThat(message().build().problemsAgainst(template)).isEmpty();
        }

        @Test
        void neverShowsAValue() {
            assertThat(Messages.template()
                            .problemsAgainst(named("Hi {{first_name}}"))
                            .toString())
                    .doesNotContain(Messages.SECRET);
        }
    }

    private static TemplateMessageBuilder message() {
        return TemplateMessage.builder("order_update", "en_US");
    }

    private static TemplateButton url(String url) {
        return TemplateButton.builder(TemplateButtonType.URL).url(url).build();
    }

    private static Template positional(TemplateParts parts) {
        return Template.builder(
                        TemplateName.of("order_update"),
                        LanguageCode.of("en_US"),
                        TemplateCategory.MARKETING,
                        TemplateStatus.APPROVED,
                        parts)
                .build();
    }

    private static Template named(String body) {
        return positional(TemplateParts.builder().body(body).build()).toBuilder()
                .parameterFormat(ParameterFormat.NAMED)
                .build();
    }
}
