package dev.wakit.samples.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.samples.server.CampaignServer;
import dev.wakit.samples.server.setting.ServerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoShopTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void opensAShopOnceAndACustomerOrders(@TempDir Path folder) throws Exception {
        Map<String, String> environment =
                Map.of("PORT", "0", "WAKIT_DB", folder.resolve("demo.db").toString());
        try (CampaignServer server = CampaignServer.start(ServerSettings.from(environment))) {
            var http = new DemoHttp(server.url());
            var shop = new DemoShop(
                    http, new DemoHttp(server.simulator().orElseThrow().baseUrl()));

            shop.open();
            shop.open();

            JsonNode order = order(http);
            assertThat(order.at("/totals/total").asText()).isEqualTo("4597.00 INR");
            assertThat(order.path("lines").findValuesAsText("flag")).isEmpty();
            assertThat(order.path("note").asText()).isEqualTo("Please gift-wrap the hat");
            JsonNode catalogs = http.get("/api/catalogs").path("catalogs");
            assertThat(catalogs).hasSize(1);
            JsonNode products = http.get("/api/catalogs/" + catalogs.at("/0/id").asText() + "/products")
                    .path("products");
            assertThat(products.findValuesAsText("retailerId"))
                    .containsExactly("shirt-s", "shirt-m", "shirt-l", "hat", "bag", "towel", "sandals");
        }
    }

    private static JsonNode order(DemoHttp http) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode orders = http.get("/api/orders").path("orders");
        while (orders.isEmpty() && System.nanoTime() - deadline < 0) {
            orders = http.get("/api/orders").path("orders");
        }
        assertThat(orders).hasSize(1);
        return orders.get(0);
    }
}
