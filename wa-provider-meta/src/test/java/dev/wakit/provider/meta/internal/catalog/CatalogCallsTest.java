package dev.wakit.provider.meta.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.InvalidMessageException;
import dev.wakit.RateLimitedException;
import dev.wakit.RequestRefusedException;
import dev.wakit.address.SenderId;
import dev.wakit.commerce.catalog.BatchState;
import dev.wakit.commerce.catalog.BatchStatus;
import dev.wakit.commerce.catalog.CatalogLimits;
import dev.wakit.commerce.catalog.ItemChange;
import dev.wakit.commerce.catalog.ItemData;
import dev.wakit.commerce.catalog.ProductQuery;
import dev.wakit.commerce.catalog.RemoteProduct;
import dev.wakit.commerce.catalog.ReviewStatus;
import dev.wakit.commerce.catalog.ShopSettings;
import dev.wakit.provider.CatalogGateway;
import dev.wakit.provider.ChangeAnswer;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.provider.meta.Requests;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What calls of catalogs carry, and what their answers become. */
class CatalogCallsTest {

    private static final String CATALOG = "194836987003835";
    private static final ItemData MUG = ItemData.builder()
            .set("title", "Mug \"blue\"")
            .set("price", "10.00 USD")
            .list("additional_image_link", List.of("https://shop.example/a.png", "https://shop.example/b.png"))
            .build();

    private final MockWebServer server = new MockWebServer();
    private MetaProvider provider;
    private CatalogGateway catalogs;

    @BeforeEach
    void start() throws Exception {
        server.start();
        provider = Requests.provider(server).build();
        catalogs = provider.catalog().orElseThrow();
    }

    @AfterEach
    void stop() {
        provider.close();
        server.close();
    }

