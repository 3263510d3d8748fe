package dev.wakit.provider.dialog360;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.RequestRefusedException;
import dev.wakit.TemplateException;
import dev.wakit.address.SenderId;
import dev.wakit.media.MediaDownload;
import dev.wakit.media.MediaId;
import dev.wakit.provider.TemplateGateway;
import dev.wakit.provider.http.Json;
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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 360dialog's calls for media, templates and the webhook address. */
class MediaAndTemplatesOnTheWireTest {

    private static final String LOOKASIDE =
            "{'url':'https:\\/\\/lookaside.fbsbx.com\\/whatsapp_business\\/attachments\\/?mid=7&ext=1&hash=a%2Fb',"
                    + "'mime_type':'image/png','sha256':'x','file_size':18,'id':'7'}";

    private final MockWebServer server = new MockWebServer();
    private Dialog360Provider provider;

    @BeforeEach
    void start() throws Exception {
        server.start();
        provider = Requests.provider(server).build();
    }

    @AfterEach
    void stop() {
        provider.close();
        server.close();
    }

    @Test
    void uploadsToAPathWithoutTheNumber() throws Exception {
        answer(200, "{'id':'7'}");

        MediaId id = provider.media().orElseThrow().upload(SenderId.of(Requests.SENDER), Files.picture());

        assertThat(id).isEqualTo(new MediaId("7"));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /media HTTP/1.1");
        assertThat(request.getHeaders().get("D360-API-KEY")).isEqualTo(Requests.KEY);
        assertThat(request.getBody().utf8())
                .contains("name=\"messaging_product\"", "whatsapp", "name=\"file\"; filename=\"heron.png\"");
    }

    @Test
    void downloadsFromItsOwnHostAtThePathThatMetaNames() throws Exception {
        answer(200, LOOKASIDE);
        answer(200, "picture of a heron");

        try (MediaDownload download = provider.media().orElseThrow().download(new MediaId("7"))) {
            assertThat(download.content().readAllBytes()).isEqualTo(Files.CONTENT);
        }

        assertThat(server.takeRequest().getRequestLine()).isEqualTo("GET /7 HTTP/1.1");
        RecordedRequest fetched = server.takeRequest();
        assertThat(fetched.getTarget()).isEqualTo("/whatsapp_business/attachments/?mid=7&ext=1&hash=a%2Fb");
        assertThat(fetched.getHeaders().get("D360-API-KEY")).isEqualTo(Requests.KEY);
    }

