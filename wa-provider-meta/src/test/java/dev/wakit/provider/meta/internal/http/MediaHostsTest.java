package dev.wakit.provider.meta.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaHostsTest {

    private final MediaHosts production = new MediaHosts(HttpUrl.get("https://graph.facebook.com"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1",
                "https://scontent-iad3-1.xx.fbcdn.net/v/t6/x",
                "https://mmg.whatsapp.net/v/x",
                "https://mmg.WHATSAPP.net/v/x"
            })
    void trustsMetasHostsOfMedia(String url) {
        assertThat(production.trusts(HttpUrl.get(url))).isTrue();
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
        assertThat(production.trusts(HttpUrl.get(url))).isFalse();
    }

    @Test
    void aSimulatorOnThisMachineServesItsMediaItself() {
        var hosts = new MediaHosts(HttpUrl.get("http://127.0.0.1:8090"));

        assertThat(hosts.trusts(HttpUrl.get("http://127.0.0.1:8090/whatsapp_business/attachments")))
                .isTrue();
        assertThat(hosts.trusts(HttpUrl.get("http://127.0.0.1:8091/x"))).isFalse();
        assertThat(hosts.trusts(HttpUrl.get("http://localhost:8090/x"))).isFalse();
        assertThat(hosts.trusts(HttpUrl.get("https://lookaside.fbsbx.com/x"))).isTrue();
    }

    @Test
    void aGatewayElsewhereIsNoHostOfMedia() {
        var hosts = new MediaHosts(HttpUrl.get("https://gateway.example"));

        assertThat(hosts.trusts(HttpUrl.get("https://gateway.example/x"))).isFalse();
    }
}
