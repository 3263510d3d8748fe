package dev.wakit.provider.twilio.internal.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.TemplateException;
import dev.wakit.provider.twilio.content.ContentAction;
import dev.wakit.provider.twilio.content.ContentDraft;
import dev.wakit.provider.twilio.content.ContentType;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.definition.BodyDefinition;
import dev.wakit.template.definition.ButtonDefinition;
import dev.wakit.template.definition.CardDefinition;
import dev.wakit.template.definition.FlowButton;
import dev.wakit.template.definition.FooterDefinition;
import dev.wakit.template.definition.HeaderDefinition;
import dev.wakit.template.definition.TemplateComponents;
import dev.wakit.template.definition.TemplateDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefinitionMapperTest {

    private static final String PICTURE = "https://cdn.example.com/offers/red.png";

    @Test
    void writesATextAsText() {
        ContentDraft draft = draft(body());

        assertThat(draft.friendlyName()).isEqualTo("order_update");
        assertThat(draft.language()).isEqualTo("en");
        assertThat(draft.types()).containsExactly(new ContentType.Text("Hi {{1}}, order {{2}}"));
        assertThat(draft.variables()).containsExactly(Map.entry("1", "Ann"), Map.entry("2", "9"));
    }

    @Test
    void writesButtonsThatAnswerAsQuickReplies() {
        ContentDraft draft = draft(body().addButton(ButtonDefinition.quickReply("Yes")));

        assertThat(draft.types())
                .containsExactly(new ContentType.QuickReply(
                        "Hi {{1}}, order {{2}}", List.of(ContentAction.quickReply("Yes", "{{3}}"))));
        assertThat(draft.variables()).containsEntry("3", "Yes");
    }

    @Test
    void writesButtonsThatDoSomethingAsACallToAction() {
        ContentDraft draft = draft(body().addButton(ButtonDefinition.url(
                        "Track", "https://shop.example.com/t/{{1}}", "https://shop.example.com/t/9"))
                .addButton(ButtonDefinition.phoneNumber("Call", "+14155550199"))
                .addButton(ButtonDefinition.copyCode("SALE"))
                .addButton(ButtonDefinition.voiceCall("Talk")));

        assertThat(draft.types())
                .containsExactly(new ContentType.CallToAction(
                        "Hi {{1}}, order {{2}}",
                        List.of(
                                ContentAction.url("Track", "https://shop.example.com/t/{{3}}"),
                                ContentAction.phoneNumber("Call", "+14155550199"),
                                ContentAction.copyCode("Copy code", "{{4}}"),
                                ContentAction.voiceCall("Talk"))));
        assertThat(draft.variables()).containsEntry("3", "9").containsEntry("4", "SALE");
    }

    @Test
    void writesAFileWithAVariablePathSinceEveryMessageBringsItsOwn() {
        ContentDraft draft = draft(body().header(HeaderDefinition.image(PICTURE)));

        assertThat(draft.types())
                .containsExactly(
                        new ContentType.Media("Hi {{1}}, order {{2}}", List.of("https://cdn.example.com/{{3}}")));
        assertThat(draft.variables()).containsEntry("3", "offers/red.png");
    }

    @Test
    void writesHeaderFooterAndMixedButtonsAsACard() {
        ContentDraft draft = draft(body().header(HeaderDefinition.text("News of {{1}}", "May"))
                .footer("Reply STOP to end")
                .addButton(ButtonDefinition.quickReply("More"))
                .addButton(ButtonDefinition.url("Shop", "https://shop.example.com")));

        assertThat(draft.types())
                .containsExactly(new ContentType.WhatsAppCard(
                        "Hi {{1}}, order {{2}}",
                        "News of {{3}}",
                        "Reply STOP to end",
                        List.of(),
                        List.of(
                                ContentAction.quickReply("More", "{{4}}"),
                                ContentAction.url("Shop", "https://shop.example.com"))));
        assertThat(draft.variables()).containsEntry("3", "May");
    }

    @Test
    void writesACarousel() {
        ContentDraft draft = draft(body().addCard(card("Red {{1}}", "one")).addCard(card("Blue {{1}}", "two")));

        assertThat(draft.types()).singleElement().isInstanceOfSatisfying(ContentType.Carousel.class, carousel -> {
            assertThat(carousel.body()).isEqualTo("Hi {{1}}, order {{2}}");
            assertThat(carousel.cards())
                    .extracting(ContentType.Carousel.Card::body)
                    .containsExactly("Red {{3}}", "Blue {{6}}");
            assertThat(carousel.cards())
                    .extracting(ContentType.Carousel.Card::media)
                    .containsExactly("https://cdn.example.com/{{4}}", "https://cdn.example.com/{{7}}");
        });
        assertThat(draft.variables()).containsEntry("3", "one").containsEntry("6", "two");
    }

    @Test
    void writesAFlow() {
        ContentDraft draft = draft(body().addButton(FlowButton.builder("Book", FlowButton.Source.ID, "987")
                .navigate("FIRST")
                .build()));

        assertThat(draft.types())
                .containsExactly(new ContentType.WhatsAppFlow(
                        "Hi {{1}}, order {{2}}", "Book", "", "", "987", "{{3}}", "FIRST", false));
    }

    @Test
    void writesACatalog() {
        assertThat(draft(body().addButton(ButtonDefinition.catalog("View"))).types())
                .containsExactly(new ContentType.Catalog("", "Hi {{1}}, order {{2}}", "", "", List.of(), ""));
    }

    @Test
    void writesAnAuthenticationTemplate() {
        ContentDraft draft = draft(
                TemplateCategory.AUTHENTICATION,
                TemplateComponents.builder()
                        .body(BodyDefinition.preset(true))
                        .footer(FooterDefinition.codeExpiration(Duration.ofMinutes(10)))
                        .addButton(ButtonDefinition.copyOtp().labelled("Copy", "")));

        assertThat(draft.types()).containsExactly(new ContentType.Authentication(List.of("Copy"), true, 10));
        assertThat(draft.variables()).containsOnlyKeys("1");
    }

    @Test
    void keepsTheNamesOfNamedVariables() {
        ContentDraft draft = draft(TemplateComponents.builder()
                .body(BodyDefinition.named("Hi {{first_name}}", Map.of("first_name", "Ann")))
                .addButton(
                        ButtonDefinition.url("Track", "https://shop.example.com/{{1}}", "https://shop.example.com/9")));

        assertThat(draft.types())
                .containsExactly(new ContentType.CallToAction(
                        "Hi {{first_name}}",
                        List.of(ContentAction.url("Track", "https://shop.example.com/{{button_0}}"))));
        assertThat(draft.variables()).containsOnly(Map.entry("first_name", "Ann"), Map.entry("button_0", "9"));
    }

    @Test
    void namesEverythingThatNoContentHolds() {
        TemplateDefinition definition = TemplateDefinition.builder(
                        "order_update",
                        "en",
                        TemplateCategory.MARKETING,
                        body().header(HeaderDefinition.location())
                                .limitedTimeOffer("Now", true)
                                .callPermissionRequest(true)
                                .addButton(ButtonDefinition.multiProduct("Items"))
                                .addButton(ButtonDefinition.orderDetails("Pay"))
                                .build())
                .ttl(Duration.ofHours(12))
                .linkTracking(true)
                .build();

        assertThatThrownBy(() -> DefinitionMapper.draft(definition))
                .isInstanceOf(TemplateException.class)
                .hasMessageContainingAll(
                        "LOCATION",
                        "limited-time offers",
                        "call permission",
                        "MultiProduct",
                        "OrderDetails",
                        "ttl",
                        "linkTracking");
    }

    @Test
    void refusesAnUploadHandleAndAnOtherWayOfTakingACode() {
        assertThatThrownBy(() -> draft(body().header(HeaderDefinition.image("4::aW1hZ2U="))))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("public address of an example file");
        assertThatThrownBy(() -> draft(
                        TemplateCategory.AUTHENTICATION,
                        TemplateComponents.builder()
                                .body(BodyDefinition.preset(false))
                                .addButton(ButtonDefinition.zeroTapOtp())))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("copyOtp");
    }

    @Test
    void refusesAFlowThatTwilioCannotName() {
        assertThatThrownBy(() -> draft(body().footer("Bye")
                        .addButton(FlowButton.builder("Book", FlowButton.Source.JSON, "{}")
                                .icon(FlowButton.Icon.REVIEW)
                                .build())
                        .addButton(ButtonDefinition.quickReply("No"))))
                .isInstanceOf(TemplateException.class)
                .hasMessageContainingAll("JSON", "icon", "footer", "stands alone");
    }

    private static CardDefinition card(String body, String example) {
        return CardDefinition.builder(HeaderDefinition.image(PICTURE))
                .body(body, example)
                .addButton(ButtonDefinition.quickReply("Buy"))
                .build();
    }

    private static TemplateComponents.Builder body() {
        return TemplateComponents.builder().body("Hi {{1}}, order {{2}}", "Ann", "9");
    }

    private static ContentDraft draft(TemplateComponents.Builder components) {
        return draft(TemplateCategory.UTILITY, components);
    }

    private static ContentDraft draft(TemplateCategory category, TemplateComponents.Builder components) {
        return DefinitionMapper.draft(TemplateDefinition.builder("order_update", "en", category, components.build())
                .build());
    }
}
