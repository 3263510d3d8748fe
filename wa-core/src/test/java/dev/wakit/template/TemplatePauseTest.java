package dev.wakit.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.InvalidMessageException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatePauseTest {

    @Test
    void endsByItselfUnlessPacingBeganIt() {
        assertThat(TemplatePause.from("FIRST_PAUSE").length()).contains(Duration.ofHours(3));
        assertThat(TemplatePause.from("second_pause").length()).contains(Duration.ofHours(6));
        assertThat(TemplatePause.from("RATE_LIMITING_PAUSE").length()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"FIRST_PAUSE,false", "SECOND_PAUSE,false", "RATE_LIMITING_PAUSE,true", "A_NEW_WORD,false"})
    void needsSomebodyOnlyAfterPacing(String title, boolean needed) {
        assertThat(TemplatePause.from(title).needsUnpause()).isEqualTo(needed);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1001})
    void keepsPagesWithinTheirLimits(int size) {
        assertThatThrownBy(() -> TemplateQuery.builder().pageSize(size)).isInstanceOf(InvalidMessageException.class);
    }

    @Test
    void matchesWhatPassesEveryFilter() {
        Template template = Template.builder(
                        TemplateName.of("a"),
                        LanguageCode.of("en"),
                        TemplateCategory.UTILITY,
                        TemplateStatus.PAUSED,
                        TemplateParts.builder().build())
                .quality(QualityRating.RED)
                .build();
        TemplateQuery query = TemplateQuery.builder()
                .name(TemplateName.of("a"))
                .language(LanguageCode.of("en"))
                .category(TemplateCategory.UTILITY)
                .status(TemplateStatus.PAUSED)
                .quality(QualityRating.RED)
                .build();

        assertThat(query.matches(template)).isTrue();
        assertThat(TemplateQuery.all().matches(template)).isTrue();
        assertThat(query.toBuilder().name(TemplateName.of("b")).build().matches(template))
                .isFalse();
        assertThat(query.toBuilder().language(LanguageCode.of("de")).build().matches(template))
                .isFalse();
        assertThat(query.toBuilder()
                        .category(TemplateCategory.MARKETING)
                        .build()
                        .matches(template))
                .isFalse();
        assertThat(query.toBuilder().status(TemplateStatus.APPROVED).build().matches(template))
                .isFalse();
        assertThat(query.toBuilder().quality(QualityRating.GREEN).build().matches(template))
                .isFalse();
        assertThat(query.toBuilder().build()).isEqualTo(query);
    }
}
