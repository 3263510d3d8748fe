package dev.wakit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.media.MediaLink;
import dev.wakit.message.interactive.UrlButton;
import dev.wakit.template.TapTarget;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/a, shop.example",
        "http://münchen.example:8080/karte?x=1, münchen.example",
        "HTTPS://my_shop.example, my_shop.example",
        "https://user:word@my_shop.example./, my_shop.example.",
        "https://[::1]:8443/, [::1]"
    })
    void findsTheHostAsItWasWritten(URI address, String host) {
        assertThat(WebAddress.isWeb(address)).isTrue();
        assertThat(WebAddress.host(address)).contains(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https:///path",
                "ftp://my_shop.example/",
                "//my_shop.example/",
                "mailto:a@my_shop.example",
                "https://a..my_shop.example/",
                "https://-my_shop.example/",
                "https://my_shop.example:80:90/"
            })
    void findsNoWebAddressWithoutAHost(URI address) {
        assertThat(WebAddress.isWeb(address)).isFalse();
    }

    @Test
    void refusesALabelAboveSixtyThreeCharacters() {
        assertThat(WebAddress.isWeb(URI.create("https://_" + "a".repeat(62) + ".example/")))
                .isTrue();
        assertThat(WebAddress.isWeb(URI.create("https://_" + "a".repeat(63) + ".example/")))
                .isFalse();
    }

    @Test
    void messagesTakeSuchHostsAndShowThem() {
        assertThat(UrlButton.of("Shop", "https://my_shop.example/secret"))
                .hasToString("UrlButton[host=my_shop.example]");
        assertThat(TapTarget.of("https://münchen.example/secret", "Karte"))
                .hasToString("TapTarget[host=münchen.example]");
        assertThat(MediaLink.of("https://my_shop.example/a.png?sig=secret")).hasToString("https://my_shop.example/…");
    }
}
