package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.WhatsApp;
import dev.wakit.address.PhoneNumber;
import dev.wakit.message.TextMessage;
import dev.wakit.provider.ProviderHealth.State;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.provider.registry.ProviderConfig;
import dev.wakit.provider.registry.ProviderConfigException;
import dev.wakit.provider.registry.ProviderConfigs;
import dev.wakit.provider.registry.ProviderRegistry;
import dev.wakit.testkit.dialog360.Dialog360Simulator;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.twilio.TwilioSimulator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Providers of every kind from properties, against their simulators. */
class ConfiguredProvidersTest {

    private static final PhoneNumber PERSON = PhoneNumber.parse("+1 415 555 1234");
    private static final ProviderId META = ProviderId.of("meta-india");
    private static final ProviderId TWILIO = ProviderId.of("twilio");
    private static final ProviderId DIALOG360 = ProviderId.of("germany");

    private final MetaSimulator meta = MetaSimulator.start();
    private final TwilioSimulator twilio = TwilioSimulator.start();
    private final Dialog360Simulator dialog360 = Dialog360Simulator.start();

    @AfterEach
    void stop() {
        meta.close();
        twilio.close();
        dialog360.close();
    }

    private List<ProviderConfig> configs() {
        var properties = new Properties();
        properties.putAll(Map.of(
                "wakit.provider.meta-india.kind", "meta",
                "wakit.provider.meta-india.access-token", meta.accessToken(),
                "wakit.provider.meta-india.phone-number-id", meta.phoneNumberId(),
                "wakit.provider.meta-india.business-account-id", meta.wabaId(),
                "wakit.provider.meta-india.app-secret", meta.appSecret(),
                "wakit.provider.meta-india.base-url", meta.baseUrl().toString(),
                "wakit.provider.meta-india.total-timeout", "60s"));
        properties.putAll(Map.of(
                "wakit.provider.twilio.account-sid", twilio.accountSid(),
                "wakit.provider.twilio.auth-token", twilio.authToken(),
                "wakit.provider.twilio.sender", twilio.sender(),
                "wakit.provider.twilio.base-url", twilio.baseUrl().toString(),
                "wakit.provider.twilio.total-timeout", "60s"));
        properties.putAll(Map.of(
                "wakit.provider.germany.kind", "360dialog",
                "wakit.provider.germany.api-key", dialog360.apiKey(),
                "wakit.provider.germany.phone-number-id", dialog360.phoneNumberId(),
                "wakit.provider.germany.platform-secret", dialog360.platformSecret(),
                "wakit.provider.germany.passes-through", "callback-data",
                "wakit.provider.germany.base-url", dialog360.baseUrl().toString(),
                "wakit.provider.germany.total-timeout", "60s"));
        return ProviderConfigs.fromProperties(properties);
    }

    @Test
    void everyKindIsBuiltFromPropertiesAndSends() {
        try (var registry = ProviderRegistry.open(configs())) {
            for (WhatsAppProvider provider : registry.providers()) {
                WhatsApp.using(provider).send(PERSON, TextMessage.of("Hello"));
            }

            assertThat(registry.providers())
                    .extracting(WhatsAppProvider::id)
                    .containsExactlyInAnyOrder(META, TWILIO, DIALOG360);
            assertThat(meta.ledger().accepted()).hasSize(1);
            assertThat(twilio.ledger().accepted()).hasSize(1);
            assertThat(dialog360.ledger().accepted()).hasSize(1);
        }
    }

    @Test
    void theBspSaysWhetherAnInstanceCanSend() {
        try (var registry = ProviderRegistry.open(configs())) {
            assertThat(state(registry, META)).isEqualTo(State.READY);
            assertThat(state(registry, TWILIO)).isEqualTo(State.READY);
            assertThat(registry.check(DIALOG360)).as("has no call for that").isEmpty();

            twilio.senderStatus(twilio.sender(), "OFFLINE");
            registry.replaceCredentials(META, Map.of("access-token", "EAAGrefused"));

            assertThat(state(registry, META)).isEqualTo(State.BLOCKED);
            assertThat(registry.check(TWILIO))
                    .hasValueSatisfying(health -> assertThat(health.detail()).contains("OFFLINE"));

            registry.replaceCredentials(META, Map.of("access-token", meta.accessToken()));
            assertThat(state(registry, META)).isEqualTo(State.READY);
            twilio.close();
            assertThat(state(registry, TWILIO)).isEqualTo(State.UNREACHABLE);
        }
    }

    @Test
    void whatIsWrongWithEveryKindIsToldAtOnceWithoutASecret() {
        var tree = Map.of(
                "meta", Map.of("accessToken", "EAAG planted", "phoneNumberId", "+49 170 1"),
                "twilio", Map.of("accountSid", "AC1", "sender", "+14155550100", "apiKeySid", "SKplanted"),
                "360dialog", Map.of("phoneNumberId", "1", "passesThrough", "everything"));

        assertThatThrownBy(() -> ProviderRegistry.open(ProviderConfigs.fromTree(tree)))
                .isInstanceOfSatisfying(
                        ProviderConfigException.class,
                        refused -> assertThat(refused.problems())
                                .hasSize(3)
                                .anySatisfy(problem -> assertThat(problem)
                                        .startsWith("Provider 'meta': ")
                                        .contains("accessToken", "phoneNumberId"))
                                .anySatisfy(problem -> assertThat(problem)
                                        .isEqualTo(
                                                "Provider 'twilio': api-key-sid and api-key-secret belong together; give both or"
                                                        + " neither."))
                                .anySatisfy(problem ->
                                        assertThat(problem).startsWith("Provider '360dialog': api-key is missing.")))
                .hasMessageNotContaining("planted");
    }

    private static State state(ProviderRegistry registry, ProviderId id) {
        return registry.check(id).orElseThrow().state();
    }
}
