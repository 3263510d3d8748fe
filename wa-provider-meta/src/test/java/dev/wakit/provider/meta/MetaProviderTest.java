package dev.wakit.provider.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.address.SenderId;
import dev.wakit.error.Disposition;
import dev.wakit.message.MessageKind;
import dev.wakit.provider.ProviderId;
import dev.wakit.rate.RateLimit;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetaProviderTest {

    @Test
    void needsOnlyATokenAndANumber() {
        try (var provider = builder().build()) {
            assertThat(provider.id()).isEqualTo(ProviderId.of("meta"));
            assertThat(provider.defaultSender()).isEqualTo(SenderId.of(Requests.SENDER));
            assertThat(provider.capabilities().messageKinds()).containsExactlyInAnyOrder(MessageKind.values());
            assertThat(provider.capabilities().echoesCallbackData()).isTrue();
            assertThat(provider.capabilities().sendsToBsuid()).isTrue();
            assertThat(provider.capabilities().checksIdentity()).isTrue();
            assertThat(provider.capabilities().marketingDelivery()).isTrue();
            assertThat(provider.capabilities().payments()).isFalse();
            assertThat(provider.capabilities().throughput()).isEqualTo(RateLimit.perSecond(80));
            assertThat(provider.templates()).isEmpty();
        }
    }

    @Test
    void takesAnotherErrorPolicy() {
        var policy = MetaProvider.defaultErrors().overriding("131026", Disposition.FAIL_RECIPIENT);

        try (var provider = builder().errors(policy).build()) {
            assertThat(provider.errors()).isSameAs(policy);
        }
    }

    @Test
    void reportsEveryProblemAtOnceAndNoSecret() {
        var builder = MetaProvider.builder("two words", "+1 555")
                .appSecret(" ")
                .verifyToken("")
                .businessAccountId("waba")
                .portfolioId("portfolio")
                .catalogReviewChannel(" ")
                .messagingAccountId("account")
                .appId("my app")
                .baseUrl(URI.create("http://graph.facebook.com"))
                .connectTimeout(Duration.ZERO)
                .totalTimeout(Duration.ofSeconds(-1))
                .templateCache(Duration.ofSeconds(-1))
                .maxInFlight(0);

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "accessToken",
                        "phoneNumberId",
                        "appSecret",
                        "verifyToken",
                        "appId",
                        "businessAccountId",
                        "portfolioId",
                        "catalogReviewChannel",
                        "messagingAccountId",
                        "baseUrl",
                        "connectTimeout",
                        "totalTimeout",
                        "templateCache",
                        "maxInFlight")
                .hasMessageNotContaining("two words");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://graph.facebook.com",
                "graph.facebook.com",
                "https://",
                "https://user@graph.facebook.com",
                "https://graph.facebook.com?x=1",
                "http://10.0.0.1:8080"
            })
    void refusesABaseAddressThatWouldExposeTheToken(String url) {
        assertThatThrownBy(() -> builder()
                        .baseUrl(URI.create(url.equals("https://") ? "https:///" : url))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("baseUrl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://proxy.example/graph/", "http://localhost:8080", "http://127.0.0.1:1"})
    void takesAnHttpsAddressOrAnyOfThisMachine(String url) {
        assertThatCode(() -> builder().baseUrl(URI.create(url)).build().close()).doesNotThrowAnyException();
    }

    @Test
    void refusesWebhooksWithoutAnAppSecret() {
        try (var provider = builder().verifyToken("v").build()) {
            assertThatThrownBy(provider::webhooks)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("appSecret");
        }
    }

    @Test
    void replacesAndAddsAppSecrets() {
        try (var provider = builder()
                .appSecret("first")
                .appSecret("second")
                .addAppSecret("third")
                .build()) {
            assertThat(provider.webhooks()).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"25.0", "v25", "v25.0/", "V25.0", "v1234.0", ""})
    void refusesAGraphVersionOfAnotherForm(String version) {
        assertThatThrownBy(() -> GraphVersion.of(version)).isInstanceOf(IllegalArgumentException.class);
    }

    private static MetaProviderBuilder builder() {
        return MetaProvider.builder(Requests.TOKEN, Requests.SENDER);
    }
}
