package dev.wakit.testkit.meta;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MediaTest {

    private static final String FORM =
            "--B0\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"
                    + "--B0\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nimage/png\r\n"
                    + "--B0\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n"
                    + "Content-Type: image/png\r\n\r\nPNG\r\nbytes\r\n--B0--\r\n";

    private final MetaSimulator simulator = Simulators.quick().start();
    private final Client client = new Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void uploadsDescribesSendsAndDeletesMedia() throws IOException {
        String id = upload(FORM).json().path("id").asText();

        JsonNode described = client.get("/v25.0/" + id).json();
        assertThat(described.path("mime_type").asText()).isEqualTo("image/png");
        assertThat(described.path("file_size").asInt()).isEqualTo("PNG\r\nbytes".length());
        URI url = URI.create(described.path("url").asText());
        assertThat(client.get(url.getPath() + "?" + url.getQuery()).body()).isEqualTo("PNG\r\nbytes");
        assertThat(client.send("\"to\":\"+14155551234\",\"type\":\"image\",\"image\":{\"id\":\"" + id + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(delete(id).json().path("success").asBoolean()).isTrue();
        assertThat(client.get("/v25.0/" + id).code()).isEqualTo(100);
    }

    @Test
    void refusesAnUploadWithoutAFile() throws IOException {
        assertThat(upload(FORM.replace("name=\"file\"", "name=\"other\"")).details())
                .contains("file");
    }

    private Client.Answer upload(String form) throws IOException {
        return client.exchange(
                "POST",
                "/v25.0/" + simulator.phoneNumberId() + "/media",
                "multipart/form-data; boundary=B0",
                BodyPublishers.ofString(form));
    }

    private Client.Answer delete(String id) throws IOException {
        return client.exchange("DELETE", "/v25.0/" + id, "text/plain", BodyPublishers.noBody());
    }
}
