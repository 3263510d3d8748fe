package dev.wakit.samples.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** A small catalog, mirrored to the simulator, and a customer who sends a cart. */
final class DemoShop {

    private static final String PRODUCTS = "/demo/products.csv";
    private static final String CUSTOMER = "919876543211";
    private static final List<String> COUNTED = List.of("shirt-s", "shirt-m", "shirt-l", "hat", "sandals");
    private static final int PIECES = 20;

    private final DemoHttp server;
    private final DemoHttp simulator;

    DemoShop(DemoHttp server, DemoHttp simulator) {
        this.server = server;
        this.simulator = simulator;
    }

    /** Opens the shop, unless it was kept from an earlier demo, and has the customer order. */
    void open() throws IOException {
        JsonNode known = server.get("/api/catalogs").path("catalogs");
        if (known.isEmpty()) {
            order(fill());
        }
    }

    /** Returns Meta's number of the catalog. */
    private String fill() throws IOException {
        String catalog = server.postJson("/api/catalogs", "{\"name\": \"Summer\", \"currency\": \"INR\"}")
                .at("/catalog/id")
                .asText();
        try (InputStream file = Objects.requireNonNull(DemoShop.class.getResourceAsStream(PRODUCTS))) {
            server.postFile("/api/catalogs/" + catalog + "/import", "products.csv", file.readAllBytes());
        }
        for (JsonNode product :
                server.get("/api/catalogs/" + catalog + "/products").path("products")) {
            for (JsonNode variant : product.path("variants")) {
                if (COUNTED.contains(variant.path("retailerId").asText())) {
                    receive(product, variant);
                }
            }
        }
        return server.postJson("/api/catalogs/" + catalog + "/link", "{}")
                .at("/catalog/metaCatalog")
                .asText();
    }

    private void receive(JsonNode product, JsonNode variant) throws IOException {
        server.postJson("/api/products/" + product.path("id").asText() + "/stock", """
                {"retailerId": %s, "kind": "RECEIVED", "quantity": %d, "reference": "opening stock"}
                """.formatted(
                        DemoHttp.quoted(variant.path("retailerId").asText()), PIECES));
    }

    private void order(String metaCatalog) throws IOException {
        simulator.postJson("/_simulator/inbound", """
                {"from": "%s", "message": {"type": "order", "order": {"catalog_id": "%s", "text": "Please gift-wrap the hat",
                "product_items": [
                {"product_retailer_id": "shirt-m", "quantity": 2, "item_price": 1899, "currency": "INR"},
                {"product_retailer_id": "hat", "quantity": 1, "item_price": 799, "currency": "INR"}]}}}
                """.formatted(CUSTOMER, metaCatalog));
    }
}
