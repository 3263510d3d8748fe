package dev.wakit.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.InvalidMessageException;
import dev.wakit.media.MediaId;
import dev.wakit.media.MediaSource;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    @Test
    void findsTheVariablesOfItsTextsOnceEach() {
        TemplateParts parts = TemplateParts.builder()
                .headerFormat(HeaderFormat.TEXT)
                .headerText("Order {{order_number}}")
                .body("Hi {{first_name}}, {{ order_number }} of {{first_name}} is {{}} on its {way}}")
                .build();

        assertThat(parts.headerParameters()).containsExactly("order_number");
        assertThat(parts.bodyParameters()).containsExactly("first_name", "order_number");
    }

    @Test
    void knowsWhichButtonsNeedAValue() {
        TemplateParts parts = TemplateParts.builder()
                .addButton(TemplateButton.of(TemplateButtonType.QUICK_REPLY))
                .addButton(TemplateButton.builder(TemplateButtonType.URL)
                        .url("https://a.b/{{1}}")
                        .build())
                .addButton(TemplateButton.builder(TemplateButtonType.URL)
                        .url("https://a.b/c")
                        .build())
                .addButton(TemplateButton.of(TemplateButtonType.COPY_CODE))
                .build();

        assertThat(parts.requiredButtons()).containsExactly(1, 3);
    }

    @Test
    void toleratesValuesOfTheFuture() {
        assertThat(TemplateStatus.from("approved")).isEqualTo(TemplateStatus.APPROVED);
        assertThat(TemplateStatus.from("SOMETHING_NEW")).isEqualTo(TemplateStatus.UNKNOWN);
        assertThat(TemplateCategory.from("SOMETHING_NEW")).isEqualTo(TemplateCategory.UNKNOWN);
        assertThat(HeaderFormat.from("SOMETHING_NEW")).isEqualTo(HeaderFormat.UNKNOWN);
        assertThat(TemplateButtonType.from("SOMETHING_NEW")).isEqualTo(TemplateButtonType.UNKNOWN);
    }

    @Test
    void readsAHyphenInALanguageAsAnUnderscore() {
        assertThat(LanguageCode.of("pt-BR")).isEqualTo(LanguageCode.of("pt_BR")).hasToString("pt_BR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Order", "order-update", "ordér", "a b"})
    void refusesNamesThatNoTemplateHas(String name) {
        assertThatThrownBy(() -> TemplateName.of(name)).isInstanceOf(InvalidMessageException.class);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Template.class,
                TemplateParts.class,
                TemplateButton.class,
                TemplateValues.class,
                TemplateParameter.Document.class,
                ButtonParameter.VoiceCall.class,
            })
    void isEqualByAllParts(Class<?> type) {
        EqualsVerifier.forClass(type)
                .suppress(Warning.NULL_FIELDS)
                .withPrefabValues(MediaSource.class, new MediaId("a"), new MediaId("b"))
                .withPrefabValues(TemplateName.class, TemplateName.of("a"), TemplateName.of("b"))
                .withPrefabValues(LanguageCode.class, LanguageCode.of("en"), LanguageCode.of("de"))
                .withPrefabValues(HeaderParameter.class, TemplateParameter.text("a"), TemplateParameter.text("b"))
                .verify();
    }
}
