package dev.wakit.testkit.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the edges of catalogs answer, refusals included. */
class CatalogTest {

    private static final String FIELDS =
            "\"title\":\"Mug\",\"description\":\"A mug.\",\"availability\":\"in stock\",\"condition\":\"new\","
                    + "\"price\":\"10.00 USD\",\"link\":\"https://shop.example/m\",\"image_link\":\"https://shop.example/m.png\","
                    + "\"brand\":\"WaKit\"";

    private final MetaSimulator simulator = Simulators.quick().start();
    private final Client client = new Client(simulator);
    private final SimulatedCatalogs catalogs = simulator.catalogs();
    private final String mugs = catalogs.connect("Mugs");
    private final String catalog = "/v25.0/" + mugs;

    CatalogTest() {
        catalogs.batchTime(Duration.ZERO, Duration.ZERO);
        catalogs.reviewTime(Duration.ZERO);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void everyEdgeAsksForTheToken() throws IOException {
        var stranger = new Client(simulator).withToken("EAAwrong");

        assertThat(stranger.get(catalog + "/products").code()).isEqualTo(190);
        assertThat(stranger.post(catalog + "/items_batch", batch(upsert("a"))).code())
                .isEqualTo(190);
        assertThat(catalogs.products(mugs)).isEmpty();
    }

    @Test
    void anOutageIsOfCatalogsToo() throws IOException {
        simulator.outage(true);

        assertThat(client.post(catalog + "/items_batch", batch(upsert("a"))).status())
                .isEqualTo(503);
        assertThat(catalogs.batches(mugs)).isEmpty();
    }

    @Test
    void anUnknownCatalogOrEdgeIsAnUnknownObject() throws IOException {
        assertThat(client.get("/v25.0/4711/products").code()).isEqualTo(100);
        assertThat(client.get(catalog + "/nonsense").code()).isEqualTo(100);
        assertThat(client.post(catalog + "/products", "{}").code()).isEqualTo(100);
        assertThat(client.get(catalog).json().path("name").asText()).isEqualTo("Mugs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"requests\":[]} | item_type",
                "{\"item_type\":\"HOTEL\",\"requests\":[]} | item_type",
                "{\"item_type\":\"PRODUCT_ITEM\"} | requests",
                "{\"item_type\":\"PRODUCT_ITEM\",\"requests\":[]} | requests",
                "{\"item_type\":\"PRODUCT_ITEM\",\"requests\":[{\"method\":\"MERGE\",\"data\":{}}]} | method",
                "{\"item_type\":\"PRODUCT_ITEM\",\"requests\":[{\"method\":\"UPDATE\"}]} | data",
            })
    void aBatchThatIsNoneIsRefused(String body, String named) throws IOException {
        var answer = client.post(catalog + "/items_batch", body);

        assertThat(answer.code()).isEqualTo(100);
        assertThat(answer.details()).contains(named);
        assertThat(catalogs.batches(mugs)).isEmpty();
    }

    @Test
    void aBatchHasAtMost5000Changes() throws IOException {
        String changes = IntStream.range(0, 5_001)
                .mapToObj(i -> "{\"method\":\"DELETE\",\"data\":{\"id\":\"" + i + "\"}}")
                .collect(Collectors.joining(","));

        assertThat(client.post(catalog + "/items_batch", batch(changes)).code()).isEqualTo(100);
    }

    @Test
    void aBatchHasAtMost28Megabytes() throws IOException {
        String large =
                "{\"method\":\"UPDATE\",\"data\":{\"id\":\"a\",\"title\":\"" + "x".repeat(28 * 1024 * 1024) + "\"}}";

        var answer = client.post(catalog + "/items_batch", batch(large));

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.body()).contains("Please reduce the amount of data");
    }

    @Test
    void aChangeWithoutAnIdIsToldAtOnce() throws IOException {
        JsonNode answer = client.post(
                        catalog + "/items_batch",
                        batch("{\"method\":\"UPDATE\",\"data\":{" + FIELDS + "}}," + upsert("a")))
                .json();

        assertThat(answer.path("handles")).hasSize(1);
        assertThat(answer.path("validation_status")).hasSize(1);
        assertThat(catalogs.products(mugs))
                .extracting(SimulatedProduct::retailerId)
                .containsExactly("a");
    }

    @Test
    void idsOfFailedChangesComeOnlyWhenAskedFor() throws IOException {
        String handle = take(upsert("a-sim_invalid"));
        String status = catalog + "/check_batch_request_status?handle=" + handle;

        assertThat(client.get(status).json().at("/data/0/ids_of_invalid_requests"))
                .isEmpty();
        assertThat(client.get(status + "&load_ids_of_invalid_requests=true")
                        .json()
                        .at("/data/0/ids_of_invalid_requests/0")
                        .asText())
                .isEqualTo("a-sim_invalid");
        assertThat(client.get(catalog + "/check_batch_request_status").details())
                .contains("handle");
    }

