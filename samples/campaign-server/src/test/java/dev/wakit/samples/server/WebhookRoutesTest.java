package dev.wakit.samples.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.testkit.meta.MetaSimulator;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookRoutesTest {

    private static final String UNKNOWN_EVENT = "{\"object\":\"whatsapp_business_account\",\"entry\":[]}";

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = RunningServer.in(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void answersTheHandshakeOfItsOwnTokenOnly() {
        String query = "/webhooks/meta?hub.mode=subscribe&hub.challenge=12345&hub.verify_token=";

        HttpResponse<String> own = server.get(query + simulator().verifyToken());

        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.body()).isEqualTo("12345");
        assertThat(own.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(server.get(query + "guessed").statusCode()).isEqualTo(403);
    }

    @Test
    void refusesABadSignatureAndStoresNothing() throws SQLException {
        long before = stored();

        HttpResponse<String> forged = post(UNKNOWN_EVENT.getBytes(StandardCharsets.UTF_8), "sha256=" + "0".repeat(64));
        HttpResponse<String> unsigned = post(UNKNOWN_EVENT.getBytes(StandardCharsets.UTF_8), "");

        assertThat(forged.statusCode()).isEqualTo(401);
        assertThat(unsigned.statusCode()).isEqualTo(401);
        assertThat(forged.body()).isEmpty();
        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhooks/twilio", "/webhooks/No-Name", "/webhooks/"})
    void knowsNoOtherProvider(String path) {
        assertThat(server.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void takesTheLargestBodyThatMetaSends() throws Exception {
        long before = stored();
        byte[] body = UNKNOWN_EVENT
                .replace("[]", "[{\"id\":\"" + "x".repeat(3_100_000) + "\",\"changes\":[]}]")
                .getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> answer = post(body, signature(body));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(stored()).isEqualTo(before + 1);
    }

    @Test
    void refusesABodyThatIsLargerStill() throws Exception {
        byte[] body = new byte[4 * 1024 * 1024 + 1];

        assertThat(post(body, signature(body)).statusCode()).isEqualTo(413);
    }

    private static MetaSimulator simulator() {
        return server.server().simulator().orElseThrow();
    }

    private static String signature(byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(simulator().appSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    }

    private static HttpResponse<String> post(byte[] body, String signature) {
        return server.send(server.request("/webhooks/meta")
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", signature)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private static long stored() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + server.database());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM wa_inbox")) {
            return rows.getLong(1);
        }
    }
}
