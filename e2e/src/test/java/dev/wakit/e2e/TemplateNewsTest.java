package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.campaign.InvalidCampaignException;
import dev.wakit.provider.TemplateGateway;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.QualityRating;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates are remembered for an hour; a webhook makes the engine's provider forget what is no longer true. */
class TemplateNewsTest {

    private static final TemplateName TOUR = TemplateName.of("tour_package_marketing");
    private static final LanguageCode ENGLISH = LanguageCode.of("en_US");

    @TempDir
    private Path folder;

    private Stage stage;
    private TemplateGateway templates;

    @BeforeEach
    void open() {
        stage = Stage.open(Database.sqlite(folder));
        templates = stage.provider.templates().orElseThrow();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aTemplateThatWasPausedAfterItWasReadMakesNoNewCampaign() {
        assertThat(template().status()).isEqualTo(TemplateStatus.APPROVED);

        stage.simulator.templateStatus("tour_package_marketing", "en_US", "PAUSED", "FIRST_PAUSE");

        await(template -> template.status() == TemplateStatus.PAUSED);
        assertThatThrownBy(() -> stage.launch(People.ordinary(1)))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("PAUSED");
    }

    @Test
    void aChangeOfQualityIsSeenAtOnce() {
        assertThat(template().quality()).isEqualTo(QualityRating.GREEN);

        stage.simulator.templateQuality("tour_package_marketing", "en_US", "YELLOW");

        await(template -> template.quality() == QualityRating.YELLOW);
    }

    private Template template() {
        return templates.find(TOUR, ENGLISH).orElseThrow();
    }

    private void await(Predicate<Template> condition) {
        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(this::template, condition);
    }
}