    @Test
    void productsHaveTheFieldsThatAreAskedFor() throws IOException {
        take(upsert("a"));

        JsonNode product = client.get(catalog + "/products?fields=price,sale_price,capability_to_review_status")
                .json()
                .at("/data/0");

        assertThat(product.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "price", "capability_to_review_status");
        assertThat(product.path("price").asText()).isEqualTo("$10.00");
        assertThat(product.at("/capability_to_review_status/0/value").asText()).isEqualTo("APPROVED");
        assertThat(client.get(catalog + "/products?filter=%7B%22price%22%3A1%7D")
                        .code())
                .isEqualTo(100);
        assertThat(client.get(catalog + "/products?after=nonsense").code()).isEqualTo(100);
        assertThat(client.get(catalog + "/products?limit=many").code()).isEqualTo(100);
    }

    @Test
    void wordsMeanNothingWithoutMagic() throws IOException {
        try (MetaSimulator plain = Simulators.quick().magicNumbers(false).start()) {
            String id = plain.catalogs().connect("Plain");
            plain.catalogs().batchTime(Duration.ZERO, Duration.ZERO);

            var answer = new Client(plain)
                    .post("/v25.0/" + id + "/items_batch", batch(upsert("a-sim_invalid") + "," + upsert("a-sim_lost")));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(plain.catalogs().products(id)).hasSize(2);
        }
    }

    @Test
    void anAccountHasOneCatalog() throws IOException {
        String waba = "/v25.0/" + simulator.wabaId() + "/product_catalogs";
        String other = catalogs.create("Other");

        assertThat(client.post(waba, "{\"catalog_id\":\"" + other + "\"}").code())
                .isEqualTo(100);
        assertThat(client.post(waba, "{\"catalog_id\":\"" + mugs + "\"}").status())
                .isEqualTo(200);
        assertThat(client.post(waba, "{\"catalog_id\":\"4711\"}").code()).isEqualTo(100);
        assertThat(client.get(waba).json().path("data")).hasSize(1);
        assertThat(client.post("/v25.0/" + simulator.portfolioId() + "/owned_product_catalogs", "{}")
                        .details())
                .contains("name");
    }

    @Test
    void aFinishedBatchIsToldByAWebhookOfTheCatalogIfTheAppSubscribed() throws IOException {
        try (Inbox inbox = new Inbox()) {
            simulator.webhooksTo(inbox.url());
            take(upsert("untold"));
            catalogs.batchWebhooks(true);
            catalogs.batchTime(Duration.ofMillis(5), Duration.ofMillis(5));

            String handle = take(upsert("told"));
            Simulators.await(() -> !inbox.received().isEmpty());
            simulator.awaitQuiet(Simulators.SOON);

            assertThat(inbox.received()).hasSize(1);
            JsonNode body = inbox.received().get(0).json();
            assertThat(body.path("object").asText()).isEqualTo("catalog");
            assertThat(body.at("/entry/0/id").asText()).isEqualTo(mugs);
            assertThat(body.at("/entry/0/changes/0/field").asText()).isEqualTo("items_batch");
            assertThat(body.at("/entry/0/changes/0/value/handle").asText()).isEqualTo(handle);
        }
    }

    @Test
    void webhooksOfCatalogsAndOfAccountsTravelApart() throws IOException {
        try (MetaSimulator batching = Simulators.quick()
                        .webhookBatches(100, Duration.ofMillis(200))
                        .start();
                Inbox inbox = new Inbox()) {
            batching.webhooksTo(inbox.url());

            batching.customerWrites("+14155551234", "Hello");
            batching.emit(SimulatedWebhook.catalogBatch("17", "h", "finished"));
            batching.customerWrites("+14155551234", "Hello?");
            batching.awaitQuiet(Simulators.SOON);

            assertThat(inbox.received().stream()
                            .map(it -> it.json().path("object").asText())
                            .distinct())
                    .containsExactlyInAnyOrder("whatsapp_business_account", "catalog");
            assertThat(inbox.received())
                    .filteredOn(it -> it.json().path("object").asText().equals("catalog"))
                    .singleElement()
                    .satisfies(it -> assertThat(it.json().path("entry")).hasSize(1));
        }
    }

    @Test
    void whatATestNamesMustBeThere() {
        assertThatThrownBy(() -> catalogs.products("4711")).hasMessageContaining("4711");
        assertThatThrownBy(() -> catalogs.edit(mugs, "nobody", Map.of())).hasMessageContaining("nobody");
        assertThatThrownBy(() -> catalogs.finish("nonsense")).hasMessageContaining("nonsense");
        assertThatThrownBy(() -> catalogs.loseAnswers(2)).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> catalogs.addSet("4711", "Summer", List.of())).hasMessageContaining("4711");
    }

    @Test
    void everyMagicWordIsDocumented() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "simulator.md"));

        assertThat(MagicItem.values()).allSatisfy(item -> {
            String word = item == MagicItem.ORDINARY ? "" : "`" + item.word() + "`";
            assertThat(page).contains("| " + word + " | `" + item + "` | " + item.summary() + " |");
            assertThat(MagicItem.of("mug-" + item.word() + "-1")).isEqualTo(item);
        });
    }

    private String take(String changes) throws IOException {
        return client.post(catalog + "/items_batch", batch(changes))
                .json()
                .at("/handles/0")
                .asText();
    }

    private static String batch(String changes) {
        return "{\"item_type\":\"PRODUCT_ITEM\",\"requests\":[" + changes + "]}";
    }

    private static String upsert(String id) {
        return "{\"method\":\"UPDATE\",\"data\":{\"id\":\"" + id + "\"," + FIELDS + "}}";
    }
}
