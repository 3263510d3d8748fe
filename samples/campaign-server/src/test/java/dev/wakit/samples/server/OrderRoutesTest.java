package dev.wakit.samples.server;

import static dev.wakit.samples.server.RunningServer.error;
import static dev.wakit.samples.server.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.meta.CustomerMessage;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A customer's cart comes by webhook and is worked on over REST. */
class OrderRoutesTest {

    private static RunningServer server;
    private static ShopStage shop;
    private static String meta;
    private static JsonNode mug;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = RunningServer.in(folder);
        shop = ShopStage.open(server, "Mugs");
        mug = shop.sell("mug", "12.50");
        shop.receive(mug, 10);
        meta = shop.link();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Has a customer send a cart, and returns the order that it becomes. */
    private static JsonNode ordered(String from, String product, int quantity) {
        server.server()
                .simulator()
                .orElseThrow()
                .customerSends(from, CustomerMessage.order(meta, product, quantity, new BigDecimal("12.50"), "USD"));
        return ShopStage.await("order", () -> {
            for (JsonNode order : server.json("/api/orders").path("orders")) {
                if (order.path("contact").asText().endsWith(from.substring(from.length() - 4))) {
                    return order;
                }
            }
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        });
    }

    private static String path(JsonNode order) {
        return "/api/orders/" + order.path("id").asText();
    }

    private static HttpResponse<String> move(JsonNode order, String status) {
        return server.post(path(order) + "/status", "{\"status\": \"" + status + "\", \"by\": \"Meera\"}");
    }

    @Test
    void anOrderIsConfirmedPartlyShippedShippedPaidAndCompleted() {
        JsonNode order = ordered("+14155551001", "mug", 3);
        assertThat(order.path("number").asText()).matches("ORD-20[0-9]{2}-[0-9]{6}");
        assertThat(order.path("status").asText()).isEqualTo("PENDING");
        assertThat(order.at("/totals/total").asText()).isEqualTo("37.50 USD");
        assertThat(order.path("contact").asText()).doesNotContain("415555").endsWith("1001");
        assertThat(order.path("actions").toString()).isEqualTo("[\"confirm\",\"pay\",\"cancel\"]");

        assertThat(json(move(order, "CONFIRMED")).at("/order/status").asText()).isEqualTo("CONFIRMED");
        JsonNode partly = json(server.post(path(order) + "/fulfil", """
                        {"quantities": {"1": 2}, "carrier": "DHL", "trackingNumber": "X1", "by": "Meera"}""")).path("order");
        assertThat(partly.path("fulfilment").asText()).isEqualTo("PARTIALLY_FULFILLED");
        assertThat(partly.path("status").asText()).isEqualTo("PROCESSING");
        assertThat(partly.at("/lines/0/open").asInt()).isEqualTo(1);
        assertThat(partly.at("/shipments/0/carrier").asText()).isEqualTo("DHL");

        HttpResponse<String> early = move(order, "COMPLETED");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(error(early, "code")).isEqualTo("wrong_state");
        HttpResponse<String> cancelled =
                server.post(path(order) + "/status", "{\"status\": \"CANCELLED\", \"reason\": \"changed their mind\"}");
        assertThat(cancelled.statusCode()).isEqualTo(409);

        assertThat(json(server.post(path(order) + "/fulfil", "{}"))
                        .at("/order/fulfilment")
                        .asText())
                .isEqualTo("FULFILLED");
        assertThat(json(server.post(
                                path(order) + "/payments", "{\"amount\": \"37.50\", \"reference\": \"transfer-1\"}"))
                        .at("/order/payment")
                        .asText())
                .isEqualTo("PAID");
        JsonNode done = json(move(order, "COMPLETED"));

        assertThat(done.at("/order/status").asText()).isEqualTo("COMPLETED");
        assertThat(done.at("/order/actions")).isEmpty();
        assertThat(done.path("history").findValuesAsText("kind"))
                .containsExactly("PLACED", "CONFIRMED", "STARTED", "SHIPPED", "SHIPPED", "PAYMENT", "COMPLETED");
        assertThat(done.path("history").findValuesAsText("actor")).contains("whatsapp", "Meera", "api");
        assertThat(server.json("/api/orders?status=COMPLETED&payment=PAID")
                        .path("orders")
                        .findValuesAsText("number"))
                .contains(order.path("number").asText());
        assertThat(server.json("/api/orders?status=PENDING").path("orders").findValuesAsText("number"))
                .doesNotContain(order.path("number").asText());
    }

