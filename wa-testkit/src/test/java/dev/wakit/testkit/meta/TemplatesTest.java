package dev.wakit.testkit.meta;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    private static final String TO = "+14155551234";

    private final MetaSimulator simulator = Simulators.quick().start();
    private final Client client = new Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void acceptsATemplateWithTheRightParameters() throws IOException {
        Client.Answer answer = client.template(TO, "order_update", Client.texts("A-17", "on its way"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/messages/0/message_status").asText()).isEqualTo("accepted");
        assertThat(simulator.ledger().accepted().get(0).templateName()).isEqualTo("order_update");
    }

    @Test
    void refusesAnUnknownTemplateWith132001AndHttp404() throws IOException {
        Client.Answer answer = client.template(TO, "no_such", "[]");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo(132001);
        assertThat(answer.details()).contains("no_such").contains("en_US");
    }

    @Test
    void refusesAWrongCountWith132000() throws IOException {
        Client.Answer answer = client.template(TO, "order_update", Client.texts("only one"));

        assertThat(answer.code()).isEqualTo(132000);
        assertThat(answer.details()).contains("(1)").contains("(2)");
        assertThat(client.template(TO, "hello_world", Client.texts("extra")).code())
                .isEqualTo(132000);
    }

    @Test
    void acceptsNamedParametersInAnyOrder() throws IOException {
        assertThat(client.template(TO, "summer_sale", named("offer", "first_name"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesNamesThatAreMissingUnknownOrOutOfPlace() throws IOException {
        assertThat(client.template(TO, "summer_sale", Client.texts("Ada", "20 %"))
                        .code())
                .isEqualTo(132012);
        assertThat(client.template(TO, "summer_sale", named("first_name", "price"))
                        .code())
                .isEqualTo(132018);
        assertThat(client.template(TO, "order_update", named("first_name", "offer"))
                        .code())
                .isEqualTo(132012);
    }

    @Test
    void refusesLineBreaksInAParameterWith132018() throws IOException {
        assertThat(client.template(TO, "order_update", Client.texts("a\\nb", "c"))
                        .code())
                .isEqualTo(132018);
    }

    @Test
    void refusesAPausedTemplateWith132015() throws IOException {
        assertThat(client.template(TO, "winter_clearance", Client.texts("Ada")).code())
                .isEqualTo(132015);
    }

    @Test
    void canPauseATemplateAtRunTime() throws IOException {
        simulator.template(SimulatedTemplate.builder("hello_world", "en_US", SimulatedTemplate.Category.UTILITY)
                .status("PAUSED")
                .body("Hello")
                .build());

        assertThat(client.template(TO, "hello_world", "[]").code()).isEqualTo(132015);
    }

    @Test
    void refusesAMediaHeaderOfAnotherFormatWith132012() throws IOException {
        String image =
                "[{\"type\":\"header\",\"parameters\":[{\"type\":\"image\",\"image\":{\"link\":\"https://x/a\"}}]}]";

        Client.Answer answer = client.template(TO, "shipping_label", image);

        assertThat(answer.code()).isEqualTo(132012);
        assertThat(answer.details()).contains("expected DOCUMENT, received IMAGE");
    }

    @Test
    void requiresTheParameterOfAUrlButton() throws IOException {
        String body = Client.texts("483920");
        String button = ",{\"type\":\"button\",\"sub_type\":\"url\",\"index\":\"0\",\"parameters\":"
                + "[{\"type\":\"text\",\"text\":\"483920\"}]}]";

        assertThat(client.template(TO, "login_code", body).code()).isEqualTo(131008);
        assertThat(client.template(TO, "login_code", body.replaceAll("]$", "") + button)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesAButtonTheTemplateDoesNotHave() throws IOException {
        String button = "[{\"type\":\"button\",\"sub_type\":\"quick_reply\",\"index\":3,\"parameters\":[]}]";

        assertThat(client.template(TO, "hello_world", button).code()).isEqualTo(132018);
    }

    @Test
    void listsTemplatesByNameWithComponentsAndFormat() throws IOException {
        JsonNode page = list("?name=summer_sale");

        JsonNode template = page.at("/data/0");
        assertThat(page.path("data")).hasSize(1);
        assertThat(template.path("category").asText()).isEqualTo("MARKETING");
        assertThat(template.path("status").asText()).isEqualTo("APPROVED");
        assertThat(template.path("language").asText()).isEqualTo("en_US");
        assertThat(template.path("parameter_format").asText()).isEqualTo("NAMED");
        assertThat(template.path("id").asText()).matches("[0-9]{15}");
        assertThat(template.at("/components/0/example/body_text_named_params/1/param_name")
                        .asText())
                .isEqualTo("offer");
        assertThat(template.at("/components/2/buttons/0/text").asText()).isEqualTo("Stop promotions");
    }

    @Test
    void pagesThroughTemplatesByCursor() throws IOException {
        JsonNode first = list("?limit=4");
        JsonNode second =
                list("?limit=4&after=" + first.at("/paging/cursors/after").asText());

        assertThat(first.path("data")).hasSize(4);
        assertThat(first.at("/paging/next").asText())
                .startsWith(simulator.baseUrl().toString());
        assertThat(second.path("data")).hasSize(3);
        assertThat(second.at("/paging/next").isMissingNode()).isTrue();
    }

    @Test
    void returnsOnlyTheFieldsAskedFor() throws IOException {
        JsonNode template = list("?fields=name,status&limit=1").at("/data/0");

        assertThat(template.fieldNames()).toIterable().containsExactlyInAnyOrder("name", "status", "id");
    }

    private JsonNode list(String query) throws IOException {
        return client.get("/v25.0/" + simulator.wabaId() + "/message_templates" + query)
                .json();
    }

    private static String named(String first, String second) {
        return "[{\"type\":\"body\",\"parameters\":["
                + "{\"type\":\"text\",\"parameter_name\":\"" + first + "\",\"text\":\"x\"},"
                + "{\"type\":\"text\",\"parameter_name\":\"" + second + "\",\"text\":\"y\"}]}]";
    }
}
