package dev.wakit.samples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.samples.server.setting.ServerSettings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignServerTest {

    @Test
    void namesThePortThatIsTaken(@TempDir Path folder) {
        try (var first = RunningServer.in(folder)) {
            String port = String.valueOf(first.server().url().getPort());
            var settings = ServerSettings.from(
                    Map.of("PORT", port, "WAKIT_DB", folder.resolve("other.db").toString()));

            assertThatThrownBy(() -> CampaignServer.start(settings))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Port " + port)
                    .hasMessageContaining("PORT");
        }
    }

    @Test
    void keepsItsCampaignsOverARestart(@TempDir Path folder) {
        String id;
        try (var first = RunningServer.in(folder)) {
            id = first.create("Kept", false, "+919876543210");
        }
        try (var second = RunningServer.in(folder)) {
            assertThat(second.json("/api/campaigns/" + id).path("name").asText())
                    .isEqualTo("Kept");
        }
    }

    @Test
    void saysWhetherWebhooksCanCome(@TempDir Path folder) {
        try (var server = RunningServer.in(folder)) {
            assertThat(server.server().webhookStates())
                    .containsExactly("Provider 'meta': The app is subscribed to the webhooks of the account.");

            server.server().simulator().orElseThrow().outage(true);
            assertThat(server.server().webhookStates())
                    .singleElement()
                    .asString()
                    .startsWith("Provider 'meta': Whether the app is subscribed");
        }
    }

    @Test
    void showsTemplatesLanesAndSettings(@TempDir Path folder) {
        try (var server = RunningServer.in(folder)) {
            JsonNode templates = server.json("/api/templates").path("templates");

            assertThat(templates)
                    .extracting(template -> template.path("name").asText())
                    .contains("summer_sale", "order_update");
            assertThat(server.json("/api/lanes").path("lanes").isArray()).isTrue();
            assertThat(server.json("/api/settings").path("simulator").asBoolean())
                    .isTrue();
            assertThat(server.json("/api/health").path("status").asText()).isEqualTo("up");
        }
    }
}
