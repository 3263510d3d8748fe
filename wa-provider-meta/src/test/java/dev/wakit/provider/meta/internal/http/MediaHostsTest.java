package dev.wakit.provider.meta.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaHostsTest {

    private final MediaHosts production = new MediaHosts(URI.create("https://graph.facebook.com"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1",
                "https://scontent-iad3-1.xx.fbcdn.net/v/t6/x",
                "https://mmg.whatsapp.net/v/x",
                "https://mmg.WHATSAPP.net/v/x"
            })
    void trustsMetasHostsOfMedia(String url) {
        assertThat(production.trusts(URI.create(url))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://lookaside.fbsbx.com/x",
                "https://lookaside.fbsbx.com:8443/x",
                "https://evilfbsbx.com/x",
                "https://fbsbx.com.evil.example/x",
                "https://evil.example/.fbsbx.com",
                "https://user@evil.example/?lookaside.fbsbx.com",
                "https://graph.facebook.com/x",
                "http://127.0.0.1:8080/x",
                "http://169.254.169.254/latest/meta-data"
            })
    void trustsNobodyElse(String url) {
        assertThat(production.trusts(URI.create(url))).isFalse();
    }

    @Test
    void aSimulatorOnThisMachineServesItsMediaItself() {
        var hosts = new MediaHosts(URI.create("http://127.0.0.1:8090"));

        assertThat(hosts.trusts(URI.create("http://127.0.0.1:8090/whatsapp_business/attachments")))
                .isTrue();
        assertThat(hosts.trusts(URI.create("http://127.0.0.1:8091/x"))).isFalse();
        assertThat(hosts.trusts(URI.create("http://localhost:8090/x"))).isFalse();
        assertThat(hosts.trusts(URI.create("https://lookaside.fbsbx.com/x"))).isTrue();
    }

    @Test
    void aGatewayElsewhereIsNoHostOfMedia() {
        var hosts = new MediaHosts(URI.create("https://gateway.example"));

        assertThat(hosts.trusts(URI.create("https://gateway.example/x"))).isFalse();
    }
}
