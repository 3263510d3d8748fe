package dev.wakit.provider.meta.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.TemplateException;
import dev.wakit.WhatsApp;
import dev.wakit.address.PhoneNumber;
import dev.wakit.message.ApprovedTemplate;
import dev.wakit.message.TemplateMessage;
import dev.wakit.provider.TemplateGateway;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.provider.meta.template.AuthenticationTemplate;
import dev.wakit.provider.meta.template.LibraryButton;
import dev.wakit.provider.meta.template.LibraryChoice;
import dev.wakit.provider.meta.template.LibraryQuery;
import dev.wakit.provider.meta.template.LibraryTemplate;
import dev.wakit.provider.meta.template.MetaTemplateManagement;
import dev.wakit.provider.meta.template.PreviewQuery;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.QualityRating;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateQuery;
import dev.wakit.template.TemplateReceipt;
import dev.wakit.template.TemplateStatus;
import dev.wakit.template.definition.BodyDefinition;
import dev.wakit.template.definition.ButtonDefinition;
import dev.wakit.template.definition.TemplateComponents;
import dev.wakit.template.definition.TemplateDefinition;
import dev.wakit.template.definition.TemplateEdit;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.meta.SimulatedTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a business does with templates, from beginning to end, against the simulator. */
class TemplateFlowsTest {

    private static final LanguageCode ENGLISH = LanguageCode.of("en_US");
    private static final PhoneNumber PERSON = PhoneNumber.parse("+14155551234");

    private final MetaSimulator simulator = MetaSimulator.builder()
            .latency(Duration.ZERO, Duration.ZERO)
            .templateReview(Duration.ofMillis(20))
            .templateLimit(12)
            .addOtherAccount(
                    "999",
                    List.of(
                            SimulatedTemplate.builder("moved", "en_US", SimulatedTemplate.Category.UTILITY)
                                    .body("Hello")
                                    .build(),
                            SimulatedTemplate.builder("broken", "en_US", SimulatedTemplate.Category.UTILITY)
                                    .status("REJECTED")
                                    .body("Hello")
                                    .build()))
            .start();
    private final MetaProvider provider = MetaProvider.builder(simulator.accessToken(), simulator.phoneNumberId())
            .baseUrl(simulator.baseUrl())
            .businessAccountId(simulator.wabaId())
            .templateCache(Duration.ZERO)
            .build();
    private final TemplateGateway templates = provider.templates().orElseThrow();
    private final MetaTemplateManagement management =
            provider.templateManagement().orElseThrow();

    @AfterEach
    void stop() {
        provider.close();
        simulator.close();
    }

    @Test
    void isSentOnceItIsApproved() {
        TemplateReceipt receipt = templates.create(definition("season_greeting"));
        assertThat(receipt.status()).isEqualTo(TemplateStatus.PENDING);

        Template approved = await(receipt.id(), TemplateStatus.APPROVED);
        TemplateMessage message = ApprovedTemplate.of(approved).fill(values -> values.namedBody("first_name", "Ada"));
        WhatsApp.using(provider).send(PERSON, message);

        assertThat(approved.quality()).isEqualTo(QualityRating.UNKNOWN);
        assertThat(simulator.ledger().accepted())
                .extracting(entry -> entry.templateName())
                .containsExactly("season_greeting");
    }

    @Test
    void takesNumbersOutOfOrderAndIsFilledByNumber() {
        TemplateReceipt receipt = templates.create(TemplateDefinition.builder(
                        "table_ready",
                        "en_US",
                        TemplateCategory.UTILITY,
                        TemplateComponents.builder()
                                .body("Hi {{2}}, your table in {{1}} is ready now.", "Rome", "Ada")
                                .build())
                .build());

        Template approved = await(receipt.id(), TemplateStatus.APPROVED);
        TemplateMessage message = ApprovedTemplate.of(approved).fill(values -> values.body("Oslo", "Eva"));
        WhatsApp.using(provider).send(PERSON, message);

        assertThat(approved.bodyParameters()).containsExactly("1", "2");
        assertThat(simulator.ledger().accepted())
                .extracting(entry -> entry.templateName())
                .containsExactly("table_ready");
    }

