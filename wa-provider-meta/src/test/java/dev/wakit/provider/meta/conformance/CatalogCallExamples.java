package dev.wakit.provider.meta.conformance;

import static dev.wakit.provider.meta.conformance.CallExample.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.SenderId;
import dev.wakit.commerce.catalog.Availability;
import dev.wakit.commerce.catalog.BatchState;
import dev.wakit.commerce.catalog.ItemChange;
import dev.wakit.commerce.catalog.ItemData;
import dev.wakit.commerce.catalog.ItemIssue;
import dev.wakit.commerce.catalog.ProductQuery;
import dev.wakit.commerce.catalog.ProductSet;
import dev.wakit.commerce.catalog.RemoteCatalog;
import dev.wakit.commerce.catalog.ReviewStatus;
import dev.wakit.commerce.catalog.ShopSettings;
import dev.wakit.provider.ChangeAnswer;
import dev.wakit.provider.meta.Requests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Calls of catalogs, of which the document has the commerce settings only. */
final class CatalogCallExamples {

    private static final SenderId SENDER = SenderId.of(Requests.SENDER);
    private static final String CATALOG = "194836987003835";
    private static final String HANDLE = "AczwaOXoN42tDX4mqVOMKxWM";
    private static final String SUCCESS = "{\"success\":true}";

    private CatalogCallExamples() {}

    static Stream<CallExample> all() {
        return Stream.of(catalogs(), settings(), items()).flatMap(List::stream);
    }

    private static List<CallExample> catalogs() {
        return List.of(
                of(
                        "catalog-list",
                        facades -> assertThat(facades.catalogs().list())
                                .containsExactly(
                                        new RemoteCatalog(CATALOG, "Mugs", OptionalLong.of(3), false),
                                        new RemoteCatalog("7", "", OptionalLong.empty(), true)),
                        Answer.undocumented("{\"data\":[{\"id\":\"" + CATALOG
                                + "\",\"name\":\"Mugs\",\"product_count\":3},{\"name\":\"without id\"}]}"),
                        Answer.undocumented("{\"data\":[{\"id\":\"7\"}]}")),
                of(
                        "catalog-connected",
                        facades -> assertThat(facades.catalogs().connected())
                                .extracting(RemoteCatalog::id)
                                .containsExactly(CATALOG),
                        Answer.undocumented("{\"data\":[{\"id\":\"" + CATALOG + "\"}]}")),
                of(
                        "catalog-find",
                        facades -> assertThat(facades.catalogs().find(CATALOG))
                                .contains(new RemoteCatalog(CATALOG, "Mugs", OptionalLong.empty(), false)),
                        Answer.ofObject("{\"id\":\"" + CATALOG + "\",\"name\":\"Mugs\"}")),
                of(
                        "catalog-create",
                        facades -> assertThat(facades.catalogs().create("Mugs").orThrow())
                                .isEqualTo(new RemoteCatalog(CATALOG, "Mugs", OptionalLong.of(0), false)),
                        Answer.undocumented("{\"id\":\"" + CATALOG + "\"}")),
                of(
                        "catalog-connect",
                        facades -> assertThat(facades.catalogs().connect(CATALOG))
                                .isEqualTo(new ChangeAnswer.Done<>(CATALOG)),
                        Answer.undocumented(SUCCESS)),
                of(
                        "catalog-disconnect",
                        facades -> assertThat(facades.catalogs().disconnect(CATALOG))
                                .isEqualTo(new ChangeAnswer.Done<>(CATALOG)),
                        Answer.undocumented(SUCCESS)),
                of(
                        "catalog-sets",
                        facades -> assertThat(facades.catalogs().sets(CATALOG))
                                .containsExactly(new ProductSet("5", "Summer", OptionalLong.of(2))),
                        Answer.undocumented("{\"data\":[{\"id\":\"5\",\"name\":\"Summer\",\"product_count\":2}]}")));
    }

