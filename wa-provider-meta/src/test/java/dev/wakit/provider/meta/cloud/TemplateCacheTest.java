package dev.wakit.provider.meta.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.template.LanguageCode;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateParts;
import dev.wakit.template.TemplateStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TemplateCacheTest {

    private static final TemplateName NAME = TemplateName.of("order_update");
    private static final LanguageCode ENGLISH = LanguageCode.of("en");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
    private final TemplateCache cache = new TemplateCache(Duration.ofHours(1), now::get);

    @Test
    void forgetsAfterItsTime() {
        cache.put(List.of(template()), cache.begin());

        now.updateAndGet(time -> time.plus(Duration.ofHours(1)).minusNanos(1));
        assertThat(cache.get(NAME, ENGLISH)).isPresent();
        now.updateAndGet(time -> time.plusNanos(1));
        assertThat(cache.get(NAME, ENGLISH)).isEmpty();
    }

    @Test
    void doesNotRememberAReadingThatAnEvictionOvertook() {
        long begun = cache.begin();
        cache.evict(template -> true);
        cache.put(List.of(template()), begun);

        assertThat(cache.get(NAME, ENGLISH)).isEmpty();
    }

    @Test
    void remembersNothingWithoutTime() {
        TemplateCache none = new TemplateCache(Duration.ZERO, now::get);
        none.put(List.of(template()), none.begin());

        assertThat(none.get(NAME, ENGLISH)).isEmpty();
    }

    private static Template template() {
        return Template.builder(
                        NAME,
                        ENGLISH,
                        TemplateCategory.UTILITY,
                        TemplateStatus.APPROVED,
                        TemplateParts.builder().build())
                .build();
    }
}
