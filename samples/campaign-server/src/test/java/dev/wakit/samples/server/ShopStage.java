package dev.wakit.samples.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;

/** A catalog of a running server. */
final class ShopStage {

    private static final String BOUNDARY = "shop-boundary";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final RunningServer server;
    final String catalog;

    private ShopStage(RunningServer server, String catalog) {
        this.server = server;
        this.catalog = catalog;
    }

    static ShopStage open(RunningServer server, String name) {
        HttpResponse<String> made = server.post("/api/catalogs", "{\"name\": \"" + name + "\", \"currency\": \"USD\"}");
        return new ShopStage(server, RunningServer.json(made).at("/catalog/id").asText());
    }

    /** Links it to a new catalog of the simulator, and returns that one's number. */
    String link() {
        return RunningServer.json(server.post("/api/catalogs/" + catalog + "/link", "{}"))
                .at("/catalog/metaCatalog")
                .asText();
    }

    HttpResponse<String> upload(String name, String file) {
        String form = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + file + "\r\n--" + BOUNDARY + "--\r\n";
        return server.send(server.request("/api/catalogs/" + catalog + "/import")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("X-WaKit-Request", "test")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Adds a product of one variant, and returns it. */
    JsonNode sell(String retailerId, String price) {
        return RunningServer.json(server.post("/api/catalogs/" + catalog + "/products", product(retailerId, price)))
                .path("product");
    }

    static String product(String retailerId, String price) {
        return """
                {"title": "Mug %s", "description": "A good one.", "link": "https://shop.example/%s", "brand": "Acme",
                "variants": [{"retailerId": "%s", "price": "%s", "image": "https://shop.example/1.jpg"}]}
                """.formatted(retailerId, retailerId, retailerId, price);
    }

    JsonNode products() {
        return server.json("/api/catalogs/" + catalog + "/products").path("products");
    }

    /** From now on a product is counted, and there are so many. */
    void receive(JsonNode product, int quantity) {
        server.post("/api/products/" + product.path("id").asText() + "/stock", """
                {"retailerId": "%s", "kind": "RECEIVED", "quantity": %d}
                """.formatted(
                        product.at("/variants/0/retailerId").asText(), quantity));
    }

    /** Asks until something is there, within a deadline. */
    static JsonNode await(String what, Supplier<JsonNode> ask) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - deadline < 0) {
            JsonNode found = ask.get();
            if (!found.isMissingNode() && !found.isNull()) {
                return found;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("There is still no " + what);
    }
}
