package dev.wakit.provider.meta.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.InvalidMessageException;
import dev.wakit.OutcomeUnknownException;
import dev.wakit.RequestRefusedException;
import dev.wakit.TemplateException;
import dev.wakit.inbound.EventSource;
import dev.wakit.inbound.TemplateCategoryChanged;
import dev.wakit.inbound.TemplateComponentsChanged;
import dev.wakit.inbound.TemplateQualityChanged;
import dev.wakit.inbound.TemplateStatusChanged;
import dev.wakit.inbound.UnknownEvent;
import dev.wakit.provider.TemplateGateway;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.provider.meta.Requests;
import dev.wakit.provider.meta.template.ArchiveResult;
import dev.wakit.provider.meta.template.AuthenticationTemplate;
import dev.wakit.provider.meta.template.LibraryQuery;
import dev.wakit.provider.meta.template.LibraryTemplate;
import dev.wakit.provider.meta.template.MetaTemplateManagement;
import dev.wakit.provider.meta.template.PreviewQuery;
import dev.wakit.provider.meta.template.TemplateComparison;
import dev.wakit.provider.meta.template.TemplateCount;
import dev.wakit.provider.meta.template.TemplateMigration;
import dev.wakit.provider.meta.template.TemplatePreview;
import dev.wakit.provider.meta.template.UpsertedTemplate;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.QualityRating;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplatePage;
import dev.wakit.template.TemplateQuery;
import dev.wakit.template.TemplateReceipt;
import dev.wakit.template.TemplateStatus;
import dev.wakit.template.definition.ButtonDefinition;
import dev.wakit.template.definition.TemplateComponents;
import dev.wakit.template.definition.TemplateDefinition;
import dev.wakit.template.definition.TemplateEdit;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where every template call goes, what it carries, and what its answer becomes. */
class TemplateCallsTest {

    private static final String ACCOUNT = "102290129340398";
    private static final String ID = "546151681022936";
    private static final TemplateName ORDER = TemplateName.of("order_update");
    private static final LanguageCode ENGLISH = LanguageCode.of("en_US");
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final EventSource SOURCE = EventSource.of(NOW);
    private static final String SUCCESS = "{\"success\":true}";

    private final MockWebServer server = new MockWebServer();
    private MetaProvider provider;
    private TemplateGateway templates;
    private MetaTemplateManagement management;

    @BeforeEach
    void start() throws Exception {
        server.start();
        provider = Requests.provider(server)
                .businessAccountId(ACCOUNT)
                .apiBaseUrl(URI.create("http://127.0.0.1:" + server.getPort() + "/second-host"))
                .totalTimeout(Duration.ofSeconds(2))
                .clock(() -> NOW)
                .build();
        templates = provider.templates().orElseThrow();
        management = provider.templateManagement().orElseThrow();
    }

    @AfterEach
    void stop() {
        provider.close();
        server.close();
    }

    @Nested
    class Listing {

        @Test
        void asksForWhatTheQuerySays() throws Exception {
            answer("{\"data\":[" + template("REJECTED", "MARKETING") + "]}");

            List<Template> found = templates.list(TemplateQuery.builder()
                    .name(ORDER)
                    .language(ENGLISH)
                    .status(TemplateStatus.REJECTED)
                    .category(TemplateCategory.MARKETING)
                    .quality(QualityRating.RED)
                    .content("sale")
                    .nameOrContent("order")
                    .pageSize(7)
                    .build());

            RecordedRequest request = request("GET", "/v25.0/" + ACCOUNT + "/message_templates");
            assertThat(query(request, "name", "language", "status", "category", "quality_score"))
                    .containsExactly("order_update", "en_US", "REJECTED", "MARKETING", "RED");
            assertThat(query(request, "content", "name_or_content", "limit")).containsExactly("sale", "order", "7");
            assertThat(found).hasSize(1);
            Template template = found.get(0);
            assertThat(template.quality()).isEqualTo(QualityRating.RED);
            assertThat(template.rejectedReason()).isEqualTo("INVALID_FORMAT");
            assertThat(template.previousCategory()).contains(TemplateCategory.UTILITY);
            assertThat(template.comingCategory()).contains(TemplateCategory.AUTHENTICATION);
            assertThat(template.ttl()).contains(Duration.ofHours(12));
            assertThat(template.libraryTemplate()).contains("delivery_update_1");
        }