    @Test
    void tellsWhyItWasRefused() {
        TemplateReceipt receipt = templates.create(definition("sim_rejected_greeting"));

        assertThat(await(receipt.id(), TemplateStatus.REJECTED).rejectedReason())
                .isEqualTo("INVALID_FORMAT");
    }

    @Test
    void tellsTheCategoryThatMetaChose() {
        TemplateReceipt receipt = templates.create(definition("sim_marketing_greeting"));

        assertThat(receipt.category()).isEqualTo(TemplateCategory.MARKETING);
        assertThat(templates.get(receipt.id()).orElseThrow().previousCategory()).contains(TemplateCategory.UTILITY);
    }

    @Test
    void isTakenOnceForANameAndLanguage() {
        templates.create(definition("season_greeting"));

        assertThatThrownBy(() -> templates.create(definition("season_greeting")))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("2388024")
                .hasMessageContaining("already");
    }

    @Test
    void isNotTakenOverTheLimitOfTheAccount() {
        for (int i = 0; i < 5; i++) {
            templates.create(definition("greeting_" + i));
        }

        assertThatThrownBy(() -> templates.create(definition("greeting_5")))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("2388019");
        assertThat(management.count().account()).hasValue(12);
        assertThat(management.count().limit()).hasValue(12);
    }

    @Test
    void isReviewedAgainAfterAnEditAndOnceADayOnly() {
        TemplateReceipt receipt = templates.create(definition("season_greeting"));
        await(receipt.id(), TemplateStatus.APPROVED);
        TemplateEdit edit = TemplateEdit.of(TemplateComponents.builder()
                .body("Another text for our guests.")
                .build());

        templates.edit(receipt.id(), edit);
        Template edited = await(receipt.id(), TemplateStatus.APPROVED);

        assertThat(edited.parts().body()).isEqualTo("Another text for our guests.");
        assertThatThrownBy(() -> templates.edit(receipt.id(), edit))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("2388039");
    }

    @Test
    void blocksItsNameAfterItWasDeleted() {
        TemplateReceipt receipt = templates.create(definition("season_greeting"));
        await(receipt.id(), TemplateStatus.APPROVED);

        templates.delete(TemplateName.of("season_greeting"), ENGLISH);

        assertThat(templates.get(receipt.id())).isEmpty();
        assertThat(templates.find(TemplateName.of("season_greeting"), ENGLISH)).isEmpty();
        assertThatThrownBy(() -> templates.create(definition("season_greeting")))
                .hasMessageContaining("2388023");
        assertThatThrownBy(() -> templates.delete(TemplateName.of("season_greeting")))
                .hasMessageContaining("not found");
    }

    @Test
    void comesBackFromItsPause() {
        Template paused =
                templates.find(TemplateName.of("winter_clearance"), ENGLISH).orElseThrow();
        assertThat(paused.status()).isEqualTo(TemplateStatus.PAUSED);
        String id = paused.id().orElseThrow();

        management.unpause(id);

        assertThat(templates.get(id).orElseThrow().status()).isEqualTo(TemplateStatus.APPROVED);
        assertThatThrownBy(() -> management.unpause(id)).isInstanceOf(TemplateException.class);
    }

    @Test
    void isPutAwayAndTakenBack() {
        String id = id("hello_world");

        assertThat(management.archive(List.of(id, "17")).done()).containsExactly(id);
        assertThat(templates.get(id).orElseThrow().status()).isEqualTo(TemplateStatus.ARCHIVED);
        assertThat(management.archive(List.of(id)).failed()).isEqualTo(Map.of(id, ""));
        assertThat(management.unarchive(List.of(id)).done()).containsExactly(id);
        assertThat(templates.get(id).orElseThrow().status()).isEqualTo(TemplateStatus.APPROVED);
    }

    @Test
    void isDeletedByTheDozen() {
        management.deleteAll(List.of(id("hello_world"), id("order_update")));

        assertThat(templates.list())
                .extracting(template -> template.name().value())
                .doesNotContain("hello_world", "order_update")
                .contains("summer_sale");
    }

