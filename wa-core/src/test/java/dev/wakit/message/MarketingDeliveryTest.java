package dev.wakit.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.InvalidMessageException;
import java.math.BigDecimal;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarketingDeliveryTest {

    @Test
    void comparesAllItsParts() {
        // Bids are kept in one form, so equal numbers are equal values.
        EqualsVerifier.forClass(MarketingDelivery.class)
                .suppress(Warning.BIGDECIMAL_EQUALITY)
                .verify();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1.5"})
    void refusesABidThatIsNotAboveZero(String multiplier) {
        MarketingDelivery.Builder delivery = MarketingDelivery.builder().bidMultiplier(new BigDecimal(multiplier));

        assertThatThrownBy(delivery::build)
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContainingAll("marketing.bid_multiplier", multiplier);
    }

    @ParameterizedTest
    @CsvSource({"1.50,1.5", "1E+2,100", "100.00,100", "0.0001,0.0001"})
    void hasOneFormForEqualBids(String written, String kept) {
        MarketingDelivery delivery = MarketingDelivery.builder()
                .bidMultiplier(new BigDecimal(written))
                .build();

        assertThat(delivery.bidMultiplier())
                .hasValueSatisfying(value -> assertThat(value).hasToString(kept));
        assertThat(delivery.toBuilder().build()).isEqualTo(delivery);
    }

    @Test
    void isTheStandardWhenNothingIsSet() {
        assertThat(MarketingDelivery.builder().build()).isEqualTo(MarketingDelivery.standard());
        assertThat(MarketingDelivery.standard().strict()).isFalse();
        assertThat(MarketingDelivery.standard().activitySharing()).isEmpty();
    }
}
