package dev.wakit.provider.meta.conformance;

import static dev.wakit.provider.meta.conformance.CallExample.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.provider.meta.internal.template.DefinitionExamples;
import dev.wakit.provider.meta.template.ArchiveResult;
import dev.wakit.provider.meta.template.LibraryQuery;
import dev.wakit.provider.meta.template.LibraryTemplate;
import dev.wakit.provider.meta.template.PreviewQuery;
import dev.wakit.provider.meta.template.TemplateComparison;
import dev.wakit.provider.meta.template.TemplateCount;
import dev.wakit.provider.meta.template.TemplateMigration;
import dev.wakit.provider.meta.template.TemplatePreview;
import dev.wakit.provider.meta.template.UpsertedTemplate;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Calls of what only Meta does with templates; the document has few of them. */
final class TemplateManagementExamples {

    private static final LanguageCode ENGLISH = LanguageCode.of("en_US");
    private static final String COUNTED =
            "{\"data\":[],\"summary\":{\"total_count\":2,\"message_template_count\":40,\"message_template_limit\":250}}";
    private static final TemplateCount COUNT = new TemplateCount(2, OptionalInt.of(40), OptionalInt.of(250));

    private TemplateManagementExamples() {}

    static Stream<CallExample> all() {
        return Stream.of(inTheDocument(), made(), read(), moved()).flatMap(List::stream);
    }

    private static List<CallExample> inTheDocument() {
        return List.of(
                of(
                        "templates-create-library",
                        facades -> assertThat(facades.management()
                                        .create(DefinitionExamples.library())
                                        .status())
                                .isEqualTo(TemplateStatus.PENDING),
                        Answer.documented(TemplateCallExamples.CREATE, "Example response")),
                of(
                        "templates-count",
                        facades -> assertThat(facades.management().count()).isEqualTo(COUNT),
                        Answer.written(TemplateCallExamples.LIST, COUNTED)),
                of(
                        "templates-count-name",
                        facades -> assertThat(facades.management().count(TemplateName.of("sale")))
                                .isEqualTo(COUNT),
                        Answer.written(TemplateCallExamples.LIST, COUNTED)));
    }

    private static List<CallExample> made() {
        return List.of(
                of(
                        "templates-unpause",
                        facades -> facades.management().unpause(TemplateCallExamples.ID),
                        Answer.undocumented("{\"success\":true}")),
                of(
                        "templates-upsert",
                        facades -> assertThat(facades.management().upsert(DefinitionExamples.upsert()))
                                .containsExactly(new UpsertedTemplate("1", ENGLISH, TemplateStatus.APPROVED)),
                        Answer.undocumented(
                                "{\"data\":[{\"id\":\"1\",\"status\":\"APPROVED\",\"language\":\"en_US\"}]}")));
    }

    private static List<CallExample> read() {
        return List.of(
                of(
                        "templates-previews",
                        facades -> assertThat(facades.management()
                                        .previews(PreviewQuery.builder()
                                                .addLanguage(ENGLISH)
                                                .build()))
                                .containsExactly(new TemplatePreview(ENGLISH, "*{{1}}*", "Soon.", "Copy", "Fill")),
                        Answer.undocumented(
                                "{\"data\":[{\"body\":\"*{{1}}*\",\"footer\":\"Soon.\",\"language\":\"en_US\","
                                        + "\"buttons\":[{\"type\":\"OTP\",\"text\":\"Copy\",\"autofill_text\":\"Fill\"}]}]}")),
                of(
                        "templates-library",
                        facades -> assertThat(facades.management()
                                        .library(LibraryQuery.all().search("delivery")))
                                .extracting(LibraryTemplate::name)
                                .containsExactly("delivery_update_1"),
                        Answer.undocumented(
                                "{\"data\":[{\"name\":\"delivery_update_1\",\"language\":\"en_US\",\"body\":\"x\"}]}")),
                of(
                        "templates-compare",
                        facades -> assertThat(facades.management().compare("1", "2", Duration.ofDays(7)))
                                .isEqualTo(new TemplateComparison(List.of("2", "1"), Map.of(), Map.of())),
                        Answer.undocumented(
                                "{\"data\":[{\"metric\":\"BLOCK_RATE\",\"order_by_relative_metric\":[\"2\",\"1\"]}]}")));
    }

    private static List<CallExample> moved() {
        return List.of(
                of(
                        "templates-migrate",
                        facades -> assertThat(facades.management().migrate("999", 1, 50))
                                .isEqualTo(new TemplateMigration(List.of("1"), Map.of("3", "Incorrect category"))),
                        Answer.undocumented(
                                "{\"migrated_templates\":[\"1\"],\"failed_templates\":{\"3\":\"Incorrect category\"}}")),
                of(
                        "templates-archive",
                        facades -> assertThat(facades.management().archive(List.of("1", "2")))
                                .isEqualTo(new ArchiveResult(List.of("1"), Map.of("2", "in use"))),
                        Answer.undocumented("{\"archived_templates\":[\"1\"],"
                                + "\"failed_templates\":[{\"id\":\"2\",\"reason\":\"in use\"}]}")),
                of(
                        "templates-unarchive",
                        facades -> assertThat(facades.management().unarchive(List.of("1")))
                                .isEqualTo(new ArchiveResult(List.of("1"), Map.of())),
                        Answer.undocumented("{\"unarchived_templates\":[{\"id\":\"1\"}],\"failed_templates\":[]}")));
    }
}