    @Test
    void whatIsDoneTwiceUnderOneKeyHappensOnce() {
        JsonNode order = ordered("+14155551002", "mug", 2);
        move(order, "CONFIRMED");

        for (int i = 0; i < 2; i++) {
            HttpResponse<String> shipped = server.send(server.request(path(order) + "/fulfil")
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", "ship-1")
                    .POST(BodyPublishers.ofString("{\"quantities\": {\"1\": 1}}")));
            assertThat(shipped.statusCode()).isEqualTo(200);
        }

        assertThat(server.json(path(order)).at("/order/lines/0/fulfilled").asInt())
                .isEqualTo(1);
    }

    @Test
    void nothingIsDecidedOverSomebodyElsesChange() {
        JsonNode order = ordered("+14155551003", "mug", 1);
        move(order, "CONFIRMED");

        HttpResponse<String> late = server.post(
                path(order) + "/status",
                "{\"status\": \"CANCELLED\", \"reason\": \"no stock\", \"version\": " + order.path("version") + "}");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(error(late, "code")).isEqualTo("stale_version");
        assertThat(server.json(path(order)).at("/order/status").asText()).isEqualTo("CONFIRMED");
    }

    @Test
    void anOrderOfSomethingUnknownWaitsUntilAPersonSettlesIt() {
        JsonNode order = ordered("+14155551004", "nobody-knows-it", 1);
        assertThat(order.at("/lines/0/flag").asText()).isEqualTo("UNKNOWN_ITEM");
        assertThat(order.path("actions").toString()).contains("resolve").doesNotContain("confirm");
        assertThat(move(order, "CONFIRMED").statusCode()).isEqualTo(409);

        JsonNode settled = json(server.post(path(order) + "/resolve", """
                        {"line": 1, "catalog": "%s", "retailerId": "mug", "quantity": 1, "unitPrice": "11.00"}
                        """.formatted(shop.catalog)))
                .path("order");

        assertThat(settled.at("/lines/0/title").asText()).isEqualTo("Mug mug");
        assertThat(settled.at("/totals/total").asText()).isEqualTo("11.00 USD");
        assertThat(move(order, "CONFIRMED").statusCode()).isEqualTo(200);
    }

    @Test
    void anAccountShowsOneCatalogOnly() {
        ShopStage second = ShopStage.open(server, "Second");

        HttpResponse<String> refused = server.post("/api/catalogs/" + second.catalog + "/link", "{}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(error(refused, "code")).isEqualTo("account_has_catalog");
        assertThat(error(refused, "message")).contains(meta);
        assertThat(server.post("/api/catalogs/" + second.catalog + "/link", "{\"provider\": \"nobody\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.json("/api/catalogs/" + second.catalog)
                        .at("/catalog/status")
                        .asText())
                .isEqualTo("DRAFT");
    }

    @Test
    void moreThanThereIsCannotBeConfirmed() {
        JsonNode order = ordered("+14155551005", "mug", 90);

        HttpResponse<String> refused = move(order, "CONFIRMED");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(error(refused, "code")).isEqualTo("out_of_stock");
    }

    @Test
    void wrongRequestsAreToldWhy() {
        JsonNode order = ordered("+14155551006", "mug", 1);

        HttpResponse<String> nowhere = move(order, "REFUNDED");
        assertThat(nowhere.statusCode()).isEqualTo(400);
        assertThat(error(nowhere, "message")).contains("'REFUNDED'", "CONFIRMED, PROCESSING, COMPLETED or CANCELLED");
        HttpResponse<String> unreasoned = move(order, "CANCELLED");
        assertThat(unreasoned.statusCode()).isEqualTo(400);
        assertThat(error(unreasoned, "message")).contains("'reason'");
        move(order, "CONFIRMED");
        HttpResponse<String> line = server.post(path(order) + "/fulfil", "{\"quantities\": {\"first\": 1}}");
        assertThat(line.statusCode()).isEqualTo(400);
        assertThat(error(line, "message")).contains("'quantities.first'");
        HttpResponse<String> tooMany = server.post(path(order) + "/fulfil", "{\"quantities\": {\"1\": 2}}");
        assertThat(tooMany.statusCode()).isEqualTo(422);
        assertThat(error(tooMany, "code")).isEqualTo("invalid_order");
        assertThat(server.get("/api/orders/0HQ5W3K7T1ZXC").statusCode()).isEqualTo(404);
    }
}