        @Test
        void leavesOutWhatMetasLooserFilterLetsThrough() {
            answer("{\"data\":[" + template("APPROVED", "UTILITY") + "]}");

            assertThat(templates.list(TemplateQuery.builder()
                            .name(TemplateName.of("order"))
                            .build()))
                    .isEmpty();
        }

        @Test
        void readsOnePageAndTellsHowToGoOn() throws Exception {
            answer("{\"data\":[" + template("APPROVED", "UTILITY")
                    + "],\"paging\":{\"cursors\":{\"after\":\"c1\"},\"next\":\"https://x\"}}");
            answer("{\"data\":[],\"paging\":{\"cursors\":{\"after\":\"c2\"}}}");

            TemplatePage first = templates.page(TemplateQuery.all());
            TemplatePage second = templates.page(
                    TemplateQuery.builder().after(first.next().orElseThrow()).build());

            assertThat(first.templates()).hasSize(1);
            assertThat(second).isEqualTo(new TemplatePage(List.of(), java.util.Optional.empty()));
            assertThat(query(server.takeRequest(), "after")).containsExactly((String) null);
            assertThat(query(server.takeRequest(), "after")).containsExactly("c1");
        }

        @Test
        void saysThatAPagePointerIsTooOld() {
            answer(400, "{\"error\":{\"code\":131059}}");

            assertThatThrownBy(() ->
                            templates.page(TemplateQuery.builder().after("c1").build()))
                    .isInstanceOf(RequestRefusedException.class)
                    .hasMessageContaining("Begin again");
        }

        @Test
        void readsATemplateByItsId() throws Exception {
            answer(template("APPROVED", "UTILITY"));
            answer(400, "{\"error\":{\"code\":100,\"error_subcode\":33,\"message\":\"Unsupported get request.\"}}");

            assertThat(templates.get(ID).orElseThrow().name()).isEqualTo(ORDER);
            assertThat(templates.get("17")).isEmpty();
            RecordedRequest request = request("GET", "/v25.0/" + ID);
            assertThat(query(request, "fields").get(0)).contains("quality_score", "components", "rejected_reason");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a/b", "../me", "12 3"})
        void refusesAnIdThatLeadsElsewhere(String id) {
            assertThatThrownBy(() -> templates.get(id)).isInstanceOf(IllegalArgumentException.class);
            assertThat(server.getRequestCount()).isZero();
        }

        @Test
        void counts() throws Exception {
            answer(
                    "{\"data\":[],\"summary\":{\"total_count\":2,\"message_template_count\":40,\"message_template_limit\":250}}");
            answer("{\"data\":[],\"summary\":{\"total_count\":3}}");

            assertThat(management.count(ORDER))
                    .isEqualTo(new TemplateCount(2, OptionalInt.of(40), OptionalInt.of(250)));
            assertThat(management.count()).isEqualTo(new TemplateCount(3, OptionalInt.empty(), OptionalInt.empty()));
            assertThat(query(server.takeRequest(), "name", "summary"))
                    .containsExactly("order_update", "total_count,message_template_count,message_template_limit");
        }
    }

    @Nested
    class Changing {

        @Test
        void handsATemplateInAndTellsTheCategoryThatMetaGaveIt() throws Exception {
            answer("{\"id\":\"" + ID + "\",\"status\":\"PENDING\",\"category\":\"MARKETING\"}");

            TemplateReceipt receipt = templates.create(DefinitionExamples.named());

            assertThat(receipt).isEqualTo(new TemplateReceipt(ID, TemplateStatus.PENDING, TemplateCategory.MARKETING));
            assertBody(request("POST", "/v25.0/" + ACCOUNT + "/message_templates"), "named");
        }

        @Test
        void sendsNothingThatMetaWouldRefuse() {
            TemplateDefinition broken = TemplateDefinition.builder(
                            ORDER,
                            ENGLISH,
                            TemplateCategory.UTILITY,
                            TemplateComponents.builder()
                                    .body("{{1}} is late")
                                    .footer("a".repeat(61))
                                    .build())
                    .build();

            assertThatThrownBy(() -> templates.create(broken))
                    .isInstanceOfSatisfying(
                            TemplateException.class,
                            refused -> assertThat(refused.problems()).hasSize(3))
                    .hasMessageContaining("'order_update' in en_US");
            assertThat(server.getRequestCount()).isZero();
        }

