package dev.wakit.template.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.template.LanguageCode;
import dev.wakit.template.ParameterFormat;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateQuery;
import java.util.Map;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionTest {

    @Test
    void isNamedAsSoonAsOneVariableHasAName() {
        assertThat(Definitions.body().build().parameterFormat()).isEqualTo(ParameterFormat.POSITIONAL);
        assertThat(Definitions.body()
                        .body(Definitions.named("Hi {{first_name}}."))
                        .build()
                        .parameterFormat())
                .isEqualTo(ParameterFormat.NAMED);
        assertThat(TemplateComponents.builder()
                        .body("Hello")
                        .addCard(CardDefinition.builder(HeaderDefinition.image("h"))
                                .body(Definitions.named("Hi {{first_name}}."))
                                .build())
                        .build()
                        .parameterFormat())
                .isEqualTo(ParameterFormat.NAMED);
    }

    @Test
    void knowsWhetherItHasVariables() {
        assertThat(Definitions.body().build().hasVariables()).isTrue();
        assertThat(TemplateComponents.builder().body("Hello").build().hasVariables())
                .isFalse();
        assertThat(Definitions.password().build().hasVariables()).isFalse();
    }

    @Test
    void numbersTheExamplesInOrder() {
        assertThat(VariableText.of("{{1}} {{2}}", "a", "b").examples()).isEqualTo(Map.of("1", "a", "2", "b"));
    }

    @Test
    void keepsEverythingWhenItIsBuiltAnew() {
        TemplateDefinition definition = TemplateDefinition.builder(
                        "a",
                        "en",
                        TemplateCategory.MARKETING,
                        Definitions.body()
                                .header(HeaderDefinition.location())
                                .footer("Bye")
                                .addButton(ButtonDefinition.quickReply("Ok"))
                                .limitedTimeOffer("Sale", true)
                                .addCard(Definitions.card().build())
                                .callPermissionRequest(true)
                                .build())
                .ttl(java.time.Duration.ofDays(1))
                .linkTracking(false)
                .build();

        assertThat(definition.toBuilder().build()).isEqualTo(definition);
        assertThat(definition.components().toBuilder().build()).isEqualTo(definition.components());
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                TemplateDefinition.class,
                TemplateComponents.class,
                TemplateEdit.class,
                CardDefinition.class,
                FlowButton.class,
                TemplateQuery.class,
            })
    void isEqualByAllParts(Class<?> type) {
        EqualsVerifier.forClass(type)
                .suppress(Warning.NULL_FIELDS)
                .withPrefabValues(TemplateName.class, TemplateName.of("a"), TemplateName.of("b"))
                .withPrefabValues(LanguageCode.class, LanguageCode.of("en"), LanguageCode.of("de"))
                .withPrefabValues(HeaderDefinition.class, HeaderDefinition.text("a"), HeaderDefinition.location())
                .withPrefabValues(BodyDefinition.class, BodyDefinition.text("a"), BodyDefinition.preset(true))
                .withPrefabValues(FooterDefinition.class, FooterDefinition.text("a"), FooterDefinition.text("b"))
                .verify();
    }
}
