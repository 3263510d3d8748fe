package dev.wakit.provider.meta.conformance;

import static dev.wakit.provider.meta.conformance.CallExample.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.provider.meta.internal.template.DefinitionExamples;
import dev.wakit.template.HeaderFormat;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.QualityRating;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateButton;
import dev.wakit.template.TemplateButtonType;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateQuery;
import dev.wakit.template.TemplateReceipt;
import dev.wakit.template.TemplateStatus;
import dev.wakit.template.definition.ButtonDefinition;
import dev.wakit.template.definition.CardDefinition;
import dev.wakit.template.definition.HeaderDefinition;
import dev.wakit.template.definition.TemplateComponents;
import dev.wakit.template.definition.TemplateDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Calls of the templates that every provider has. */
final class TemplateCallExamples {

    static final String CREATE = "createAuthenticationTemplateWOtpCopyCodeButton";
    static final String LIST = "getTemplateByNameDefaultFields";
    static final String DELETE = "deleteTemplateByName";
    static final String ID = "920070352646140";

    private static final String EXAMPLE = "Example response";
    private static final TemplateName PROMO = TemplateName.of("2023_april_promo");
    private static final LanguageCode ENGLISH = LanguageCode.of("en_US");
    private static final Answer LISTED = Answer.documented(LIST, EXAMPLE);
    private static final Answer FOUND = Answer.documented("getTemplateByIdDefaultFields", EXAMPLE);

    private TemplateCallExamples() {}

    static Stream<CallExample> all() {
        return Stream.of(read().stream(), created(), changed().stream()).flatMap(it -> it);
    }

    private static List<CallExample> read() {
        return List.of(
                of(
                        "templates-list",
                        facades -> assertThat(facades.templates().list())
                                .satisfiesExactly(
                                        TemplateCallExamples::isTheGreeting, TemplateCallExamples::isThePromo),
                        LISTED),
                of(
                        "templates-list-by",
                        facades -> assertThat(facades.templates()
                                        .list(TemplateQuery.builder()
                                                .name(PROMO)
                                                .language(ENGLISH)
                                                .status(TemplateStatus.APPROVED)
                                                .category(TemplateCategory.MARKETING)
                                                .pageSize(7)
                                                .build()))
                                .satisfiesExactly(TemplateCallExamples::isThePromo),
                        LISTED),
                of(
                        "templates-list-by-content",
                        facades -> assertThat(facades.templates()
                                        .list(TemplateQuery.builder()
                                                .content("sale")
                                                .nameOrContent("promo")
                                                .quality(QualityRating.GREEN)
                                                .build()))
                                .isEmpty(),
                        LISTED),
                of(
                        "templates-page",
                        facades -> assertThat(facades.templates()
                                        .page(TemplateQuery.builder()
                                                .after("MAZDZD")
                                                .build()))
                                .satisfies(page -> {
                                    assertThat(page.templates()).hasSize(2);
                                    assertThat(page.next()).isEmpty();
                                }),
                        LISTED),
                of(
                        "templates-find",
                        facades -> assertThat(facades.templates().find(PROMO, ENGLISH))
                                .hasValueSatisfying(TemplateCallExamples::isThePromo),
                        LISTED),
                of(
                        "templates-get",
                        facades -> assertThat(facades.templates().get(ID))
                                .hasValueSatisfying(TemplateCallExamples::isThePromo),
                        FOUND));
    }

    private static void isTheGreeting(Template template) {
        assertThat(template.id()).contains("1192339204654487");
        assertThat(template.name()).isEqualTo(TemplateName.of("hello_world"));
        assertThat(template.parts().headerText()).contains("Hello World");
        assertThat(template.parts().footer()).contains("WhatsApp Business API Team");
        // A category of the old price list, which no template has any more.
        assertThat(template.previousCategory()).contains(TemplateCategory.UNKNOWN);
    }

    private static void isThePromo(Template template) {
        assertThat(template.id()).contains(ID);
        assertThat(template.name()).isEqualTo(PROMO);
        assertThat(template.language()).isEqualTo(ENGLISH);
        assertThat(template.category()).isEqualTo(TemplateCategory.MARKETING);
        assertThat(template.status()).isEqualTo(TemplateStatus.APPROVED);
        assertThat(template.parts().headerFormat()).isEqualTo(HeaderFormat.TEXT);
        assertThat(template.parts().headerText()).contains("Fall Sale");
        assertThat(template.parts().body()).startsWith("Hi {{1}}, our Fall Sale is on!");
        assertThat(template.bodyParameters()).containsExactly("1", "2");
        assertThat(template.buttons())
                .containsExactly(TemplateButton.builder(TemplateButtonType.QUICK_REPLY)
                        .text("Stop promotions")
                        .build());
    }

    private static Stream<CallExample> created() {
        var sound = new LinkedHashMap<>(DefinitionExamples.all());
        // The one for the encoder has every form of a card, which Meta does not allow in one carousel.
        sound.put("carousel", carousel());
        Stream<CallExample> definitions = sound.entrySet().stream()
                .map(example -> of(
                        "templates-create-" + example.getKey(),
                        facades -> assertThat(facades.templates().create(example.getValue()))
                                .isEqualTo(receipt("1689556908129832", TemplateCategory.UTILITY)),
                        Answer.documented(CREATE, EXAMPLE)));
        Stream<CallExample> answers = Stream.of("Flow JSON", "ID", "Name")
                .map(by -> "Create Flow Template Message by " + by)
                .map(answer -> of(
                        "templates-answer-" + answer,
                        facades -> assertThat(facades.templates()
                                        .create(DefinitionExamples.all().get("flows")))
                                .isEqualTo(receipt("template-1", TemplateCategory.MARKETING)),
                        Answer.documented(CREATE, answer)));
        return Stream.concat(definitions, answers);
    }

    private static TemplateDefinition carousel() {
        CardDefinition card = CardDefinition.builder(HeaderDefinition.image("4::aW"))
                .body("Save {{1}} on this one.", "10 %")
                .addButton(ButtonDefinition.quickReply("More"))
                .addButton(ButtonDefinition.url("Buy", "https://shop.example/{{1}}", "https://shop.example/a"))
                .build();
        TemplateComponents components = TemplateComponents.builder()
                .body("Rare succulents for you, {{1}}, this week.", "Pablo")
                .addCard(card)
                .addCard(card)
                .build();
        return TemplateDefinition.builder("carousel", "en_US", TemplateCategory.MARKETING, components)
                .build();
    }

    private static TemplateReceipt receipt(String id, TemplateCategory category) {
        return new TemplateReceipt(id, TemplateStatus.PENDING, category);
    }

    private static List<CallExample> changed() {
        return List.of(
                of(
                        "templates-edit",
                        facades -> facades.templates().edit(ID, DefinitionExamples.edit()),
                        FOUND,
                        Answer.documented("editTemplate", EXAMPLE)),
                delete("templates-delete", facades -> facades.templates().delete(PROMO)),
                of(
                        "templates-delete-one",
                        facades -> facades.templates().delete(PROMO, ENGLISH),
                        LISTED,
                        Answer.documented(DELETE, EXAMPLE)),
                delete("templates-delete-all", facades -> facades.management().deleteAll(List.of("1", "2"))));
    }

    private static CallExample delete(String name, Consumer<WatchedFacades> act) {
        return of(name, act, Answer.documented(DELETE, EXAMPLE));
    }
}
