package dev.wakit.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wakit.TemplateException;
import dev.wakit.WhatsAppException;
import dev.wakit.provider.TemplateGateway;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateQuery;
import dev.wakit.template.TemplateReceipt;
import dev.wakit.template.definition.TemplateComponents;
import dev.wakit.template.definition.TemplateDefinition;
import dev.wakit.testkit.http.WireAnswer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * Templates are handed in, found and deleted; a provider without templates has none of these tests.
 *
 * @since 0.1
 */
public abstract class TemplateContract extends ProviderFixture {

    private static final LanguageCode ENGLISH = LanguageCode.of("en_US");
    private static final LanguageCode GERMAN = LanguageCode.of("de");
    private static final TemplateName NAME = TemplateName.of("wakit_contract_news");
    private static final TemplateName NOBODYS = TemplateName.of("wakit_contract_nobodys");

    /** For subclasses. */
    protected TemplateContract() {}

    @TestFactory
    Stream<DynamicTest> ofAnAccount() {
        return inAnAccount(
                new Case("that are handed in are found by name, by id and in the list", this::handedIn),
                new Case("are one for each language", this::languages),
                new Case("are deleted in one language", this::deletedInOne),
                new Case("are deleted in all languages", this::deletedInAll),
                new Case("that nobody made are not found", this::unknown),
                new Case("come page by page, none lost and none twice", this::pages),
                new Case("that break the rules are refused with every reason", this::invalid));
    }

    private void handedIn(TemplateGateway templates) {
        TemplateReceipt receipt = templates.create(definition(NAME, ENGLISH));

        assertThat(templates.find(NAME, ENGLISH)).flatMap(Template::id).contains(receipt.id());
        assertThat(templates.get(receipt.id())).hasValueSatisfying(template -> {
            assertThat(template.name()).isEqualTo(NAME);
            assertThat(template.language()).isEqualTo(ENGLISH);
        });
        assertThat(templates.list())
                .filteredOn(template -> template.name().equals(NAME))
                .extracting(template -> template.id().orElse(""))
                .containsExactly(receipt.id());
    }

    private void languages(TemplateGateway templates) {
        String english = templates.create(definition(NAME, ENGLISH)).id();
        String german = templates.create(definition(NAME, GERMAN)).id();

        assertThat(english).isNotEqualTo(german);
        assertThat(templates.find(NAME, GERMAN)).flatMap(Template::id).contains(german);
        assertThat(templates.find(NAME, ENGLISH)).flatMap(Template::id).contains(english);
        assertThat(templates.find(NAME, LanguageCode.of("fr"))).isEmpty();
    }

    private void deletedInOne(TemplateGateway templates) {
        templates.create(definition(NAME, ENGLISH));
        templates.create(definition(NAME, GERMAN));

        if (script().deletesTemplatesByLanguage()) {
            templates.delete(NAME, GERMAN);
        } else {
            assertThatThrownBy(() -> templates.delete(NAME, GERMAN))
                    .isInstanceOf(TemplateException.class)
                    .hasMessageContaining(NAME.value());
            assertThat(templates.find(NAME, GERMAN)).isPresent();
            templates.delete(NAME);
            templates.create(definition(NAME, ENGLISH));
        }

        assertThat(templates.find(NAME, GERMAN)).isEmpty();
        assertThat(templates.find(NAME, ENGLISH)).isPresent();
        assertThatThrownBy(() -> templates.delete(NAME, GERMAN)).isInstanceOf(TemplateException.class);
    }

    private void deletedInAll(TemplateGateway templates) {
        String id = templates.create(definition(NAME, ENGLISH)).id();
        templates.create(definition(NAME, GERMAN));

        templates.delete(NAME);

        assertThat(templates.find(NAME, ENGLISH)).isEmpty();
        assertThat(templates.find(NAME, GERMAN)).isEmpty();
        assertThat(templates.get(id)).isEmpty();
    }

    private void unknown(TemplateGateway templates) {
        assertThat(templates.find(NOBODYS, ENGLISH)).isEmpty();
        assertThatThrownBy(() -> templates.delete(NOBODYS, ENGLISH))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(NOBODYS.value());
    }

    private void pages(TemplateGateway templates) {
        templates.create(definition(NAME, ENGLISH));
        templates.create(definition(NAME, GERMAN));
        List<String> all = ids(templates.list());

        List<String> paged =
                ids(templates.list(TemplateQuery.builder().pageSize(1).build()));

        assertThat(all).hasSizeGreaterThanOrEqualTo(2).doesNotHaveDuplicates();
        assertThat(paged).containsExactlyInAnyOrderElementsOf(all);
    }

    private void invalid(TemplateGateway templates) {
        var broken = TemplateDefinition.builder(
                        NAME,
                        ENGLISH,
                        TemplateCategory.UTILITY,
                        TemplateComponents.builder()
                                .body("{{1}} and {{2}}", "Ada", "Bob")
                                .build())
                .build();

        assertThatThrownBy(() -> templates.create(broken))
                .isInstanceOfSatisfying(
                        TemplateException.class, e -> assertThat(e.getMessage()).contains(NAME.value()));
        assertThat(templates.find(NAME, ENGLISH)).isEmpty();
    }

    /** What cannot be read is an exception with a sentence; it is not a template, and not an empty list. */
    @TestFactory
    Stream<DynamicTest> areNotInventedWhenTheBspIsIll() {
        if (provider().templates().isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(
                        WireAnswer.html(500),
                        WireAnswer.html(200),
                        WireAnswer.html(404),
                        WireAnswer.json(200, "{\"data\":"),
                        bsp().refusalQuoting("a word"),
                        new WireAnswer.Reset())
                .map(answer -> dynamicTest(answer.toString(), () -> {
                    afresh();
                    wire().answers(answer);
                    TemplateGateway templates = provider().templates().orElseThrow();

                    assertThatThrownBy(templates::list)
                            .isInstanceOf(WhatsAppException.class)
                            .hasMessageMatching("(?s).+\\..*");
                    assertThat(wire().posts()).isZero();
                }));
    }

    private Stream<DynamicTest> inAnAccount(Case... cases) {
        if (provider().templates().isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(cases)
                .map(it -> dynamicTest(it.name(), () -> {
                    try (BspAccount account = bsp().account().orElseThrow()) {
                        it.deed().accept(account.provider().templates().orElseThrow());
                    }
                }));
    }

    private static TemplateDefinition definition(TemplateName name, LanguageCode language) {
        return TemplateDefinition.builder(
                        name,
                        language,
                        TemplateCategory.UTILITY,
                        TemplateComponents.builder()
                                .body("Hello {{1}}, your order left our house today.", "Ada")
                                .build())
                .build();
    }

    private static List<String> ids(List<Template> templates) {
        return templates.stream().map(template -> template.id().orElseThrow()).toList();
    }

    private record Case(String name, ThrowingConsumer<TemplateGateway> deed) {}
}