    @Test
    void givesTheKeyToNobodyElse() {
        answer(200, "{'url':'https://evil.example/x','mime_type':'image/png','id':'7'}");

        assertThatThrownBy(() -> provider.media().orElseThrow().download(new MediaId("7")))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("evil.example");
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void deletesAFile() throws Exception {
        answer(200, "{'success':true}");

        assertThat(provider.media().orElseThrow().delete(new MediaId("7"))).isTrue();
        assertThat(server.takeRequest().getRequestLine()).isEqualTo("DELETE /7 HTTP/1.1");
    }

    @Test
    void listsTemplatesByOffset() throws Exception {
        answer(
                200,
                "{'total':3,'waba_templates':[" + template("1", "a", "en", "approved") + ","
                        + template("2", "b", "en", "submitted") + "]}");
        answer(200, "{'total':3,'waba_templates':[" + template("3", "c", "de", "REJECTED") + "]}");

        List<Template> all =
                templates().list(TemplateQuery.builder().pageSize(2).build());

        assertThat(all)
                .extracting(Template::status)
                .containsExactly(TemplateStatus.APPROVED, TemplateStatus.PENDING, TemplateStatus.REJECTED);
        assertThat(server.takeRequest().getUrl().queryParameter("offset")).isEqualTo("0");
        RecordedRequest second = server.takeRequest();
        assertThat(second.getUrl().encodedPath()).isEqualTo("/v1/configs/templates");
        assertThat(second.getUrl().queryParameter("offset")).isEqualTo("2");
        assertThat(second.getUrl().queryParameter("limit")).isEqualTo("2");
    }

    @Test
    void aListWithoutATotalEndsWithAShortPage() {
        answer(200, "{'waba_templates':[" + template("1", "a", "en", "approved") + "]}");
        answer(200, "{'waba_templates':[]}");

        assertThat(templates().list(TemplateQuery.builder().pageSize(1).build()))
                .hasSize(1);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void pagesPointToTheNextOffset() {
        answer(200, "{'total':2,'waba_templates':[" + template("1", "a", "en", "approved") + "]}");
        answer(200, "{'total':2,'waba_templates':[" + template("2", "b", "en", "approved") + "]}");

        TemplatePage first =
                templates().page(TemplateQuery.builder().pageSize(1).build());
        TemplatePage second = templates()
                .page(TemplateQuery.builder()
                        .pageSize(1)
                        .after(first.next().orElseThrow())
                        .build());

        assertThat(first.next()).contains("1");
        assertThat(second.templates()).extracting(Template::id).containsExactly(Optional.of("2"));
        assertThat(second.next()).isEmpty();
        assertThatThrownBy(() ->
                        templates().page(TemplateQuery.builder().after("QVFI").build()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"heron, 1", "HERON, 1", "bill, 1", "nothing, 0"})
    void filtersByTextItself(String wanted, int found) {
        answer(
                200,
                "{'total':2,'waba_templates':[" + template("1", "about_bill", "en", "approved") + ","
                        + template("2", "other", "en", "approved").replace("Hello", "A heron") + "]}");

        assertThat(templates()
                        .list(TemplateQuery.builder().nameOrContent(wanted).build()))
                .hasSize(found);
    }

    @Test
    void whatWasFoundIsRemembered() {
        answer(200, "{'total':1,'waba_templates':[" + template("1", "a", "en", "approved") + "]}");

        var name = TemplateName.of("a");
        assertThat(templates().find(name, LanguageCode.of("en"))).isPresent();
        assertThat(templates().find(name, LanguageCode.of("en"))).isPresent();

        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void handsInATemplate() throws Exception {
        answer(201, "{'name':'a','id':'17','status':'submitted','category':'UTILITY'}");

        TemplateReceipt receipt = templates().create(definition());

        assertThat(receipt).isEqualTo(new TemplateReceipt("17", TemplateStatus.PENDING, TemplateCategory.UTILITY));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/configs/templates HTTP/1.1");
        var body = Json.parse(request.getBody().toByteArray()).orElseThrow();
        assertThat(body.path("allow_category_change").asBoolean()).isTrue();
        assertThat(body.path("components").path(0).path("text").asText()).isEqualTo("Your order left our house today.");
    }

    @Test
    void deletesATemplateByItsNameUnlessThatTakesOtherLanguagesAlong() throws Exception {
        answer(
                200,
                "{'total':2,'waba_templates':[" + template("1", "a", "en", "approved") + ","
                        + template("2", "a", "de", "approved") + "]}");
        assertThatThrownBy(() -> templates().delete(TemplateName.of("a"), LanguageCode.of("de")))
                .isInstanceOf(TemplateException.class)
                .hasMessageContainingAll("'a'", "nothing was deleted");
        answer(200, "{'total':1,'waba_templates':[" + template("1", "a", "en", "approved") + "]}");
        answer(200, "{'meta':{'success':true}}");

        templates().delete(TemplateName.of("a"), LanguageCode.of("en"));

        server.takeRequest();
        server.takeRequest();
        assertThat(server.takeRequest().getRequestLine()).isEqualTo("DELETE /v1/configs/templates/a HTTP/1.1");
    }

    @Test
    void anEditIsRefusedBeforeTheWire() {
        var edit = TemplateEdit.builder().category(TemplateCategory.UTILITY).build();

        assertThatThrownBy(() -> templates().edit("1", edit))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("nothing was changed");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void setsAndReadsTheWebhookAddress() throws Exception {
        answer(200, "{}");
        answer(200, "{'url':'https://hooks.example/x','headers':{'Authorization':'Basic abc'}}");
        answer(200, "{}");
        var target = new WebhookTarget(URI.create("https://hooks.example/x"), Map.of("Authorization", "Basic abc"));

        provider.webhookSetup().set(target);

        assertThat(provider.webhookSetup().current()).contains(target);
        assertThat(provider.webhookSetup().current()).isEmpty();
        assertThat(target.toString()).doesNotContain("abc");
        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/configs/webhook HTTP/1.1");
        assertThat(request.getBody().utf8())
                .isEqualTo("{\"url\":\"https://hooks.example/x\",\"headers\":{\"Authorization\":\"Basic abc\"}}");
    }

    @Test
    void setsAndReadsFurtherWebhooks() throws Exception {
        answer(200, "{}");
        answer(200, """
                {'enabled':true,'destinations':[{'name':'crm','url':'https://crm.example/x','headers':{'X-Key':'abc'}},
                 {'name':'broken','url':'not an address'}]}""");
        answer(200, "{'enabled':false,'destinations':[{'name':'crm','url':'https://crm.example/x'}]}");
        answer(200, "{}");
        var crm = new FurtherWebhook(
                "crm", new WebhookTarget(URI.create("https://crm.example/x"), Map.of("X-Key", "abc")));

        provider.webhookSetup().setFurther(List.of(crm));

        assertThat(provider.webhookSetup().further()).containsExactly(crm);
        assertThat(provider.webhookSetup().further()).as("switched off").isEmpty();
        assertThat(crm.toString()).doesNotContain("abc");
        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /multi_webhook HTTP/1.1");
        assertThat(request.getBody().utf8())
                .isEqualTo("{\"enabled\":true,\"destinations\":[{\"name\":\"crm\",\"url\":\"https://crm.example/x\","
                        + "\"headers\":{\"X-Key\":\"abc\"}}]}");
        assertThat(server.takeRequest().getRequestLine()).isEqualTo("GET /multi_webhook HTTP/1.1");
        server.takeRequest();

        provider.webhookSetup().setFurther(List.of());

        assertThat(server.takeRequest().getBody().utf8()).isEqualTo("{\"enabled\":false,\"destinations\":[]}");
    }

    @Test
    void furtherWebhooksThatAreTooManyOrAlikeAreNotAskedFor() {
        var target = new WebhookTarget(URI.create("https://crm.example/x"), Map.of());
        var crm = new FurtherWebhook("crm", target);

        assertThatThrownBy(() -> provider.webhookSetup().setFurther(List.of(crm, crm)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 with 1 names");
        assertThatThrownBy(() -> provider.webhookSetup()
                        .setFurther(Stream.of("a", "b", "c", "d")
                                .map(name -> new FurtherWebhook(name, target))
                                .toList()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 3");
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "http://hooks.example/x, not an https address",
        "https://my_hooks.example/x, underscore",
        "https://hooks.example:8443/x, port"
    })
    void aWebhookAddressThatIsKnownToBeRefusedIsNotAskedFor(String url, String why) {
        try (var real = Dialog360Provider.builder(Requests.KEY, Requests.SENDER)
                .baseUrl(URI.create("https://360dialog.invalid"))
                .build()) {
            var target = new WebhookTarget(URI.create(url), Map.of());

            assertThatThrownBy(() -> real.webhookSetup().set(target))
                    .isInstanceOf(RequestRefusedException.class)
                    .hasMessageContaining(why);
        }
    }

    private TemplateGateway templates() {
        return provider.templates().orElseThrow();
    }

    private static TemplateDefinition definition() {
        return TemplateDefinition.builder(
                        TemplateName.of("a"),
                        LanguageCode.of("en"),
                        TemplateCategory.UTILITY,
                        TemplateComponents.builder()
                                .body("Your order left our house today.")
                                .build())
                .build();
    }

    private static String template(String id, String name, String language, String status) {
        return "{'id':'" + id + "','name':'" + name + "','language':'" + language + "','status':'" + status
                + "','category':'UTILITY','namespace':'n','components':[{'type':'BODY','text':'Hello'}]}";
    }

    private void answer(int status, String body) {
        server.enqueue(Requests.json(status, body));
    }
}
