package dev.wakit.testkit.meta;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the edges of senders and the account answer, refusals included. */
class AccountTest {

    private final MetaSimulator simulator = Simulators.quick().start();
    private final Client client = new Client(simulator);
    private final String phone = "/v25.0/" + simulator.phoneNumberId();

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void everyEdgeAsksForTheToken() throws IOException {
        var stranger = new Client(simulator).withToken("EAAwrong");

        assertThat(stranger.get(phone + "/settings").code()).isEqualTo(190);
        assertThat(stranger.get("/whatsapp_business/attachments/?mid=1").code()).isEqualTo(190);
        assertThat(stranger.get("/" + simulator.portfolioId() + "/parent-bsuid-accounts")
                        .code())
                .isEqualTo(190);
    }

    @Test
    void anUnknownEdgeIsAnUnknownObject() throws IOException {
        assertThat(client.get(phone + "/nonsense").code()).isEqualTo(100);
        assertThat(client.get("/v25.0/4711").code()).isEqualTo(100);
        assertThat(client.get("/v25.0/1/2/3/4").code()).isEqualTo(2500);
        assertThat(client.get("/4711/parent-bsuid-accounts").code()).isEqualTo(100);
    }

    @Test
    void requiresWhatMetaRequires() throws IOException {
        assertThat(client.post(phone + "/register", "{\"pin\":\"123456\"}").details())
                .contains("messaging_product");
        assertThat(client.post(phone + "/register", "{\"messaging_product\":\"whatsapp\"}")
                        .details())
                .contains("pin");
        assertThat(client.post(phone + "/request_code", "{\"language\":\"en_US\"}")
                        .details())
                .contains("code_method");
        assertThat(client.post(phone + "/block_users", "{\"messaging_product\":\"whatsapp\"}")
                        .details())
                .contains("block_users");
        assertThat(client.post(phone + "/message_qrdls", "{}").details()).contains("prefilled_message");
        assertThat(client.post(phone + "/settings", "{\"calling\":{},\"storage_configuration\":{}}")
                        .code())
                .isEqualTo(100);
        assertThat(delete(phone + "/contact_book").details()).contains("bsuid");
    }

    @Test
    void aDeregisteredNumberSendsNothing() throws IOException {
        client.post(phone + "/deregister", "{\"messaging_product\":\"whatsapp\"}");

        assertThat(client.text("+14155551234").code()).isEqualTo(133010);
        assertThat(client.get(phone + "?fields=status").json().path("status").asText())
                .isEqualTo("DISCONNECTED");
        assertThat(simulator.ledger().accepted()).isEmpty();
    }

    @Test
    void aNodeTellsTheFieldsThatAreAskedFor() throws IOException {
        JsonNode node = client.get(phone + "?fields=health_status,status").json();

        assertThat(node.fieldNames()).toIterable().containsExactlyInAnyOrder("id", "health_status", "status");
        assertThat(node.at("/health_status/can_send_message").asText()).isEqualTo("AVAILABLE");
        assertThat(client.get(phone).json().has("health_status")).isFalse();
    }

    @Test
    void anotherTokenIsNotValid() throws IOException {
        JsonNode own = client.get("/v25.0/debug_token?input_token=" + simulator.accessToken())
                .json();
        JsonNode other = client.get("/v25.0/debug_token?input_token=EAAother").json();

        assertThat(own.at("/data/is_valid").asBoolean()).isTrue();
        assertThat(own.at("/data/app_id").asText()).isEqualTo(simulator.appId());
        assertThat(other.at("/data/is_valid").asBoolean(true)).isFalse();
    }

    @Test
    void aResumableUploadKeepsTypeOffsetAndLength() throws IOException {
        String uploads = "/v25.0/" + simulator.appId() + "/uploads?file_name=a.png&file_length=3&file_type=";
        assertThat(client.post(uploads + "image/gif", "").code()).isEqualTo(100);

        String id = client.post(uploads + "image/png", "").json().path("id").asText();

        assertThat(id).startsWith("upload:");
        assertThat(client.get("/v25.0/" + id).json().path("file_offset").asInt(-1))
                .isZero();
        assertThat(client.post("/v25.0/" + id, "abc").details()).contains("not a number");
        assertThat(client.get("/v25.0/upload:other").code()).isEqualTo(100);
    }

    @Test
    void refusesMediaOfAnotherType() throws IOException {
        String form = "--B0\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"
                + "--B0\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.gif\"\r\n"
                + "Content-Type: image/gif\r\n\r\nGIF\r\n--B0--\r\n";

        var answer = client.exchange(
                "POST", phone + "/media", "multipart/form-data; boundary=B0", BodyPublishers.ofString(form));

        assertThat(answer.code()).isEqualTo(100);
        assertThat(answer.details()).contains("image/gif", "image/jpeg");
    }

    @Test
    void aCustomersFileComesAsAWebhook() throws IOException {
        try (Inbox inbox = new Inbox()) {
            simulator.webhooksTo(inbox.url());

            String id = simulator.customerSendsFile("+14155551234", "image", "image/png", new byte[] {1, 2});
            simulator.awaitQuiet(Simulators.SOON);

            JsonNode message = inbox.messages().get(0);
            assertThat(message.path("type").asText()).isEqualTo("image");
            assertThat(message.at("/image/id").asText()).isEqualTo(id);
            assertThat(message.at("/image/sha256").asText()).hasSize(64);
        }
    }

    private Client.Answer delete(String path) throws IOException {
        return client.exchange("DELETE", path, "text/plain", BodyPublishers.noBody());
    }
}
