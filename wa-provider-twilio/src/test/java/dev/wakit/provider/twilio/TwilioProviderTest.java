package dev.wakit.provider.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.address.SenderId;
import dev.wakit.error.Disposition;
import dev.wakit.message.MessageKind;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.twilio.content.ContentSid;
import dev.wakit.rate.RateLimit;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.TemplateName;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioProviderTest {

    @Test
    void needsOnlyAnAccountCredentialsAndASender() {
        try (var provider = builder().build()) {
            assertThat(provider.id()).isEqualTo(ProviderId.of("twilio"));
            assertThat(provider.defaultSender()).isEqualTo(SenderId.of(Requests.SENDER));
            assertThat(provider.capabilities().messageKinds())
                    .containsExactlyInAnyOrder(
                            MessageKind.TEXT,
                            MessageKind.IMAGE,
                            MessageKind.VIDEO,
                            MessageKind.DOCUMENT,
                            MessageKind.AUDIO,
                            MessageKind.LOCATION,
                            MessageKind.TEMPLATE);
            assertThat(provider.capabilities().echoesCallbackData()).isFalse();
            assertThat(provider.capabilities().sendsToBsuid()).isFalse();
            assertThat(provider.capabilities().sendsMediaById()).isFalse();
            assertThat(provider.capabilities().quotesMessages()).isFalse();
            assertThat(provider.capabilities().throughput()).isEqualTo(RateLimit.perSecond(70));
            assertThat(provider.media()).isEmpty();
            assertThat(provider.templates()).isPresent();
            assertThat(provider.lookup()).isPresent();
        }
    }

    @Test
    void takesAWhatsAppAddressOrAMessagingServiceForASender() {
        try (var number = TwilioProvider.builder(Requests.ACCOUNT, credentials(), "whatsapp:" + Requests.SENDER)
                        .build();
                var service = TwilioProvider.builder(Requests.ACCOUNT, credentials(), Requests.SERVICE)
                        .shortensUrls(true)
                        .build()) {
            assertThat(number.defaultSender()).isEqualTo(SenderId.of(Requests.SENDER));
            assertThat(service.defaultSender()).isEqualTo(SenderId.of(Requests.SERVICE));
        }
    }

    @Test
    void echoesCallbackDataOnceItKnowsWhereTo() {
        try (var provider =
                builder().webhookUrl(Requests.WEBHOOK).authToken("t").build()) {
            assertThat(provider.capabilities().echoesCallbackData()).isTrue();
            assertThat(provider.webhooks()).isNotNull();
        }
    }

    @Test
    void takesAnotherErrorPolicy() {
        var policy = TwilioProvider.defaultErrors().overriding("63024", Disposition.RETRY_BACKOFF);

        try (var provider = builder().errors(policy).build()) {
            assertThat(provider.errors()).isSameAs(policy);
        }
    }

    @Test
    void reportsEveryProblemAtOnceAndNoSecret() {
        var builder = TwilioProvider.builder("AC12", credentials(), "14155550100")
                .authToken(" ")
                .messagingServiceSid("MG1")
                .webhookUrl(URI.create("/relative"))
                .connectionOverrides("#rc=5")
                .validityPeriod(Duration.ofHours(11))
                .baseUrl(URI.create("http://api.twilio.com"))
                .contentUrl(URI.create("ftp://content.twilio.com"))
                .messagingUrl(URI.create("http://10.0.0.1"))
                .connectTimeout(Duration.ZERO)
                .totalTimeout(Duration.ofSeconds(-1))
                .templateCache(Duration.ofSeconds(-1))
                .maxInFlight(0);

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "accountSid",
                        "sender",
                        "authToken",
                        "messagingServiceSid",
                        "webhookUrl",
                        "connectionOverrides",
                        "validityPeriod",
                        "baseUrl",
                        "contentUrl",
                        "messagingUrl",
                        "connectTimeout",
                        "totalTimeout",
                        "templateCache",
                        "maxInFlight")
                .hasMessageNotContaining(Requests.SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://hooks.example.com/t",
                "hooks.example.com/t",
                "https://my_hooks.example.com/t",
                "https://hooks.example.com/t#rc=1",
                "https://hooks.example.com/t?wakit_ref=1"
            })
    void refusesAWebhookAddressThatTwilioOrWeCannotUse(String url) {
        assertThatThrownBy(() ->
                        builder().authToken("t").webhookUrl(URI.create(url)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("webhookUrl");
    }

    @Test
    void refusesWebhooksThatNoTokenCanCheck() {
        assertThatThrownBy(() -> builder().webhookUrl(Requests.WEBHOOK).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("authToken(...)");
        assertThatCode(() -> TwilioProvider.builder(
                                Requests.ACCOUNT, TwilioCredentials.authToken(Requests.TOKEN), Requests.SENDER)
                        .webhookUrl(Requests.WEBHOOK)
                        .build()
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void refusesWebhooksWithoutAnAddress() {
        try (var provider = builder().authToken("t").build()) {
            assertThatThrownBy(provider::webhooks)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("webhookUrl");
            assertThatThrownBy(() -> provider.replaceAuthTokens(List.of("t")))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void replacesAuthTokensButNotByNone() {
        try (var provider =
                builder().webhookUrl(Requests.WEBHOOK).authToken("t").build()) {
            provider.replaceAuthTokens(List.of("t", "u"));

            assertThatThrownBy(() -> provider.replaceAuthTokens(List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> provider.replaceAuthTokens(List.of(" ")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "line\nbreak"})
    void refusesCredentialsThatCannotBeSome(String secret) {
        assertThatThrownBy(() -> TwilioCredentials.authToken(secret)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TwilioCredentials.apiKey(Requests.KEY, secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("two words");
        assertThatThrownBy(() -> TwilioCredentials.apiKey("AC12", "secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rc=3", "rc=5&rp=all&tt=15000", "rp=5xx,ct,rt&e=ashburn"})
    void takesConnectionOverrides(String overrides) {
        assertThatCode(() -> builder().connectionOverrides(overrides).build().close())
                .doesNotThrowAnyException();
    }

    @Test
    void checksTheSidOfAContentThatATemplateIsMappedTo() {
        assertThatThrownBy(() -> builder().content(TemplateName.of("a"), LanguageCode.of("en"), ContentSid.of("HX1")))
                .hasMessageContaining("HX and 32 hexadecimal digits");
    }

    private static TwilioCredentials credentials() {
        return TwilioCredentials.apiKey(Requests.KEY, Requests.SECRET);
    }

    private static TwilioProviderBuilder builder() {
        return TwilioProvider.builder(Requests.ACCOUNT, credentials(), Requests.SENDER);
    }
}
