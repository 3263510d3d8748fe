package dev.wakit.provider.twilio.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileAccessTest {

    private static final String SECRET = "Basic planted";

    private final FileAccess access = new FileAccess(URI.create("https://api.twilio.com"), SECRET);

    @ParameterizedTest
    @ValueSource(
            strings = {"https://api.twilio.com/2010-04-01/x", "https://api.twilio.com:443/x", "HTTPS://API.twilio.com/x"
            })
    void showsTheCredentialsToTwilio(String url) {
        assertThat(access.headersFor(URI.create(url))).contains(Map.of("Authorization", SECRET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://mms.twiliocdn.com/x",
                "https://api.twilio.com.evil.example/x",
                "https://twilio.com/x",
                "https://api.twilio.com:8443/x"
            })
    void asksAnyOtherHostWithoutThem(String url) {
        assertThat(access.headersFor(URI.create(url))).contains(Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://api.twilio.com/x", "http://mms.twiliocdn.com/x"})
    void asksNobodyWithoutTls(String url) {
        assertThat(access.headersFor(URI.create(url))).isEmpty();
    }

    @Test
    void aStandInWithoutTlsMaySendOnToAnother() {
        var local = new FileAccess(URI.create("http://127.0.0.1:8091"), SECRET);

        assertThat(local.headersFor(URI.create("http://127.0.0.1:8091/x"))).contains(Map.of("Authorization", SECRET));
        assertThat(local.headersFor(URI.create("http://127.0.0.1:9000/x"))).contains(Map.of());
    }

    @Test
    void showsNoSecretInWords() {
        assertThat(access.toString()).doesNotContain("planted");
    }
}
