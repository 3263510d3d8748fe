package dev.wakit.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"{\"price\":16e9556908129835}", "[1e99999999999]", "{\"a\":1} {", "{\"a\":01}", ""})
    void aDocumentThatCannotBeReadIsEmptyAndThrowsNothing(String document) {
        assertThat(Json.parse(document.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void numbersStayAsTheyWereWritten() {
        assertThat(Json.parse("{\"price\":10.00}".getBytes(StandardCharsets.UTF_8))
                        .orElseThrow()
                        .path("price")
                        .decimalValue()
                        .toPlainString())
                .isEqualTo("10.00");
    }
}