        @Test
        void doesNotHandInTwiceWhenTheAnswerIsLost() {
            server.enqueue(new MockResponse.Builder()
                    .onResponseStart(new SocketEffect.CloseSocket())
                    .build());

            assertThatThrownBy(() -> templates.create(DefinitionExamples.named()))
                    .isInstanceOf(OutcomeUnknownException.class);
            assertThat(server.getRequestCount()).isOne();
        }

        @ParameterizedTest
        @CsvSource({"2388024,Change the template", "2388019,delete unused ones", "2388040,shorten it"})
        void saysWhyMetaRefusedByItsSubcode(String subcode, String advice) {
            answer(
                    400,
                    "{\"error\":{\"code\":100,\"error_subcode\":" + subcode + ",\"message\":\"Invalid parameter\","
                            + "\"error_user_title\":\"Something\",\"error_user_msg\":\"In the words of Meta.\"}}");

            assertThatThrownBy(() -> templates.create(DefinitionExamples.named()))
                    .isInstanceOf(TemplateException.class)
                    .hasMessageContaining("100/" + subcode)
                    .hasMessageContaining("In the words of Meta.")
                    .hasMessageContaining(advice);
        }

        @Test
        void editsATemplate() throws Exception {
            answer(template("REJECTED", "UTILITY"));
            answer(SUCCESS);

            templates.edit(ID, DefinitionExamples.edit());

            server.takeRequest();
            assertBody(request("POST", "/v25.0/" + ID), "edit");
        }

        @ParameterizedTest
        @CsvSource({"PENDING,UTILITY", "DISABLED,UTILITY", "APPROVED,UTILITY"})
        void sendsNoEditThatMetaWouldRefuse(String status, String category) {
            answer(template(status, category));

            assertThatThrownBy(() -> templates.edit(ID, DefinitionExamples.edit()))
                    .isInstanceOf(TemplateException.class)
                    .hasMessageContaining("was not handed in")
                    .hasMessageContaining(status);
            assertThat(server.getRequestCount()).isOne();
        }

        @Test
        void checksAnEditAgainstTheRulesOfTheCategory() {
            answer(template("APPROVED", "UTILITY"));
            TemplateEdit offer = TemplateEdit.of(TemplateComponents.builder()
                    .body("Good news")
                    .limitedTimeOffer("Sale", true)
                    .build());

            assertThatThrownBy(() -> templates.edit(ID, offer)).hasMessageContaining("limited_time_offer");
        }

        @Test
        void deletesAllLanguagesOrOne() throws Exception {
            answer(SUCCESS);
            answer("{\"data\":[" + template("APPROVED", "UTILITY") + "]}");
            answer(SUCCESS);

            templates.delete(ORDER);
            templates.delete(ORDER, ENGLISH);

            RecordedRequest all = request("DELETE", "/v25.0/" + ACCOUNT + "/message_templates");
            assertThat(query(all, "name", "hsm_id")).containsExactly("order_update", null);
            server.takeRequest();
            RecordedRequest one = request("DELETE", "/v25.0/" + ACCOUNT + "/message_templates");
            assertThat(query(one, "name", "hsm_id")).containsExactly("order_update", ID);
        }

        @Test
        void saysThatThereIsNothingToDelete() {
            answer("{\"data\":[]}");

            assertThatThrownBy(() -> templates.delete(ORDER, ENGLISH))
                    .isInstanceOf(TemplateException.class)
                    .hasMessageContaining("'order_update' in en_US");
        }

        @Test
        void deletesManyById() throws Exception {
            answer(SUCCESS);

            management.deleteAll(List.of("1", "22"));

            RecordedRequest request = request("DELETE", "/v25.0/" + ACCOUNT + "/message_templates");
            assertThat(query(request, "hsm_ids")).containsExactly("[\"1\",\"22\"]");
            assertThatThrownBy(() -> management.deleteAll(List.of())).isInstanceOf(InvalidMessageException.class);
            assertThatThrownBy(() -> management.deleteAll(Collections.nCopies(101, "1")))
                    .isInstanceOf(InvalidMessageException.class);
            assertThatThrownBy(() -> management.deleteAll(List.of("1&x=2")))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void unpausesOrSaysWhyNot() throws Exception {
            answer(SUCCESS);
            answer("{\"success\":false,\"reason\":\"Template is not paused\"}");

            management.unpause(ID);
            assertThatThrownBy(() -> management.unpause(ID))
                    .isInstanceOf(TemplateException.class)
                    .hasMessageContaining("Template is not paused");

            request("POST", "/v25.0/" + ID + "/unpause");
        }
    }

