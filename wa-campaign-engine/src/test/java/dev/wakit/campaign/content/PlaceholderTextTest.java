package dev.wakit.campaign.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.InvalidMessageException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderTextTest {

    @Test
    void fillsInValues() {
        var text = PlaceholderText.parse("Hi {{name}}, {{package}} for {{price}}");

        assertThat(text.fill(Map.of("name", "Zoë", "package", "Bali", "price", "₹45,000")))
                .isEqualTo("Hi Zoë, Bali for ₹45,000");
    }

    @Test
    void takesTheFallbackWhenTheValueIsMissingOrBlank() {
        var text = PlaceholderText.parse("Hi {{name|friend}}");

        assertThat(text.fill(Map.of())).isEqualTo("Hi friend");
        assertThat(text.fill(Map.of("name", "  "))).isEqualTo("Hi friend");
    }

    @Test
    void namesTheMissingValue() {
        var text = PlaceholderText.parse("Hi {{name}}");

        assertThatThrownBy(() -> text.fill(Map.of()))
                .isInstanceOfSatisfying(
                        MissingVariableException.class,
                        e -> assertThat(e.variable()).isEqualTo("name"))
                .hasMessageContaining("{{name|fallback}}");
    }

    @Test
    void tellsRequiredVariablesFromThoseWithAFallback() {
        var text = PlaceholderText.parse("{{a}} {{b|x}} {{a}}");

        assertThat(text.variables()).containsExactly("a", "b");
        assertThat(text.requiredVariables()).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{b}}", "${jndi:ldap://x}", "{{7*7}}", "$1", "\\", "#{T(java.lang.Runtime)}"})
    void neverExpandsAValueAgain(String value) {
        var text = PlaceholderText.parse("<{{a}}>");

        assertThat(text.fill(Map.of("a", value, "b", "secret"))).isEqualTo("<" + value + ">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{}}", "{{ }}", "{{7*7}}", "{{a()}}", "{{|x}}", "{{$name}}"})
    void refusesAPlaceholderThatIsNotAName(String text) {
        assertThatThrownBy(() -> PlaceholderText.parse(text))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("{{name|fallback}}");
    }

    @Test
    void leavesSingleBracesAlone() {
        assertThat(PlaceholderText.parse("{a} }} {{").fill(Map.of())).isEqualTo("{a} }} {{");
    }
}