    private static List<CallExample> settings() {
        return List.of(
                of(
                        "catalog-settings",
                        facades ->
                                assertThat(facades.catalogs().settings(SENDER)).isEqualTo(ShopSettings.of(true, true)),
                        Answer.documented("getCommerceSettings", "Example response")),
                of(
                        "catalog-settings-unknown",
                        facades -> assertThat(facades.catalogs().settings(SENDER))
                                .isEqualTo(new ShopSettings(Optional.empty(), Optional.empty())),
                        Answer.written("getCommerceSettings", "{\"data\":[]}")),
                of(
                        "catalog-settings-both",
                        facades -> assertThat(facades.catalogs()
                                        .changeSettings(SENDER, ShopSettings.of(true, false))
                                        .known())
                                .contains(ShopSettings.of(true, false)),
                        Answer.documented("setOrUpdateCommerceSettings", "Example response")),
                of(
                        "catalog-settings-cart",
                        facades -> assertThat(facades.catalogs()
                                        .changeSettings(SENDER, ShopSettings.ofCart(false))
                                        .known())
                                .isPresent(),
                        Answer.documented("setOrUpdateCommerceSettings", "Example response")));
    }

    private static List<CallExample> items() {
        return List.of(
                of(
                        "catalog-submit",
                        facades -> assertThat(facades.catalogs()
                                        .submit(
                                                CATALOG,
                                                List.of(ItemChange.upsert(
                                                        "mug-1", ItemData.of(Map.of("title", "Mug")))))
                                        .orThrow())
                                .satisfies(receipt -> {
                                    assertThat(receipt.handle()).contains(HANDLE);
                                    assertThat(receipt.errors()).isEmpty();
                                    assertThat(receipt.warnings())
                                            .containsExactly(new ItemIssue(Optional.of("mug-1"), "No brand."));
                                }),
                        Answer.undocumented("{\"handles\":[\"" + HANDLE
                                + "\"],\"validation_status\":[{\"retailer_id\":\"mug-1\",\"warnings\":"
                                + "[{\"message\":\"No brand.\"}]}]}")),
                of(
                        "catalog-batch",
                        facades -> assertThat(facades.catalogs()
                                        .batch(CATALOG, HANDLE)
                                        .orElseThrow())
                                .satisfies(status -> {
                                    assertThat(status.state()).isEqualTo(BatchState.FINISHED);
                                    assertThat(status.errorCount()).isEqualTo(1);
                                    assertThat(status.failed()).containsExactly("mug-1");
                                }),
                        Answer.undocumented("{\"data\":[{\"handle\":\"" + HANDLE
                                + "\",\"status\":\"finished\",\"errors_total_count\":1,\"errors\":[{\"id\":\"mug-1\","
                                + "\"message\":\"No image.\"}],\"ids_of_invalid_requests\":[\"mug-1\"]}]}")),
                of(
                        "catalog-products",
                        facades -> assertThat(facades.catalogs().products(CATALOG, ProductQuery.all()))
                                .satisfies(page -> {
                                    assertThat(page.next()).contains("AAA");
                                    assertThat(page.products()).hasSize(1);
                                    var mug = page.products().get(0);
                                    assertThat(mug.retailerId()).isEqualTo("mug-1");
                                    assertThat(mug.availability()).isEqualTo(Availability.OUT_OF_STOCK);
                                    assertThat(mug.review().status()).isEqualTo(ReviewStatus.REJECTED);
                                    assertThat(mug.field("title")).contains("Mug");
                                }),
                        Answer.undocumented("{\"data\":[{\"id\":\"9\",\"retailer_id\":\"mug-1\",\"name\":\"Mug\","
                                + "\"availability\":\"out of stock\",\"review_status\":\"approved\","
                                + "\"capability_to_review_status\":[{\"key\":\"WHATSAPP\",\"value\":\"REJECTED\"}]}],"
                                + "\"paging\":{\"cursors\":{\"after\":\"AAA\"},\"next\":\"https://x\"}}")));
    }
}