    @Test
    void isMadeFromTheLibraryAndApprovedAtOnce() {
        LibraryTemplate library = management
                .library(LibraryQuery.all().useCase("DELIVERY_UPDATE"))
                .get(0);
        LibraryChoice choice = LibraryChoice.builder(TemplateName.of("my_delivery"), library)
                .addButton(LibraryButton.url("https://shop.example/{{1}}", "https://shop.example/a"))
                .addButton(LibraryButton.phoneNumber("+16315551010"))
                .build();

        TemplateReceipt receipt = management.create(choice);

        assertThat(receipt.status()).isEqualTo(TemplateStatus.APPROVED);
        Template template = templates.get(receipt.id()).orElseThrow();
        assertThat(template.libraryTemplate()).contains("delivery_update_1");
        assertThat(template.parts().requiredButtons()).containsExactly(0);
        LibraryChoice incomplete =
                LibraryChoice.builder(TemplateName.of("my_other"), library).build();
        assertThatThrownBy(() -> management.create(incomplete)).hasMessageContaining("library_template_button_inputs");
    }

    @Test
    void sendsAPasswordWithAnAuthenticationTemplateThatWasUpserted() {
        AuthenticationTemplate template = AuthenticationTemplate.builder(
                        TemplateName.of("door_code"),
                        List.of(ENGLISH, LanguageCode.of("de")),
                        ButtonDefinition.copyOtp())
                .securityRecommendation(true)
                .codeExpiration(Duration.ofMinutes(5))
                .build();

        var upserted = management.upsert(template);

        assertThat(upserted).hasSize(2);
        Template german = await(upserted.get(1).id(), TemplateStatus.APPROVED);
        assertThat(german.parts().body()).contains("Verifizierungscode");
        Template english = await(upserted.get(0).id(), TemplateStatus.APPROVED);
        WhatsApp.using(provider)
                .send(PERSON, ApprovedTemplate.of(english).fill(values -> values.authenticationCode("483920")));
        assertThat(simulator.ledger().accepted()).hasSize(1);
    }

    @Test
    void showsPresetTextsInEachLanguage() {
        assertThat(management.previews(PreviewQuery.builder()
                        .addLanguage(ENGLISH)
                        .addLanguage(LanguageCode.of("es"))
                        .codeExpiration(Duration.ofMinutes(7))
                        .build()))
                .hasSize(2)
                .allSatisfy(preview -> assertThat(preview.footer()).contains("7"));
    }

    @Test
    void isCopiedFromAnotherAccount() {
        var migration = management.migrate("999", 0, 100);

        assertThat(migration.migrated()).hasSize(1);
        assertThat(migration.failed()).hasSize(1);
        assertThat(templates.find(TemplateName.of("moved"), ENGLISH)).isPresent();
        assertThatThrownBy(() -> management.migrate("998", 0, 100)).hasMessageContaining("source_waba_id");
    }

    @Test
    void isNotComparedBeforeItWasSentOften() {
        assertThatThrownBy(() -> management.compare(id("hello_world"), id("order_update"), Duration.ofDays(7)))
                .hasMessageContaining("1000 times");
    }

    @ParameterizedTest
    @CsvSource({"APPROVED,6", "PAUSED,1"})
    void isListedByStatus(TemplateStatus status, int count) {
        assertThat(templates.list(
                        TemplateQuery.builder().status(status).pageSize(2).build()))
                .hasSize(count);
    }

    @Test
    void isReadAnewAfterAWebhookOfItsQuality() {
        simulator.templateQuality("hello_world", "en_US", "RED");

        assertThat(templates
                        .find(TemplateName.of("hello_world"), ENGLISH)
                        .orElseThrow()
                        .quality())
                .isEqualTo(QualityRating.RED);
    }

    private static TemplateDefinition definition(String name) {
        return TemplateDefinition.builder(
                        name,
                        "en_US",
                        TemplateCategory.UTILITY,
                        TemplateComponents.builder()
                                .body(BodyDefinition.named(
                                        "Dear {{first_name}}, we wish you a good season.",
                                        Map.of("first_name", "Pablo")))
                                .footer("Lucky Shrub")
                                .build())
                .build();
    }

    private String id(String name) {
        return templates
                .find(TemplateName.of(name), ENGLISH)
                .flatMap(Template::id)
                .orElseThrow();
    }

    private Template await(String id, TemplateStatus status) {
        Supplier<Template> read = () -> templates.get(id).orElseThrow();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        Template template = read.get();
        while (template.status() != status && System.nanoTime() < deadline) {
            template = read.get();
        }
        assertThat(template.status()).isEqualTo(status);
        return template;
    }
}
