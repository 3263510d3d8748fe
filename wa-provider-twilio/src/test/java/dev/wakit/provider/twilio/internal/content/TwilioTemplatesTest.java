package dev.wakit.provider.twilio.internal.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.AuthenticationException;
import dev.wakit.OutcomeUnknownException;
import dev.wakit.RateLimitedException;
import dev.wakit.TemplateException;
import dev.wakit.inbound.EventSource;
import dev.wakit.inbound.UnknownEvent;
import dev.wakit.provider.TemplateGateway;
import dev.wakit.provider.twilio.Requests;
import dev.wakit.provider.twilio.TwilioProvider;
import dev.wakit.provider.twilio.content.ContentSid;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplatePage;
import dev.wakit.template.TemplateQuery;
import dev.wakit.template.TemplateReceipt;
import dev.wakit.template.TemplateStatus;
import dev.wakit.template.definition.TemplateComponents;
import dev.wakit.template.definition.TemplateDefinition;
import dev.wakit.template.definition.TemplateEdit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The template gateway over the Content API, call by call. */
class TwilioTemplatesTest {

    private static final TemplateName NAME = TemplateName.of("order_update");
    private static final LanguageCode EN = LanguageCode.of("en");
    private static final String OTHER = "HX" + "f".repeat(32);

    private final MockWebServer server = new MockWebServer();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));
    private TwilioProvider provider;
    private TemplateGateway templates;

    @BeforeEach
    void start() throws Exception {
        server.start();
        provider = Requests.provider(server)
                .clock(now::get)
                .content(TemplateName.of("mapped"), EN, ContentSid.of(OTHER))
                .build();
        templates = provider.templates().orElseThrow();
    }

    @AfterEach
    void stop() {
        provider.close();
        server.close();
    }

    @Test
    void listsAllPagesAndFollowsNoForeignAddress() throws Exception {
        server.enqueue(Requests.json(
                200,
                page(
                        "'next_page_url':'https://evil.example.com/v1/x?PageSize=50&Page=1&PageToken=PT%2F1&Secret=1'",
                        content(Requests.CONTENT, "order_update", "en", "approved"))));
        server.enqueue(Requests.json(200, page("'next_page_url':null", content(OTHER, "bye", "pt_BR", "rejected"))));

        List<Template> all = templates.list();

        assertThat(all).extracting(Template::name).containsExactly(NAME, TemplateName.of("bye"));
        assertThat(all).extracting(Template::status).containsExactly(TemplateStatus.APPROVED, TemplateStatus.REJECTED);
        RecordedRequest first = server.takeRequest();
        assertThat(first.getTarget()).isEqualTo("/v1/ContentAndApprovals?PageSize=100");
        assertThat(first.getHeaders().get("Authorization")).startsWith("Basic ");
        assertThat(server.takeRequest().getTarget())
                .isEqualTo("/v1/ContentAndApprovals?PageSize=100&Page=1&PageToken=PT%2F1");
    }

    @Test
    void filtersPages() throws Exception {
        server.enqueue(Requests.json(
                200,
                page(
                        "'next_page_url':'https://content.twilio.com/v1/ContentAndApprovals?PageToken=P2'",
                        content(Requests.CONTENT, "order_update", "en", "approved"),
                        content(OTHER, "bye", "en", "pending"))));

        TemplatePage page = templates.page(TemplateQuery.builder()
                .status(TemplateStatus.PENDING)
                .nameOrContent("BYE")
                .pageSize(2)
                .build());

        assertThat(page.templates()).extracting(Template::name).containsExactly(TemplateName.of("bye"));
        assertThat(page.next()).contains("PageToken=P2");
        assertThatThrownBy(() ->
                        templates.page(TemplateQuery.builder().after("Secret=1").build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("page pointer");
    }

    @Test
    void remembersAnApprovedTemplateForAnHourAndOthersForAMinute() {
        for (int i = 0; i < 4; i++) {
            server.enqueue(Requests.json(
                    200,
                    page(
                            "'next_page_url':null",
                            content(Requests.CONTENT, "order_update", "en", "approved"),
                            content(OTHER, "bye", "en", "pending"))));
        }

        assertThat(templates.find(NAME, EN)).isPresent();
        assertThat(templates.find(TemplateName.of("bye"), EN)).isPresent();
        assertThat(server.getRequestCount()).isOne();

        now.set(now.get().plus(Duration.ofSeconds(61)));
        assertThat(templates.find(NAME, EN)).isPresent();
        assertThat(server.getRequestCount()).isOne();
        assertThat(templates.find(TemplateName.of("bye"), EN)).isPresent();
        assertThat(server.getRequestCount()).isEqualTo(2);

        now.set(now.get().plus(Duration.ofMinutes(61)));
        assertThat(templates.find(NAME, EN)).isPresent();
        assertThat(server.getRequestCount()).isEqualTo(3);

        templates.evict(NAME, EN);
        assertThat(templates.find(NAME, EN)).isPresent();
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void forgetsEverythingWhenTheDebuggerReports() {
        for (int i = 0; i < 2; i++) {
            server.enqueue(Requests.json(
                    200, page("'next_page_url':null", content(Requests.CONTENT, "order_update", "en", "approved"))));
        }
        templates.find(NAME, EN);
        templates.refresh(new UnknownEvent(EventSource.of(now.get()), "teleported"));
        templates.find(NAME, EN);
        assertThat(server.getRequestCount()).isOne();

        templates.refresh(new UnknownEvent(EventSource.of(now.get()), TwilioTemplates.DEBUGGER));
        templates.find(NAME, EN);

        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void prefersTheApprovedOneOfTwoWithTheSameName() {
        server.enqueue(Requests.json(
                200,
                page(
                        "'next_page_url':null",
                        content(OTHER, "order_update", "en", "rejected"),
                        content(Requests.CONTENT, "order_update", "en", "approved"))));

        assertThat(templates.find(NAME, EN).orElseThrow().id()).contains(Requests.CONTENT);
    }

    @Test
    void findsAMappedTemplateByItsSidUnderTheNameOfTheMessage() throws Exception {
        server.enqueue(Requests.json(200, content(OTHER, "Another name!", "en_GB", null)));
        server.enqueue(Requests.json(200, approvals("approved")));

        Template template = templates.find(TemplateName.of("mapped"), EN).orElseThrow();

        assertThat(template.name()).isEqualTo(TemplateName.of("mapped"));
        assertThat(template.language()).isEqualTo(EN);
        assertThat(template.status()).isEqualTo(TemplateStatus.APPROVED);
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/Content/" + OTHER);
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/Content/" + OTHER + "/ApprovalRequests");
    }

    @Test
    void findsNothingWhereTheAccountHasNone() {
        server.enqueue(Requests.json(200, page("'next_page_url':null")));
        server.enqueue(Requests.refusal(404, 20404));

        assertThat(templates.find(NAME, EN)).isEmpty();
        assertThat(templates.get(OTHER)).isEmpty();
    }

    @Test
    void createsAContentAndHandsItIn() throws Exception {
        server.enqueue(Requests.json(201, content(Requests.CONTENT, "order_update", "en", null)));
        server.enqueue(Requests.json(
                201, "{'name':'order_update','category':'UTILITY','content_type':'twilio/text','status':'received'}"));

        TemplateReceipt receipt = templates.create(definition());

        assertThat(receipt)
                .isEqualTo(new TemplateReceipt(Requests.CONTENT, TemplateStatus.PENDING, TemplateCategory.UTILITY));
        RecordedRequest create = server.takeRequest();
        assertThat(create.getMethod() + " " + create.getTarget()).isEqualTo("POST /v1/Content");
        assertThat(create.getBody().utf8())
                .isEqualTo("{\"friendly_name\":\"order_update\",\"language\":\"en\",\"variables\":{\"1\":\"Ann\"},"
                        + "\"types\":{\"twilio/text\":{\"body\":\"Hi {{1}}, your order is here.\"}}}");
        RecordedRequest handIn = server.takeRequest();
        assertThat(handIn.getMethod() + " " + handIn.getTarget())
                .isEqualTo("POST /v1/Content/" + Requests.CONTENT + "/ApprovalRequests/whatsapp");
        assertThat(handIn.getBody().utf8()).isEqualTo("{\"name\":\"order_update\",\"category\":\"UTILITY\"}");
    }

    @Test
    void namesTheContentThatWasCreatedAndNotHandedIn() {
        server.enqueue(Requests.json(201, content(Requests.CONTENT, "order_update", "en", null)));
        server.enqueue(Requests.refusal(400, 92009));

        assertThatThrownBy(() -> templates.create(definition()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContainingAll(Requests.CONTENT, "was created", "92009", "Request its approval again");
    }

    @Test
    void neverRepeatsAChangeWhoseAnswerWasLost() {
        server.enqueue(Requests.json(503, "{}"));
        server.enqueue(Requests.json(201, content(Requests.CONTENT, "order_update", "en", null)));
        server.enqueue(Requests.json(500, "{}"));

        assertThatThrownBy(() -> templates.create(definition())).isInstanceOf(OutcomeUnknownException.class);
        assertThat(server.getRequestCount()).isOne();
        assertThatThrownBy(() -> templates.create(definition()))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining(Requests.CONTENT);
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void refusesADefinitionBeforeItIsAsked() {
        TemplateDefinition wrong = TemplateDefinition.builder(
                        "order_update",
                        "en",
                        TemplateCategory.UTILITY,
                        TemplateComponents.builder().body("{{1}}").build())
                .build();

        assertThatThrownBy(() -> templates.create(wrong)).isInstanceOf(TemplateException.class);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void editsAContentThatWasNotHandedIn() throws Exception {
        server.enqueue(Requests.json(200, content(Requests.CONTENT, "order_update", "en", null)));
        server.enqueue(Requests.json(200, approvals("unsubmitted")));
        server.enqueue(Requests.json(200, approvals("unsubmitted")));
        server.enqueue(Requests.json(200, content(Requests.CONTENT, "order_update", "en", null)));

        templates.edit(
                Requests.CONTENT,
                TemplateEdit.builder()
                        .components(definition().components())
                        .category(TemplateCategory.UTILITY)
                        .build());

        for (int i = 0; i < 3; i++) {
            assertThat(server.takeRequest().getMethod()).isEqualTo("GET");
        }
        RecordedRequest put = server.takeRequest();
        assertThat(put.getMethod() + " " + put.getTarget()).isEqualTo("PUT /v1/Content/" + Requests.CONTENT);
    }

    @Test
    void refusesToEditOneThatWasHandedIn() {
        server.enqueue(Requests.json(200, content(Requests.CONTENT, "order_update", "en", null)));
        server.enqueue(Requests.json(200, approvals("approved")));
        server.enqueue(Requests.json(200, approvals("approved")));

        assertThatThrownBy(() -> templates.edit(
                        Requests.CONTENT,
                        TemplateEdit.builder()
                                .components(definition().components())
                                .build()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContainingAll("APPROVED", "Create another one");
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void deletesOneLanguageOrAll() throws Exception {
        String listing = page(
                "'next_page_url':null",
                content(Requests.CONTENT, "order_update", "en", "approved"),
                content(OTHER, "order_update", "pt_BR", "approved"));
        server.enqueue(Requests.json(200, listing));
        server.enqueue(Requests.json(204, ""));
        server.enqueue(Requests.json(200, listing));
        server.enqueue(Requests.json(204, ""));
        server.enqueue(Requests.refusal(404, 20404));

        templates.delete(NAME, EN);
        templates.delete(NAME);

        List<String> calls = List.of(call(), call(), call(), call(), call());
        assertThat(calls)
                .containsExactly(
                        "GET /v1/ContentAndApprovals?PageSize=200",
                        "DELETE /v1/Content/" + Requests.CONTENT,
                        "GET /v1/ContentAndApprovals?PageSize=200",
                        "DELETE /v1/Content/" + Requests.CONTENT,
                        "DELETE /v1/Content/" + OTHER);
    }

    @Test
    void refusesToDeleteWhatIsNotThere() {
        server.enqueue(Requests.json(200, page("'next_page_url':null")));

        assertThatThrownBy(() -> templates.delete(NAME))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("order_update");
    }

    @ParameterizedTest
    @CsvSource({"401,20003", "429,20429", "404,20404"})
    void throwsWhatTheCallerCanDo(int status, int code) {
        server.enqueue(Requests.refusal(status, code));

        assertThatThrownBy(templates::list)
                .satisfies(thrown -> assertThat(thrown)
                        .isInstanceOf(
                                status == 401
                                        ? AuthenticationException.class
                                        : status == 429 ? RateLimitedException.class : RuntimeException.class)
                        .hasMessageContaining(String.valueOf(code)));
    }

    @Test
    void repeatsAReadThatMayPass() {
        server.enqueue(Requests.json(503, ""));
        server.enqueue(Requests.json(
                200, page("'next_page_url':null", content(Requests.CONTENT, "order_update", "en", "approved"))));

        assertThat(templates.list()).hasSize(1);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void checksTheIdOfATemplate() {
        assertThatThrownBy(() -> templates.get("../Messages"))
                .hasMessageContaining("contentSid")
                .hasMessageNotContaining("Messages");
        assertThat(server.getRequestCount()).isZero();
    }

    private String call() throws InterruptedException {
        RecordedRequest request = server.takeRequest();
        return request.getMethod() + " " + request.getTarget();
    }

    private static TemplateDefinition definition() {
        return TemplateDefinition.builder(
                        "order_update",
                        "en",
                        TemplateCategory.UTILITY,
                        TemplateComponents.builder()
                                .body("Hi {{1}}, your order is here.", "Ann")
                                .build())
                .build();
    }

    private static String page(String meta, String... contents) {
        return "{'contents':[" + String.join(",", contents) + "],'meta':{'key':'contents'," + meta + "}}";
    }

    private static String approvals(String status) {
        return "{'sid':'" + Requests.CONTENT + "','whatsapp':{'type':'whatsapp','name':'order_update',"
                + "'category':'UTILITY','content_type':'twilio/text','status':'" + status + "'}}";
    }

    private static String content(String sid, String name, String language, String status) {
        String approval = status == null
                ? ""
                : ",'approval_requests':{'name':'" + name
                        + "','category':'UTILITY','content_type':'twilio/text','status':'" + status
                        + "','rejection_reason':''}";
        return "{'sid':'" + sid + "','friendly_name':'" + name + "','language':'" + language
                + "','variables':{'1':'Ann'},'types':{'twilio/text':{'body':'Hi {{1}}'}}" + approval + "}";
    }
}