    @Nested
    class OfMetaOnly {

        @Test
        void upsertsAnAuthenticationTemplateInManyLanguages() throws Exception {
            answer("{\"data\":[{\"id\":\"1\",\"status\":\"APPROVED\",\"language\":\"en_US\"},"
                    + "{\"id\":\"2\",\"status\":\"PENDING\",\"language\":\"de\"},{\"id\":\"3\"}]}");

            assertThat(management.upsert(DefinitionExamples.upsert()))
                    .containsExactly(
                            new UpsertedTemplate("1", ENGLISH, TemplateStatus.APPROVED),
                            new UpsertedTemplate("2", LanguageCode.of("de"), TemplateStatus.PENDING));
            assertBody(request("POST", "/v25.0/" + ACCOUNT + "/upsert_message_templates"), "upsert");
        }

        @Test
        void takesNoLabelsAndNoEmptyListOfLanguages() {
            assertThatThrownBy(() -> AuthenticationTemplate.builder(
                                    ORDER,
                                    List.of(ENGLISH),
                                    ButtonDefinition.copyOtp().labelled("Copy", ""))
                            .build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("labels");
            assertThatThrownBy(() -> AuthenticationTemplate.builder(ORDER, List.of(), ButtonDefinition.copyOtp())
                            .build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no language");
        }

        @Test
        void sendsNoPasswordTemplateThatMetaWouldRefuse() {
            AuthenticationTemplate late = AuthenticationTemplate.builder(
                            ORDER, List.of(ENGLISH), ButtonDefinition.oneTapOtp())
                    .build();

            assertThatThrownBy(() -> management.upsert(late))
                    .isInstanceOf(TemplateException.class)
                    .hasMessageContaining("supported_apps");
            assertThat(server.getRequestCount()).isZero();
        }

        @Test
        void showsPresetTexts() throws Exception {
            answer(
                    "{\"data\":[{\"body\":\"*{{1}}* is your code.\",\"footer\":\"Expires in 5 minutes.\",\"language\":\"en_US\","
                            + "\"buttons\":[{\"type\":\"OTP\",\"text\":\"Copy code\",\"autofill_text\":\"Autofill\"}]}]}");

            List<TemplatePreview> previews = management.previews(PreviewQuery.builder()
                    .addLanguage(ENGLISH)
                    .addLanguage(LanguageCode.of("de"))
                    .securityRecommendation(true)
                    .codeExpiration(Duration.ofMinutes(5))
                    .build());

            assertThat(previews)
                    .containsExactly(new TemplatePreview(
                            ENGLISH, "*{{1}}* is your code.", "Expires in 5 minutes.", "Copy code", "Autofill"));
            RecordedRequest request = request("GET", "/v25.0/" + ACCOUNT + "/message_template_previews");
            assertThat(query(
                            request,
                            "category",
                            "language",
                            "add_security_recommendation",
                            "code_expiration_minutes",
                            "button_types"))
                    .containsExactly("AUTHENTICATION", "en_US,de", "true", "5", "OTP");
        }

        @Test
        void browsesTheLibrary() throws Exception {
            answer(
                    "{\"data\":[{\"name\":\"delivery_update_1\",\"language\":\"en_US\",\"category\":\"UTILITY\","
                            + "\"topic\":\"ORDER_MANAGEMENT\",\"usecase\":\"DELIVERY_UPDATE\",\"industry\":[\"E_COMMERCE\"],"
                            + "\"header\":\"On its way\",\"body\":\"Hi {{1}}, it comes on {{2}}.\",\"body_params\":[\"Jim\",\"May 3\"],"
                            + "\"body_param_types\":[\"TEXT\",\"DATE\"],\"buttons\":[{\"type\":\"URL\",\"text\":\"Track\"}],\"id\":\"7\"}]}");

            List<LibraryTemplate> found = management.library(LibraryQuery.all()
                    .search("delivery")
                    .topic("ORDER_MANAGEMENT")
                    .useCase("DELIVERY_UPDATE")
                    .industry("E_COMMERCE")
                    .language(ENGLISH));

            RecordedRequest request = request("GET", "/v25.0/message_template_library");
            assertThat(query(request, "search", "topic", "usecase", "industry", "language"))
                    .containsExactly("delivery", "ORDER_MANAGEMENT", "DELIVERY_UPDATE", "E_COMMERCE", "en_US");
            assertThat(found).hasSize(1);
            assertThat(found.get(0).bodyTypes()).containsExactly("TEXT", "DATE");
            assertThat(found.get(0).bodyExamples()).containsExactly("Jim", "May 3");
            assertThat(found.get(0).industries()).containsExactly("E_COMMERCE");
            assertThat(found.get(0).buttons()).hasSize(1);
        }

        @Test
        void makesATemplateFromTheLibrary() throws Exception {
            answer("{\"id\":\"7\",\"status\":\"APPROVED\",\"category\":\"UTILITY\"}");

            assertThat(management.create(DefinitionExamples.library()).status()).isEqualTo(TemplateStatus.APPROVED);
            assertBody(request("POST", "/v25.0/" + ACCOUNT + "/message_templates"), "library");
        }

        @Test
        void comparesTwoTemplates() throws Exception {
            answer(
                    "{\"data\":[{\"metric\":\"BLOCK_RATE\",\"type\":\"RELATIVE\",\"order_by_relative_metric\":[\"2\",\"1\"]},"
                            + "{\"metric\":\"MESSAGE_SENDS\",\"type\":\"NUMBER_VALUES\",\"number_values\":"
                            + "[{\"key\":\"1\",\"value\":2400},{\"key\":\"2\",\"value\":1100}]},"
                            + "{\"metric\":\"TOP_BLOCK_REASON\",\"type\":\"STRING_VALUES\",\"string_values\":"
                            + "[{\"key\":\"1\",\"value\":\"NO_LONGER_NEEDED\"}]},{\"metric\":\"NEW\"}]}");

            TemplateComparison comparison = management.compare("1", "2", Duration.ofDays(7));

            assertThat(comparison)
                    .isEqualTo(new TemplateComparison(
                            List.of("2", "1"), Map.of("1", 2400L, "2", 1100L), Map.of("1", "NO_LONGER_NEEDED")));
            RecordedRequest request = request("GET", "/v25.0/1/compare");
            assertThat(query(request, "template_ids", "start", "end"))
                    .containsExactly(
                            "[2]",
                            String.valueOf(NOW.minus(Duration.ofDays(7)).getEpochSecond()),
                            String.valueOf(NOW.getEpochSecond()));
            assertThatThrownBy(() -> management.compare("1", "2", Duration.ofDays(8)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("7, 30, 60 or 90 days");
        }

        @Test
        void copiesTemplatesOfAnotherAccount() throws Exception {
            answer("{\"migrated_templates\":[\"1\",\"2\"],\"failed_templates\":{\"3\":\"Incorrect category\"}}");

            assertThat(management.migrate("999", 1, 50))
                    .isEqualTo(new TemplateMigration(List.of("1", "2"), Map.of("3", "Incorrect category")));
            RecordedRequest request = request("POST", "/v25.0/" + ACCOUNT + "/migrate_message_templates");
            assertThat(body(request)).isEqualTo("{\"source_waba_id\":\"999\",\"page_number\":1,\"count\":50}");
        }

        @Test
        void putsTemplatesAwayOnTheSecondHost() throws Exception {
            answer("{\"archived_templates\":[\"1\"],\"failed_templates\":[{\"id\":\"2\",\"reason\":\"in use\"}]}");
            answer("{\"unarchived_templates\":[{\"id\":\"1\"}],\"failed_templates\":[]}");

            assertThat(management.archive(List.of("1", "2")))
                    .isEqualTo(new ArchiveResult(List.of("1"), Map.of("2", "in use")));
            assertThat(management.unarchive(List.of("1"))).isEqualTo(new ArchiveResult(List.of("1"), Map.of()));

            RecordedRequest archive = request("POST", "/second-host/" + ACCOUNT + "/message_templates/archive");
            assertThat(body(archive)).isEqualTo("{\"hsm_ids\":\"1,2\"}");
            request("POST", "/second-host/" + ACCOUNT + "/message_templates/unarchive");
        }
    }

    @Nested
    class Remembering {

        @Test
        void readsAnewWhatAWebhookSpokeOf() {
            cached();
            templates.refresh(paused(ENGLISH));
            cached();
            templates.refresh(
                    new TemplateQualityChanged(SOURCE, ORDER, ENGLISH, ID, QualityRating.GREEN, QualityRating.RED));
            cached();
            templates.refresh(new TemplateCategoryChanged(
                    SOURCE, ORDER, ENGLISH, ID, TemplateCategory.UTILITY, TemplateCategory.MARKETING, false, NOW));
            cached();
            templates.refresh(new TemplateComponentsChanged(SOURCE, ORDER, ENGLISH, ID, "", "New text", "", List.of()));
            cached();
            templates.refresh(new UnknownEvent(SOURCE, "template_something_update"));
            cached();
            templates.evict(ORDER, ENGLISH);
            cached();

            assertThat(server.getRequestCount()).isEqualTo(7);
        }

        @Test
        void keepsWhatAWebhookDidNotSpeakOf() {
            cached();
            templates.refresh(paused(LanguageCode.of("de")));
            templates.refresh(new UnknownEvent(SOURCE, "messages"));

            assertThat(templates.find(ORDER, ENGLISH)).isPresent();
            assertThat(server.getRequestCount()).isOne();
        }

        @Test
        void forgetsWhatItChanged() {
            cached();
            answer(SUCCESS);
            management.unpause(ID);
            cached();
            answer(template("APPROVED", "UTILITY"));
            answer(SUCCESS);
            templates.edit(
                    ID,
                    TemplateEdit.of(
                            TemplateComponents.builder().body("New text").build()));
            cached();

            assertThat(server.getRequestCount()).isEqualTo(6);
        }

        private TemplateStatusChanged paused(LanguageCode language) {
            return new TemplateStatusChanged(
                    SOURCE,
                    ORDER,
                    language,
                    ID,
                    TemplateStatus.PAUSED,
                    "PAUSED",
                    TemplateCategory.UTILITY,
                    "",
                    "",
                    "FIRST_PAUSE",
                    "",
                    "");
        }

        private void cached() {
            answer("{\"data\":[" + template("APPROVED", "UTILITY") + "]}");
            int before = server.getRequestCount();
            templates.find(ORDER, ENGLISH);
            templates.find(ORDER, ENGLISH);
            assertThat(server.getRequestCount()).isEqualTo(before + 1);
        }
    }

    private RecordedRequest request(String method, String path) throws InterruptedException {
        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo(method);
        assertThat(request.getUrl().encodedPath()).isEqualTo(path);
        assertThat(request.getUrl().queryParameter("access_token")).isNull();
        return request;
    }

    private static List<String> query(RecordedRequest request, String... names) {
        var values = new java.util.ArrayList<String>();
        for (String name : names) {
            values.add(request.getUrl().queryParameter(name));
        }
        return values;
    }

    private static String body(RecordedRequest request) {
        return request.getBody().utf8();
    }

    private static void assertBody(RecordedRequest request, String file) throws IOException {
        assertThat(Json.parse(request.getBody().toByteArray())).contains(DefinitionWireTest.file(file));
    }

    private void answer(String body) {
        answer(200, body);
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    private static String template(String status, String category) {
        return "{\"id\":\"" + ID + "\",\"name\":\"order_update\",\"language\":\"en_US\",\"status\":\"" + status
                + "\",\"category\":\"" + category
                + "\",\"previous_category\":\"UTILITY\",\"correct_category\":\"AUTHENTICATION\","
                + "\"quality_score\":{\"score\":\"RED\",\"date\":1758754645},\"rejected_reason\":\"INVALID_FORMAT\","
                + "\"message_send_ttl_seconds\":43200,\"library_template_name\":\"delivery_update_1\","
                + "\"components\":[{\"type\":\"BODY\",\"text\":\"Hi\"}]}";
    }
}
