package dev.wakit.commerce.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.OutcomeUnknownException;
import dev.wakit.provider.ChangeAnswer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogValuesTest {

    @ParameterizedTest
    @CsvSource({
        "in stock, IN_STOCK, true",
        "Out of Stock, OUT_OF_STOCK, false",
        "available for order, AVAILABLE_FOR_ORDER, true",
        "mark_as_sold, MARK_AS_SOLD, false",
        "on the moon, UNKNOWN, false",
    })
    void readsAvailability(String word, Availability expected, boolean orderable) {
        assertThat(Availability.from(word)).isEqualTo(expected);
        assertThat(expected.isOrderable()).isEqualTo(orderable);
    }

    @ParameterizedTest
    @CsvSource({
        "Scheduled, SCHEDULED, false",
        "dispatched, DISPATCHED, false",
        "started, STARTED, false",
        "finished, FINISHED, true",
        "Canceled, CANCELED, true",
        "cancelled, CANCELED, true",
        "error, ERROR, true",
        "in_progress, UNKNOWN, false",
    })
    void readsHowFarABatchIs(String word, BatchState expected, boolean over) {
        assertThat(BatchState.from(word)).isEqualTo(expected);
        assertThat(expected.isOver()).isEqualTo(over);
    }

    @Test
    void aWordOfAReviewThatIsNewIsUnknown() {
        assertThat(ReviewStatus.from("no_review")).isEqualTo(ReviewStatus.NO_REVIEW);
        assertThat(ReviewStatus.from("appealed")).isEqualTo(ReviewStatus.UNKNOWN);
    }

    @Test
    void aProductIsHiddenIfItIsNotPublished() {
        assertThat(product(Map.of("visibility", "staging")).isHidden()).isTrue();
        assertThat(product(Map.of("visibility", "published")).isHidden()).isFalse();
        assertThat(product(Map.of()).isHidden()).isFalse();
    }

    @Test
    void anUnknownAnswerCanBeThrownButIsNotByItself() {
        ChangeAnswer<String> done = new ChangeAnswer.Done<>("17");
        ChangeAnswer<String> unknown = new ChangeAnswer.Unknown<>("the answer was lost");

        assertThat(done.known()).contains("17");
        assertThat(done.orThrow()).isEqualTo("17");
        assertThat(unknown.known()).isEmpty();
        assertThatThrownBy(unknown::orThrow)
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessage("the answer was lost");
    }

    @Test
    void descriptionsMakePagesSmaller() {
        assertThat(ProductQuery.all().pageSize()).isEqualTo(300);
        assertThat(ProductQuery.builder().descriptions(true).build().pageSize()).isEqualTo(50);
        assertThatThrownBy(() ->
                        ProductQuery.builder().descriptions(true).pageSize(51).build())
                .hasMessageContaining("between 1 and 50");
        ProductQuery query = ProductQuery.builder()
                .retailerIds(List.of("a"))
                .descriptions(true)
                .pageSize(7)
                .build();
        assertThat(query.after("p").toString()).isEqualTo(query.toString());
        assertThat(query.after("p").after()).contains("p");
        assertThat(query.after("p").descriptions()).isTrue();
        assertThat(query.after("p")).isNotEqualTo(query);
    }

    private static RemoteProduct product(Map<String, String> fields) {
        return new RemoteProduct(
                "1",
                "sku",
                fields,
                Availability.IN_STOCK,
                new ProductReview(ReviewStatus.APPROVED, Map.of(), List.of(), List.of()));
    }
}