    @Test
    void writesUpsertsAndDeletionsInOneBatchThatMayCreate() throws Exception {
        answer(200, "{\"handles\":[\"h\"]}");

        catalogs.submit(CATALOG, List.of(ItemChange.upsert("mug/1", MUG), ItemChange.delete("mug-2")));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod() + " " + request.getUrl().encodedPath())
                .isEqualTo("POST /v25.0/" + CATALOG + "/items_batch");
        assertThat(request.getHeaders().get("Content-Type")).startsWith("application/json");
        assertThat(body(request))
                .isEqualTo(json("{\"item_type\":\"PRODUCT_ITEM\",\"allow_upsert\":true,\"requests\":["
                        + "{\"method\":\"UPDATE\",\"data\":{\"id\":\"mug/1\",\"title\":\"Mug \\\"blue\\\"\",\"price\":\"10.00 USD\","
                        + "\"additional_image_link\":[\"https://shop.example/a.png\",\"https://shop.example/b.png\"]}},"
                        + "{\"method\":\"DELETE\",\"data\":{\"id\":\"mug-2\"}}]}"));
    }

    @Test
    void updatesMayNotCreate() throws Exception {
        answer(200, "{\"handles\":[\"h\"]}");

        catalogs.submit(
                CATALOG, List.of(ItemChange.update("mug-1", ItemData.of(Map.of("availability", "out of stock")))));

        assertThat(body(server.takeRequest()).path("allow_upsert").asBoolean(true))
                .isFalse();
    }

    @Test
    void aBatchThatMetaWouldRefuseStaysHere() {
        List<ItemChange> tooMany = IntStream.range(0, 5_001)
                .<ItemChange>mapToObj(i -> ItemChange.delete("sku-" + i))
                .toList();

        assertThatThrownBy(() -> catalogs.submit(CATALOG, tooMany))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("1 to 5,000")
                .hasMessageContaining("5,001");
        assertThat(server.getRequestCount()).isZero();
        assertThat(catalogs.limits()).isEqualTo(new CatalogLimits(5_000, 28_000_000));
    }

    @Test
    void limitsAreConfigurable() {
        try (MetaProvider other = Requests.provider(server)
                .catalogLimits(new CatalogLimits(1, 2_000))
                .build()) {
            assertThatThrownBy(() -> other.catalog()
                            .orElseThrow()
                            .submit(CATALOG, List.of(ItemChange.delete("a"), ItemChange.delete("b"))))
                    .hasMessageContaining("1 to 1");
        }
    }

    @Test
    void whatIsWrittenIsNeverLongerThanWhatWasCounted() {
        var random = new Random(1);
        for (int i = 0; i < 300; i++) {
            String text = random.ints(random.nextInt(60), 0, 0x1F700)
                    .filter(point -> point < 0xD800 || point > 0xDFFF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            ItemData data = ItemData.builder()
                    .set("title", text)
                    .list("additional_image_link", List.of(text, text))
                    .build();
            List<ItemChange> changes =
                    List.of(ItemChange.upsert("a" + text.replaceAll("\\s", ""), data), ItemChange.delete("sku-" + i));
            long counted = changes.stream().mapToLong(ItemChange::bytes).sum();

            assertThat((long) ItemsBatch.json(changes).length).isLessThanOrEqualTo(counted + 128);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 500, 503})
    void anAnswerThatSettlesNothingIsUnknownAndTheBatchIsNotRepeated(int status) {
        answer(status, "<html>");

        ChangeAnswer<?> answer = catalogs.submit(CATALOG, List.of(ItemChange.delete("a")));

        assertThat(answer).isInstanceOf(ChangeAnswer.Unknown.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aConnectionThatBreaksAfterTheRequestIsUnknown() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        assertThat(catalogs.submit(CATALOG, List.of(ItemChange.delete("a"))))
                .isInstanceOfSatisfying(
                        ChangeAnswer.Unknown.class,
                        unknown -> assertThat(unknown.why()).contains("Nobody knows"));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"80014, Too many batch uploads", "80009, Too many calls to the catalog", "613, rate limit"})
    void aThrottleIsThrownAndNothingWasDone(int code, String title) {
        answer(400, "{\"error\":{\"message\":\"There have been too many calls\",\"code\":" + code + "}}");

        assertThatThrownBy(() -> catalogs.submit(CATALOG, List.of(ItemChange.delete("a"))))
                .isInstanceOf(RateLimitedException.class)
                .hasMessageContaining(String.valueOf(code))
                .hasMessageContaining(title);
    }

    @Test
    void aRefusalIsThrown() {
        answer(400, "{\"error\":{\"message\":\"Invalid parameter\",\"code\":100}}");

        assertThatThrownBy(() -> catalogs.submit(CATALOG, List.of(ItemChange.delete("a"))))
                .isInstanceOf(RequestRefusedException.class);
    }

    @Test
    void readsWhatWasRefusedAtOnce() {
        answer(
                200,
                "{\"handles\":[],\"validation_status\":[{\"retailer_id\":\"a\",\"errors\":[{\"message\":\"No title.\"},"
                        + "{\"message\":\"No price.\"}]}]}");

        var receipt =
                catalogs.submit(CATALOG, List.of(ItemChange.upsert("a", MUG))).orThrow();

        assertThat(receipt.handle()).isEmpty();
        assertThat(receipt.errors())
                .hasSize(2)
                .allSatisfy(issue -> assertThat(issue.retailerId()).contains("a"));
    }

    @Test
    void asksForAllIdsThatFailedAndTellsEachOnce() throws Exception {
        answer(
                200,
                "{\"data\":[{\"handle\":\"h\",\"status\":\"Started\",\"errors_total_count\":9,\"errors\":[{\"id\":\"a\",\"message\":"
                        + "\"x\"},{\"message\":\"y\"}],\"warnings\":[{\"id\":\"c\",\"message\":\"z\"}],"
                        + "\"ids_of_invalid_requests\":[\"b\",\"a\"]}]}");

        BatchStatus status = catalogs.batch(CATALOG, "h+/=").orElseThrow();

        RecordedRequest request = server.takeRequest();
        assertThat(request.getUrl().queryParameter("handle")).isEqualTo("h+/=");
        assertThat(request.getUrl().queryParameter("load_ids_of_invalid_requests"))
                .isEqualTo("true");
        assertThat(status.state()).isEqualTo(BatchState.STARTED);
        assertThat(status.failed()).containsExactly("b", "a");
        assertThat(status.errorCount()).isEqualTo(9);
        assertThat(status.errors().get(1).retailerId()).isEmpty();
        assertThat(status.warningCount()).isEqualTo(1);
    }

    @Test
    void aHandleThatMetaDoesNotKnowIsEmpty() {
        answer(200, "{\"data\":[]}");
        answer(400, "{\"error\":{\"message\":\"no\",\"code\":100,\"error_subcode\":33}}");

        assertThat(catalogs.batch(CATALOG, "h")).isEmpty();
        assertThat(catalogs.batch(CATALOG, "h")).isEmpty();
    }

    @Test
    void asksForTheProductsThatTheQueryNames() throws Exception {
        answer(200, "{\"data\":[" + product("a\"b", "") + "," + product("other", "") + ",{\"id\":\"3\"}]}");

        var page = catalogs.products(
                CATALOG,
                ProductQuery.builder()
                        .retailerIds(List.of("a\"b"))
                        .descriptions(true)
                        .after("p")
                        .build());

        RecordedRequest request = server.takeRequest();
        assertThat(request.getUrl().queryParameter("filter")).isEqualTo("{\"retailer_id\":{\"is_any\":[\"a\\\"b\"]}}");
        assertThat(request.getUrl().queryParameter("limit")).isEqualTo("50");
        assertThat(request.getUrl().queryParameter("after")).isEqualTo("p");
        assertThat(request.getUrl().queryParameter("fields")).contains("description", "capability_to_review_status");
        assertThat(page.products()).extracting(RemoteProduct::retailerId).containsExactly("a\"b");
        assertThat(page.next()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"review_status\":\"approved\" | APPROVED",
                "\"capability_to_review_status\":[{\"key\":\"ADS\",\"value\":\"APPROVED\"},{\"key\":\"WHATSAPP\",\"value\":\"PENDING\"}] | PENDING",
                "\"capability_to_review_status\":{\"whatsapp\":\"OUTDATED\"} | OUTDATED",
                "\"review_status\":\"approved\",\"capability_to_review_status\":[{\"key\":\"ADS\",\"value\":\"APPROVED\"}] | UNKNOWN",
                "\"brand\":\"x\" | UNKNOWN",
            })
    void theReviewForWhatsAppCountsWhereChannelsAreNamed(String fields, ReviewStatus expected) {
        answer(200, "{\"data\":[" + product("a", "," + fields) + "]}");

        assertThat(only().review().status()).isEqualTo(expected);
    }

    @Test
    void anotherWordForWhatsAppIsConfigurable() {
        answer(
                200,
                "{\"data\":["
                        + product("a", ",\"capability_to_review_status\":[{\"key\":\"wa\",\"value\":\"REJECTED\"}]")
                        + "]}");

        try (MetaProvider other =
                Requests.provider(server).catalogReviewChannel("wa").build()) {
            RemoteProduct read = other.catalog()
                    .orElseThrow()
                    .products(CATALOG, ProductQuery.all())
                    .products()
                    .get(0);

            assertThat(read.review().status()).isEqualTo(ReviewStatus.REJECTED);
        }
    }

    @Test
    void readsWhyAProductIsNotShown() {
        answer(
                200,
                "{\"data\":["
                        + product(
                                "a",
                                ",\"review_rejection_reasons\":[\"Alcohol\"],\"invalidation_errors\":[{\"title\":\"T\","
                                        + "\"description\":\"The image is too small.\"},{\"x\":1}],\"visibility\":\"staging\"")
                        + "]}");

        RemoteProduct read = only();

        assertThat(read.review().reasons()).containsExactly("Alcohol");
        assertThat(read.review().problems()).containsExactly("The image is too small.");
        assertThat(read.isHidden()).isTrue();
        assertThat(read.field("link")).contains("https://shop.example/a");
    }

    @Test
    void whatTheAccountOrThePortfolioIsNeededForSaysSo() {
        assertThatThrownBy(catalogs::list).hasMessageContaining("portfolioId");
        assertThatThrownBy(() -> catalogs.create("Mugs")).hasMessageContaining("portfolioId");
        assertThatThrownBy(catalogs::connected).hasMessageContaining("businessAccountId");
        assertThatThrownBy(() -> catalogs.connect(CATALOG)).hasMessageContaining("businessAccountId");
        assertThatThrownBy(() -> catalogs.find("../me"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("digits")
                .hasMessageNotContaining("../me");
        assertThatThrownBy(() -> catalogs.changeSettings(
                        SenderId.of(Requests.SENDER), new ShopSettings(Optional.empty(), Optional.empty())))
                .hasMessageContaining("must change something");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aChangeThatMetaDidNotMakeIsARefusal() {
        answer(200, "{\"success\":false}");

        assertThatThrownBy(() -> catalogs.changeSettings(SenderId.of(Requests.SENDER), ShopSettings.ofCart(true)))
                .isInstanceOf(RequestRefusedException.class);
    }

    @Test
    void aCatalogWithoutAnIdIsUnknown() {
        answer(200, "{\"success\":true}");

        try (MetaProvider other =
                Requests.provider(server).portfolioId("506914307656634").build()) {
            assertThat(other.catalog().orElseThrow().create("Mugs")).isInstanceOf(ChangeAnswer.Unknown.class);
        }
    }

    @Test
    void theBudgetOfCatalogsIsApartFromThatOfTheAccount() {
        server.enqueue(new MockResponse.Builder()
                .addHeader(
                        "X-Business-Use-Case-Usage",
                        "{\"" + CATALOG
                                + "\":[{\"type\":\"catalog_batch\",\"call_count\":100,\"total_cputime\":1,\"total_time\":1,"
                                + "\"estimated_time_to_regain_access\":7}]}")
                .body("{\"handles\":[\"h\"]}")
                .build());
        catalogs.submit(CATALOG, List.of(ItemChange.delete("a"))).orThrow();

        assertThatThrownBy(() -> catalogs.submit(CATALOG, List.of(ItemChange.delete("b"))))
                .isInstanceOf(RateLimitedException.class)
                .hasMessageContaining("until");
        assertThat(provider.apiUsage()).isEmpty();
        answer(200, "{\"id\":\"1\"}");
        assertThat(provider.account()
                        .settings()
                        .get(SenderId.of(Requests.SENDER))
                        .raw())
                .contains("\"1\"");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    private RemoteProduct only() {
        return catalogs.products(CATALOG, ProductQuery.all()).products().get(0);
    }

    private static String product(String retailerId, String fields) {
        return "{\"id\":\"9\",\"retailer_id\":\"" + retailerId.replace("\"", "\\\"")
                + "\",\"url\":\"https://shop.example/a\"" + fields + "}";
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    private static JsonNode body(RecordedRequest request) {
        return Json.parse(Objects.requireNonNull(request.getBody()).toByteArray())
                .orElseThrow();
    }

    private static JsonNode json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
