package dev.wakit.provider.twilio.internal.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.media.MediaSource;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TemplateMessageBuilder;
import dev.wakit.provider.twilio.content.ContentAction;
import dev.wakit.provider.twilio.content.ContentType;
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.TemplateParameter;
import dev.wakit.template.TemplateValues;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class VariableFitTest {

    private static final URI PICTURE = URI.create("https://cdn.example.com/red.png");

    @Test
    void givesTheValuesOfTheBodyInTheOrderOfTheNumbers() {
        ContentType type = new ContentType.Text("Order {{2}} for {{1}}, {{10}}");

        assertThat(variables(type, message().body("Ann", "ORD-9", "soon")))
                .containsExactly(Map.entry("1", "Ann"), Map.entry("2", "ORD-9"), Map.entry("10", "soon"));
    }

    @Test
    void givesNamedValuesToTheVariablesOfThatName() {
        ContentType type = new ContentType.Text("Hi {{first_name}}, {{order}}");

        assertThat(variables(type, message().namedBody("order", "9").namedBody("first_name", "Ann")))
                .containsOnly(Map.entry("first_name", "Ann"), Map.entry("order", "9"));
    }

    @Test
    void givesHeaderAndButtonsTheVariablesThatStandThere() {
        ContentType type = Objects.requireNonNull(Samples.types().get("whatsapp-card"));

        assertThat(variables(
                        type,
                        message()
                                .body("Ann")
                                .headerText("May")
                                .button(0, ButtonParameter.payload("more"))
                                .button(1, ButtonParameter.urlSuffix("sale"))))
                .containsExactly(
                        Map.entry("1", "Ann"), Map.entry("2", "May"), Map.entry("3", "more"), Map.entry("4", "sale"));
    }

    @Test
    void fillsAQuickReplyWithoutAPayloadWithItsTitle() {
        ContentType type = Objects.requireNonNull(Samples.types().get("whatsapp-card"));

        assertThat(variables(
                        type, message().body("Ann").headerText("May").button(1, ButtonParameter.urlSuffix("sale"))))
                .containsEntry("3", "More");
    }

    @Test
    void takesTheEndOfAFilesAddress() {
        ContentType type = new ContentType.Media("Look", List.of("https://cdn.example.com/{{1}}"));

        assertThat(variables(type, message().headerImage(MediaSource.link(PICTURE))))
                .containsExactly(Map.entry("1", "red.png"));
    }

    @Test
    void takesAWholeAddressWhereTheContentHasNothingElse() {
        ContentType type = new ContentType.Media("Look", List.of("{{1}}"));

        assertThat(variables(type, message().headerVideo(MediaSource.link(PICTURE))))
                .containsExactly(Map.entry("1", PICTURE.toString()));
    }

    @Test
    void refusesAFileOfAnotherAddress() {
        ContentType type = new ContentType.Media("Look", List.of("https://other.example.com/{{1}}"));

        assertThat(problems(type, message().headerImage(MediaSource.link(PICTURE))))
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem)
                        .contains("The header", "https://other.example.com/…")
                        .doesNotContain("red.png"));
    }

    @Test
    void fillsVariablesThatStandInTwoPlacesOnce() {
        ContentType type = new ContentType.CallToAction(
                "Order {{1}}", List.of(ContentAction.url("Track", "https://shop.example.com/{{1}}/{{2}}")));

        assertThat(variables(type, message().body("9").button(0, ButtonParameter.urlSuffix("x"))))
                .containsExactly(Map.entry("1", "9"), Map.entry("2", "x"));
    }

    @Test
    void fillsAnAuthenticationCodeInItsTextAndItsButton() {
        ContentType type = Objects.requireNonNull(Samples.types().get("authentication"));

        assertThat(variables(type, message().authenticationCode("123456"))).containsExactly(Map.entry("1", "123456"));
    }

    @Test
    void fillsTheCardsOfACarousel() {
        ContentType type = Objects.requireNonNull(Samples.types().get("carousel"));

        assertThat(variables(
                        type,
                        message()
                                .body("Ann")
                                .addCard(TemplateValues.builder()
                                        .body("shoes")
                                        .headerImage(MediaSource.link(PICTURE))
                                        .button(0, ButtonParameter.payload("buy-red"))
                                        .build())
                                .addCard(TemplateValues.builder()
                                        .button(0, ButtonParameter.urlSuffix("blue"))
                                        .build())))
                .containsExactly(
                        Map.entry("1", "Ann"),
                        Map.entry("2", "shoes"),
                        Map.entry("3", "red.png"),
                        Map.entry("4", "buy-red"),
                        Map.entry("5", "blue"));
    }

    @Test
    void fillsTheTokenOfAFlowAndLeavesItUnusedWithoutOne() {
        ContentType type = Objects.requireNonNull(Samples.types().get("whatsapp-flow"));

        assertThat(variables(type, message().button(0, ButtonParameter.flow("my-flow"))))
                .containsExactly(Map.entry("1", "my-flow"));
        assertThat(variables(type, message())).containsExactly(Map.entry("1", "unused"));
    }

    @Test
    void writesMoneyAndDatesAsTheirTexts() {
        ContentType type = new ContentType.Text("{{1}} until {{2}}");

        assertThat(variables(
                        type,
                        message()
                                .addBody(new TemplateParameter.Currency("5 €", "EUR", 5000))
                                .addBody(new TemplateParameter.DateTime("Friday"))))
                .containsValues("5 €", "Friday");
    }

    @Test
    void namesEveryVariableThatHasNoValue() {
        ContentType type = Objects.requireNonNull(Samples.types().get("call-to-action"));

        assertThat(problems(type, message()))
                .containsExactly(
                        "Variable {{1}} of the body has no value: give one.",
                        "Variable {{2}} of the button 0 has no value: give one.",
                        "Variable {{3}} of the button 2 has no value: give one.");
    }

    @Test
    void refusesValuesThatHaveNoPlace() {
        ContentType type = new ContentType.QuickReply(
                "Hi {{1}}", List.of(ContentAction.quickReply("Yes", "yes"), ContentAction.quickReply("No", "no")));

        assertThat(problems(
                        type,
                        message()
                                .body("Ann", "more")
                                .headerText("May")
                                .button(0, ButtonParameter.payload("other"))
                                .button(1, ButtonParameter.payload("no"))
                                .button(2, ButtonParameter.payload("x"))))
                .containsExactly(
                        "The body takes 1 values, but 2 are given: remove the others.",
                        "The header of the Content takes no value of format TEXT: remove it.",
                        "Button 0 is fixed in the Content: remove its value.",
                        "There is no button 2 (the Content has 2, counted from 0): remove its value.");
    }

    @Test
    void refusesANameThatTheContentDoesNotHave() {
        assertThat(problems(new ContentType.Text("Hi {{name}}"), message().namedBody("nme", "Ann")))
                .anySatisfy(problem -> assertThat(problem).contains("'nme'", "the Content has: name"))
                .anySatisfy(problem -> assertThat(problem).contains("{{name}}", "no value"));
    }

    @Test
    void refusesCardsThatTheContentDoesNotHave() {
        ContentType type = new ContentType.Text("Hi");

        assertThat(problems(type, message().carousel(List.of(TemplateValues.none(), TemplateValues.none()))))
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("0 cards"));
    }

    @Test
    void showsNoValueInAnyProblem() {
        ContentType type = new ContentType.CallToAction("Hi {{1}}", List.of(ContentAction.copyCode("Copy", "{{1}}")));

        assertThat(problems(type, message().body("secretone").button(0, ButtonParameter.couponCode("secrettwo"))))
                .isNotEmpty()
                .noneMatch(problem -> problem.contains("secret"));
    }

    private static TemplateMessageBuilder message() {
        return TemplateMessage.builder("order_update", "en");
    }

    private static Map<String, String> variables(ContentType type, TemplateMessageBuilder message) {
        VariableFit.Result result = VariableFit.fit(message.build(), Shape.of(Samples.approved(type)));
        assertThat(result.problems()).isEmpty();
        return result.variables();
    }

    private static List<String> problems(ContentType type, TemplateMessageBuilder message) {
        return VariableFit.fit(message.build(), Shape.of(Samples.approved(type)))
                .problems();
    }
}
