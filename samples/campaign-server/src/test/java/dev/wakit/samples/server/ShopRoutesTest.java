package dev.wakit.samples.server;

import static dev.wakit.samples.server.RunningServer.error;
import static dev.wakit.samples.server.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopRoutesTest {

    private static final String TO = "+919876543211";

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
    void anImportTellsEveryRowThatWasNotTakenAndAnExportComesBackUnchanged() {
        ShopStage shop = ShopStage.open(server, "Files");

        JsonNode report = json(shop.upload("mugs.csv", """
                sku,name,price,url,image,brand
                mug,Mug,12.50,https://shop.example/m,https://shop.example/m.jpg,Acme
                cup,Cup,"8,50",https://shop.example/c,https://shop.example/c.jpg,Acme
                """));

        assertThat(report.path("rows").asInt()).isEqualTo(2);
        assertThat(report.path("added").asInt()).isEqualTo(1);
        assertThat(report.path("rejected").asInt()).isEqualTo(1);
        assertThat(report.at("/problems/0/line").asInt()).isEqualTo(3);
        assertThat(report.at("/problems/0/column").asText()).isEqualTo("price");
        assertThat(report.at("/problems/0/fix").asText()).isNotEmpty();
        assertThat(shop.products()).hasSize(1);
        assertThat(shop.products().at("/0/variants/0/price").asText()).isEqualTo("12.50 USD");

        String exported =
                server.get("/api/catalogs/" + shop.catalog + "/export").body();
        assertThat(exported).startsWith("id,title,");
        assertThat(json(shop.upload("again.csv", exported)).path("unchanged").asInt())
                .isEqualTo(1);
        assertThat(server.get("/api/catalogs/" + shop.catalog + "/export?format=tsv&style=simple")
                        .body())
                .startsWith("sku\tname\t");
        assertThat(server.get("/api/catalogs/" + shop.catalog + "/export?format=xml")
                        .body())
                .contains("<g:id>mug</g:id>");
    }

    @Test
    void aProductIsChangedByTheVersionThatWasReadAndTakenOutOfSale() {
        ShopStage shop = ShopStage.open(server, "Changes");
        JsonNode mug = shop.sell("mug", "12.50");
        String path = "/api/products/" + mug.path("id").asText();
        String cheaper = ShopStage.product("mug", "9.99").replaceFirst("\\{", "{\"version\": 1, ");

        assertThat(json(server.put(path, cheaper))
                        .at("/product/variants/0/price")
                        .asText())
                .isEqualTo("9.99 USD");
        HttpResponse<String> late = server.put(path, cheaper);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(error(late, "code")).isEqualTo("stale_version");

        server.post(path + "/status", "{\"status\": \"archived\"}");
        assertThat(shop.products()).isEmpty();
        assertThat(server.json("/api/catalogs/" + shop.catalog + "/products?status=ARCHIVED")
                        .at("/products/0/id"))
                .isEqualTo(mug.path("id"));
    }

    @Test
    void productsAreFoundByTheirWordsAndReadPageByPage() {
        ShopStage shop = ShopStage.open(server, "Pages");
        shop.sell("red-mug", "1.00");
        shop.sell("blue-mug", "1.00");
        shop.sell("blue-cup", "1.00");

        JsonNode first = server.json("/api/catalogs/" + shop.catalog + "/products?search=blue&limit=1");
        JsonNode second = server.json("/api/catalogs/" + shop.catalog + "/products?search=blue&limit=1&after="
                + first.path("next").asText());

        assertThat(first.at("/products/0/variants/0/retailerId").asText()).isEqualTo("blue-mug");
        assertThat(second.at("/products/0/variants/0/retailerId").asText()).isEqualTo("blue-cup");
    }

    @Test
    void stockIsCountedOnceForEachKeyAndDecidesAboutAvailability() {
        ShopStage shop = ShopStage.open(server, "Stock");
        JsonNode mug = shop.sell("mug", "12.50");
        assertThat(mug.at("/variants/0/stock").isMissingNode()).isTrue();
        String path = "/api/products/" + mug.path("id").asText() + "/stock";
        for (int i = 0; i < 2; i++) {
            server.send(server.request(path)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", "delivery-17")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                            "{\"retailerId\": \"mug\", \"kind\": \"RECEIVED\", \"quantity\": 3}")));
        }

        JsonNode some = shop.products().at("/0/variants/0");
        server.post(path, "{\"retailerId\": \"mug\", \"kind\": \"LOST\", \"quantity\": -3}");
        HttpResponse<String> more =
                server.post(path, "{\"retailerId\": \"mug\", \"kind\": \"LOST\", \"quantity\": -1}");

        assertThat(some.at("/stock/available").asInt()).isEqualTo(3);
        assertThat(some.path("availability").asText()).isEqualTo("in stock");
        assertThat(shop.products().at("/0/variants/0/availability").asText()).isEqualTo("out of stock");
        assertThat(more.statusCode()).isEqualTo(409);
        assertThat(error(more, "code")).isEqualTo("out_of_stock");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"name\": \"X\"} | 400 | 'currency' is missing",
                "{\"name\": \"X\", \"currency\": \"dollars\"} | 400 | 'currency' cannot be used",
                "{\"name\": \"X\", \"colour\": \"red\"} | 400 | There is no field 'colour'",
                "{\"name\": \" \", \"currency\": \"USD\"} | 400 | 'name' is missing"
            })
    void aCatalogThatCannotBeMadeIsToldWhy(String body, int status, String message) {
        HttpResponse<String> answer = server.post("/api/catalogs", body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(error(answer, "message")).contains(message);
    }

    @Test
    void brokenRulesOfAProductAreToldAtOnce() {
        ShopStage shop = ShopStage.open(server, "Rules");

        HttpResponse<String> answer = server.post("/api/catalogs/" + shop.catalog + "/products", """
                {"title": "Mug", "description": "A mug.", "link": "https://shop.example/1",
                "variants": [{"retailerId": "m", "price": "1.00", "image": "ftp://shop.example/1.jpg"}]}""");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(error(answer, "code")).isEqualTo("invalid_product");
        assertThat(error(answer, "message")).contains("image_link", "brand");
    }

    @Test
    void whatIsNotThereIsNotFoundAndWhatIsNotLinkedIsNotSent() {
        ShopStage shop = ShopStage.open(server, "Unlinked");

        assertThat(server.get("/api/catalogs/nothing").statusCode()).isEqualTo(404);
        assertThat(server.get("/api/catalogs/0HQ5W3K7T1ZXC").statusCode()).isEqualTo(404);
        assertThat(server.get("/api/products/0HQ5W3K7T1ZXC").statusCode()).isEqualTo(404);
        HttpResponse<String> sync = server.post("/api/catalogs/" + shop.catalog + "/sync", "{}");
        assertThat(sync.statusCode()).isEqualTo(409);
        assertThat(error(sync, "code")).isEqualTo("not_linked");
        HttpResponse<String> sent = send("/api/send-product", shop, "\"product\": \"mug\"");
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(error(sent, "message")).contains("linked to no catalog of Meta");
    }

    private static HttpResponse<String> send(String path, ShopStage shop, String rest) {
        return server.post(path, "{\"to\": \"" + TO + "\", \"catalog\": \"" + shop.catalog + "\", " + rest + "}");
    }

    @Test
    void approvedProductsAreMirroredAndSentAndOthersAreLeftOutWithTheReason() {
        ShopStage shop = ShopStage.open(server, "Mirrored");
        shop.sell("mug", "12.50");
        JsonNode cup = shop.sell("cup", "8.50");
        shop.link();
        HttpResponse<String> early = send("/api/send-product", shop, "\"product\": \"mug\"");
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(error(early, "code")).isEqualTo("nothing_to_send");
        assertThat(error(early, "message")).contains("Meta's review is NOT_SUBMITTED");

        ShopStage.await("approved products", () -> {
            server.post("/api/catalogs/" + shop.catalog + "/sync", "{}");
            JsonNode products = shop.products();
            return isApproved(products.path(0)) && isApproved(products.path(1)) ? products : MissingNode.getInstance();
        });
        shop.receive(cup, 1);
        server.post("/api/products/" + cup.path("id").asText() + "/stock", """
                {"retailerId": "cup", "kind": "LOST", "quantity": -1}""");

        HttpResponse<String> one = send("/api/send-product", shop, "\"product\": \"mug\", \"body\": \"Look\"");
        HttpResponse<String> list = send("/api/send-product-list", shop, """
                "header": "New in", "body": "Look", "sections": [{"title": "All", "products": ["cup", "mug"]}]""");

        assertThat(one.statusCode()).isEqualTo(202);
        assertThat(json(one).path("leftOut")).isEmpty();
        assertThat(list.statusCode()).isEqualTo(202);
        assertThat(json(list).at("/leftOut/0/retailerId").asText()).isEqualTo("cup");
        assertThat(json(list).at("/leftOut/0/reason").asText()).isEqualTo("OUT_OF_STOCK");
        server.awaitMessage("/api/messages/" + json(one).path("id").asText(), "READ");
        server.awaitMessage("/api/messages/" + json(list).path("id").asText(), "READ");
        assertThat(shop.products().at("/0/variants/0/stats/shown").asInt()).isEqualTo(2);
        assertThat(shop.products().at("/1/variants/0/stats/shown").asInt()).isZero();
    }

    private static boolean isApproved(JsonNode product) {
        return product.at("/variants/0/review").asText().equals("APPROVED");
    }

    @Test
    void aListThatIsTooLongIsRefusedWithItsLimit() {
        ShopStage shop = ShopStage.open(server, "Long");
        String products = IntStream.range(0, 31).mapToObj(i -> "\"p" + i + "\"").collect(Collectors.joining(","));

        HttpResponse<String> answer = send(
                "/api/send-product-list",
                shop,
                "\"body\": \"Look\", \"header\": \"New\", \"sections\": [{\"title\": \"All\", \"products\": ["
                        + products + "]}]");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(error(answer, "message")).contains("section.product_items must have 1 to 30 elements, but has 31.");
    }
}
