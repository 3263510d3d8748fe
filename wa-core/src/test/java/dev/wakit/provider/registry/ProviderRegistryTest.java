package dev.wakit.provider.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.address.SenderId;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.message.MessageId;
import dev.wakit.provider.Capabilities;
import dev.wakit.provider.ProviderHealth;
import dev.wakit.provider.ProviderHealth.State;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.WebhookCodec;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.rate.RateLimit;
import dev.wakit.webhook.SignatureCheck;
import dev.wakit.webhook.WebhookRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ProviderRegistryTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final ProviderId ONE = ProviderId.of("one");

    private final Courier couriers = new Courier();

    private static ProviderConfig courier(String id, Map<String, String> values) {
        return ProviderConfig.of(ProviderId.of(id), "courier", values);
    }

    private ProviderRegistry open(ProviderConfig... configs) {
        return ProviderRegistry.open(List.of(configs), List.of(couriers));
    }

    @Test
    void severalInstancesOfAKindAreBuiltAndFoundByName() {
        try (var registry = open(courier("one", Map.of("token", "t1")), courier("two", Map.of("token", "t2")))) {
            assertThat(registry.providers())
                    .extracting(WhatsAppProvider::id)
                    .containsExactly(ONE, ProviderId.of("two"));
            assertThat(registry.find(ProviderId.of("two"))).containsSame(couriers.built.get(1));
            assertThat(registry.find(ProviderId.of("three"))).isEmpty();
            assertThatThrownBy(() -> registry.provider(ProviderId.of("three")))
                    .hasMessage("There is no provider 'three'. There are: one, two.");
        }
        assertThat(couriers.built).allMatch(CourierProvider::isClosed);
    }

    @Test
    void everyProblemOfEveryInstanceIsToldAtOnceAndNothingStaysOpen() {
        assertThatThrownBy(() -> open(
                        courier("one", Map.of("token", "t1")),
                        courier("one", Map.of("token", "t2")),
                        courier(
                                "two",
                                Map.of(
                                        "timeout", "soon", "lanes", "-1", "loud", "yes", "url", "ftp://x", "colour",
                                        "red")),
                        courier("three", Map.of("token", "with space")),
                        ProviderConfig.of(ProviderId.of("four"), "pigeon", Map.of())))
                .isInstanceOfSatisfying(
                        ProviderConfigException.class,
                        refused -> assertThat(refused.problems())
                                .containsExactlyInAnyOrder(
                                        "Provider 'one' is there twice. Give each instance a name of its own.",
                                        "Provider 'two': token is missing. The courier's token.",
                                        "Provider 'two': timeout must be a length of time such as 500ms, 20s, 5m or 1h, but is 'soon'.",
                                        "Provider 'two': lanes must be a whole number above zero, but is '-1'.",
                                        "Provider 'two': loud must be true or false, but is 'yes'.",
                                        "Provider 'two': url must be an address such as https://hooks.example.com/twilio, with http or"
                                                + " https and a host.",
                                        "Provider 'two': colour is not a setting of kind 'courier'. It has lanes, loud, timeout, token,"
                                                + " url.",
                                        "Provider 'three': the token has a space.",
                                        "Provider 'four': there is no kind 'pigeon'. There are: courier. Is the module"
                                                + " wa-provider-pigeon on the class path?"));
        assertThat(couriers.built).hasSize(1).allMatch(CourierProvider::isClosed);
    }

    @Test
    void credentialsAreReplacedWhileTheInstanceRuns() {
        try (var registry = open(courier("one", Map.of("token", "t1", "lanes", "3")))) {
            registry.replaceCredentials(ONE, Map.of("token", "t2"));

            assertThat(couriers.built.get(0).token).isEqualTo("t2");
            assertThat(registry.provider(ONE).credentialsVersion()).isOne();
        }
    }

    @Test
    void whatCannotBeReplacedIsRefusedAndTheOldCredentialsStay() {
        try (var registry = open(courier("one", Map.of("token", "t1")))) {
            assertThatThrownBy(() -> registry.replaceCredentials(ONE, Map.of("token", "t2", "lanes", "4")))
                    .hasMessage("Provider 'one': lanes cannot be replaced while the instance runs. Build it anew.");
            assertThatThrownBy(() -> registry.replaceCredentials(ONE, Map.of("token", "t 2")))
                    .isInstanceOf(ProviderConfigException.class)
                    .hasMessage("Provider 'one': the token has a space.");
            assertThatThrownBy(() -> registry.replaceCredentials(ONE, Map.of("tokens", "t2")))
                    .hasMessageContaining("tokens is not a setting");
            assertThat(couriers.built.get(0).token).isEqualTo("t1");
        }
    }

    @Test
    void instancesOfTheHostAreHeldByName() {
        var own = new CourierProvider(ONE, "t1");
        try (var registry = ProviderRegistry.of(own)) {
            assertThat(registry.provider(ONE)).isSameAs(own);
            assertThatThrownBy(() -> registry.replaceCredentials(ONE, Map.of("token", "t2")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("was not built from configuration");
        }
        assertThatThrownBy(() -> ProviderRegistry.of(own, own)).hasMessageContaining("'one' is there twice");
    }

    @Test
    void healthIsAskedOfTheBsp() {
        try (var registry = open(courier("one", Map.of("token", "t1")))) {
            couriers.built.get(0).health = ProviderHealth.of(State.BLOCKED, "No number.", NOW);

            assertThat(registry.check(ONE))
                    .hasValueSatisfying(health -> assertThat(health.state()).isEqualTo(State.BLOCKED));
        }
    }

    @Test
    void aWatchTellsChangesAndTheEndOfCredentialsOnce() {
        var told = new ArrayList<String>();
        var listener = new HealthListener() {
            @Override
            public void healthChanged(ProviderId provider, ProviderHealth before, ProviderHealth now) {
                told.add(provider + " " + before.state() + " to " + now.state());
            }

            @Override
            public void credentialsExpire(ProviderId provider, Instant end) {
                told.add(provider + " until " + end);
            }
        };
        var settings = new HealthWatch.Settings(Duration.ofDays(1), Duration.ofDays(7));
        try (var registry = open(courier("one", Map.of("token", "t1")));
                var watch = HealthWatch.idle(registry, settings, InstantSource.fixed(NOW), listener)) {
            CourierProvider courier = couriers.built.get(0);
            courier.health = ready().withCredentialsExpireAt(NOW.plus(Duration.ofDays(8)));
            watch.look();
            watch.look();
            courier.health = ready().withCredentialsExpireAt(NOW.plus(Duration.ofDays(7)));
            watch.look();
            watch.look();
            courier.health = ProviderHealth.of(State.BLOCKED, "The token has expired.", NOW)
                    .withCredentialsExpireAt(NOW.plus(Duration.ofDays(7)));
            watch.look();

            assertThat(told)
                    .containsExactly("one UNKNOWN to READY", "one until 2026-11-28T10:00:00Z", "one READY to BLOCKED");
            assertThat(watch.last().get(ONE)).isEqualTo(courier.health);
        }
    }

    @Test
    void oneInstanceThatFailsDoesNotKeepTheWatchFromTheOthers() {
        var settings = new HealthWatch.Settings(Duration.ofDays(1), Duration.ZERO);
        try (var registry = open(courier("one", Map.of("token", "t1")), courier("two", Map.of("token", "t2")));
                var watch = HealthWatch.idle(registry, settings, InstantSource.fixed(NOW), new HealthListener() {})) {
            couriers.built.get(0).broken = true;
            couriers.built.get(1).health = ready();

            watch.look();

            assertThat(watch.last()).containsOnlyKeys(ProviderId.of("two"));
        }
    }

    @Test
    void oneInstanceIsLookedAtAtOnceAndAnOlderLookDoesNotCount() {
        var settings = new HealthWatch.Settings(Duration.ofHours(1), Duration.ofDays(7));
        var changes = new ArrayList<State>();
        HealthListener listener = new HealthListener() {
            @Override
            public void healthChanged(ProviderId provider, ProviderHealth before, ProviderHealth now) {
                changes.add(now.state());
            }
        };
        try (var registry = open(courier("one", Map.of("token", "t1")), courier("two", Map.of("token", "t2")));
                var watch = HealthWatch.idle(registry, settings, InstantSource.fixed(NOW), listener)) {
            couriers.built.get(0).health = ProviderHealth.of(State.BLOCKED, "The token is refused.", NOW);

            assertThat(watch.look(ONE)).contains(couriers.built.get(0).health);
            couriers.built.get(0).health = ProviderHealth.of(State.READY, "All is well.", NOW.minusSeconds(1));
            watch.look(ONE);

            assertThat(watch.last()).containsOnlyKeys(ONE);
            assertThat(watch.last().get(ONE).state()).isEqualTo(State.BLOCKED);
            assertThat(changes).containsExactly(State.BLOCKED);
            assertThatThrownBy(() -> watch.look(ProviderId.of("three"))).hasMessageContaining("There are: one, two.");
        }
    }

    @Test
    void theFactoryOfAnInstanceIsKnownUnlessTheHostBuiltIt() {
        try (var registry = open(courier("one", Map.of("token", "t1")))) {
            assertThat(registry.factory(ONE)).containsSame(couriers);
        }
        try (var registry = ProviderRegistry.of(new CourierProvider(ONE, "t1"))) {
            assertThat(registry.factory(ONE)).isEmpty();
        }
    }

    private static ProviderHealth ready() {
        return ProviderHealth.of(State.READY, "All is well.", NOW);
    }

    /** Builds providers that send nothing. */
    private static final class Courier implements ProviderFactory {

        private final List<CourierProvider> built = new ArrayList<>();

        @Override
        public String kind() {
            return "courier";
        }

        @Override
        public List<ProviderSetting> settings() {
            return List.of(
                    ProviderSetting.required("token", SettingKind.SECRET, "The courier's token.")
                            .replaceable(),
                    ProviderSetting.optional("lanes", SettingKind.NUMBER, "How many lanes."),
                    ProviderSetting.optional("timeout", SettingKind.DURATION, "How long to wait."),
                    ProviderSetting.optional("loud", SettingKind.FLAG, "Whether to shout."),
                    ProviderSetting.optional("url", SettingKind.URL, "Where to go."));
        }

        @Override
        public WhatsAppProvider create(ProviderConfig config) {
            var provider = new CourierProvider(config.id(), checked(config));
            built.add(provider);
            return provider;
        }

        @Override
        public void replaceCredentials(WhatsAppProvider provider, ProviderConfig config) {
            ((CourierProvider) provider).replace(checked(config));
        }

        private static String checked(ProviderConfig config) {
            String token = config.required("token");
            if (token.contains(" ")) {
                throw new IllegalArgumentException("the token has a space.");
            }
            return token;
        }
    }

    private static final class CourierProvider implements WhatsAppProvider {

        private final ProviderId id;
        private String token;
        private long version;
        private boolean closed;
        private boolean broken;
        private ProviderHealth health = ready();

        CourierProvider(ProviderId id, String token) {
            this.id = id;
            this.token = token;
        }

        void replace(String changed) {
            token = changed;
            version++;
        }

        boolean isClosed() {
            return closed;
        }

        @Override
        public Optional<ProviderHealth> health() {
            if (broken) {
                throw new IllegalStateException("broken");
            }
            return Optional.of(health);
        }

        @Override
        public long credentialsVersion() {
            return version;
        }

        @Override
        public ProviderId id() {
            return id;
        }

        @Override
        public SenderId defaultSender() {
            return SenderId.of("1");
        }

        @Override
        public Capabilities capabilities() {
            return Capabilities.builder(RateLimit.perSecond(1)).build();
        }

        @Override
        public ErrorPolicy errors() {
            throw new UnsupportedOperationException("sends nothing");
        }

        @Override
        public CompletionStage<SendOutcome> send(SendRequest request) {
            return CompletableFuture.completedFuture(new SendOutcome.Accepted(MessageId.of("m"), false));
        }

        @Override
        public WebhookCodec webhooks() {
            return new WebhookCodec() {
                @Override
                public Optional<String> handshake(WebhookRequest request) {
                    return Optional.empty();
                }

                @Override
                public SignatureCheck verify(WebhookRequest request) {
                    throw new UnsupportedOperationException("hears nothing");
                }

                @Override
                public List<InboundEvent> parse(WebhookRequest request) {
                    return List.of();
                }
            };
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
