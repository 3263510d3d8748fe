package dev.wakit.testkit.meta.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.meta.SimulatedTemplate;
import dev.wakit.testkit.meta.internal.error.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateComparisonTest {

    private static final Map<String, String> WINDOW = Map.of("start", "1", "end", "2");

    private final StoredTemplate disliked = template("disliked").withQuality("RED");
    private final StoredTemplate liked = template("liked").withQuality("GREEN");

    @Test
    void putsTheBetterTemplateFirstAndCountsBoth() {
        JsonNode data = TemplateComparison.of(disliked, liked, WINDOW, name -> name.equals("liked") ? 1000 : 2000)
                .path("data");

        assertThat(data.at("/0/order_by_relative_metric/0").asText()).isEqualTo(liked.id());
        assertThat(data.at("/1/number_values/0/key").asText()).isEqualTo(disliked.id());
        assertThat(data.at("/1/number_values/0/value").asInt()).isEqualTo(2000);
        assertThat(data.at("/1/number_values/1/value").asInt()).isEqualTo(1000);
        assertThat(data.at("/2/string_values/1/key").asText()).isEqualTo(liked.id());
    }

    @Test
    void refusesTemplatesThatWereSentTooSeldomAndRequestsWithoutAWindow() {
        assertThatThrownBy(() -> TemplateComparison.of(disliked, liked, WINDOW, name -> 999))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> TemplateComparison.of(disliked, liked, Map.of(), name -> 1000))
                .isInstanceOf(Refusal.class);
    }

    private static StoredTemplate template(String name) {
        return StoredTemplate.of(SimulatedTemplate.builder(name, "en_US", SimulatedTemplate.Category.MARKETING)
                .body("Hello")
                .build());
    }
}
