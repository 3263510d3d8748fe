package dev.wakit.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestUrlTest {

    private final RequestUrl base = RequestUrl.of(URI.create("https://api.example/v1"));

    @Test
    void escapesSegmentsAndParameters() {
        assertThat(base.path("a/b?c", "upload:x=")
                        .query("To", "whatsapp:+1 4&x")
                        .uri()
                        .toString())
                .isEqualTo("https://api.example/v1/a%2Fb%3Fc/upload:x=?To=whatsapp%3A%2B1%204%26x");
    }

    @Test
    void keepsTheOrderOfParameters() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("z", "1");
        parameters.put("a", "2");

        assertThat(base.query(parameters).uri().getQuery()).isEqualTo("z=1&a=2");
    }

    @Test
    void goesBelowABaseWithOrWithoutASlash() {
        assertThat(RequestUrl.of(URI.create("https://api.example/")).path("a").uri())
                .isEqualTo(URI.create("https://api.example/a"));
        assertThat(base.path(List.of("a", "b")).uri()).isEqualTo(URI.create("https://api.example/v1/a/b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void noSegmentLeadsElsewhere(String segment) {
        assertThatThrownBy(() -> base.path(segment)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyHttpIsAnAddress() {
        assertThatThrownBy(() -> RequestUrl.of(URI.create("ftp://host/secret")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }
}
