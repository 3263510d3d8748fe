package dev.wakit.commerce.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.InvalidMessageException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogLimitsTest {

    private static final ItemData DATA = ItemData.of(Map.of("title", "Mug"));

    private final CatalogLimits limits = new CatalogLimits(3, 2000);

    @Test
    void splitsByNumberAndKeepsTheOrder() {
        List<ItemChange> changes = upserts(7);

        List<List<ItemChange>> batches = limits.split(changes);

        assertThat(batches).extracting(List::size).containsExactly(3, 3, 1);
        assertThat(batches.stream().flatMap(List::stream)).containsExactlyElementsOf(changes);
        assertThat(batches).allSatisfy(limits::check);
    }

    @Test
    void splitsByBytes() {
        ItemData half = ItemData.of(Map.of("description", "x".repeat(900)));

        List<List<ItemChange>> batches = limits.split(
                List.of(ItemChange.upsert("a", half), ItemChange.upsert("b", half), ItemChange.delete("c")));

        assertThat(batches).extracting(List::size).containsExactly(1, 2);
        assertThat(batches).allSatisfy(limits::check);
    }

    @Test
    void updatesGoApartFromUpsertsBecauseOneSettingSaysWhetherProductsMayBeCreated() {
        List<ItemChange> mixed =
                List.of(ItemChange.update("a", DATA), ItemChange.upsert("b", DATA), ItemChange.delete("c"));

        assertThat(limits.split(mixed)).containsExactly(List.of(mixed.get(1), mixed.get(2)), List.of(mixed.get(0)));
        assertThatThrownBy(() -> limits.check(mixed))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("split");
    }

    @Test
    void aProductMayOccurOnce() {
        List<ItemChange> twice = List.of(ItemChange.delete("a"), ItemChange.upsert("a", DATA));

        assertThatThrownBy(() -> limits.check(twice)).hasMessageContaining("element 1 repeats");
        assertThatThrownBy(() -> limits.split(twice)).hasMessageContaining("element 1 repeats");
    }

    @Test
    void saysHowManyAndHowLongABatchMayBe() {
        assertThatThrownBy(() -> limits.check(List.of())).hasMessageContaining("1 to 3");
        assertThatThrownBy(() -> limits.check(upserts(4))).hasMessageContaining("1 to 3");
        ItemChange long1 = ItemChange.upsert("a", ItemData.of(Map.of("description", "x".repeat(1900))));
        assertThatThrownBy(() -> limits.check(List.of(long1)))
                .hasMessageContaining("at most 2,000 bytes")
                .hasMessageContaining("2,0");
        assertThatThrownBy(() -> limits.split(List.of(ItemChange.delete("b"), long1)))
                .hasMessageContaining("item 'a'")
                .hasMessageContaining("1,872");
        assertThat(limits.split(List.of())).isEmpty();
    }

    @Test
    void countsBytesAsTheyAreWrittenInJson() {
        long empty = ItemChange.upsert("a", ItemData.of(Map.of("title", ""))).bytes();

        assertThat(ItemChange.upsert("a", ItemData.of(Map.of("title", "a\"ü€😀\n")))
                                .bytes()
                        - empty)
                .isEqualTo(1 + 2 + 2 + 3 + 4 + 6);
    }

    @Test
    void aRetailerIdHasUpTo100Characters() {
        assertThat(ItemChange.delete("x".repeat(100)).retailerId()).hasSize(100);
        assertThatThrownBy(() -> ItemChange.delete("x".repeat(101)))
                .hasMessageContaining("at most 100")
                .hasMessageContaining("item.retailer_id");
        assertThatThrownBy(() -> ItemChange.upsert(" ", DATA)).hasMessageContaining("blank");
    }

    @Test
    void aFieldIsAColumnAndNeverTheId() {
        assertThatThrownBy(() -> ItemData.builder().set("id", "x")).hasMessageContaining("ItemChange");
        assertThatThrownBy(() -> ItemData.builder().set("Image Link", "x")).hasMessageContaining("image_link");
        assertThat(ItemData.builder()
                        .set("sale_price", "")
                        .list("additional_image_link", List.of("https://a", "https://b"))
                        .build()
                        .values())
                .containsEntry("sale_price", "")
                .containsEntry("additional_image_link", List.of("https://a", "https://b"));
    }

    private static List<ItemChange> upserts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ItemChange.upsert("sku-" + i, DATA))
                .toList();
    }
}
