package dev.wakit.samples.server.provider;

import dev.wakit.address.SenderId;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.provider.ProviderHealth;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.provider.registry.HealthListener;
import dev.wakit.provider.registry.HealthWatch;
import dev.wakit.provider.registry.ProviderFactory;
import dev.wakit.provider.registry.ProviderRegistry;
import dev.wakit.provider.registry.ProviderSetting;
import dev.wakit.samples.server.http.ApiException;
import dev.wakit.samples.server.setting.ServerSettings;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The providers of this server, looked at again and again until it is closed. Thread-safe. */
public final class Providers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

    private final ProviderRegistry registry;
    private final CampaignEngine engine;
    private final ServerSettings settings;
    private final HealthWatch watch;

    private Providers(ProviderRegistry registry, CampaignEngine engine, ServerSettings settings, HealthWatch watch) {
        this.registry = registry;
        this.engine = engine;
        this.settings = settings;
        this.watch = watch;
    }

    /** Begins to look at these, which somebody else closes. */
    public static Providers watch(ProviderRegistry registry, CampaignEngine engine, ServerSettings settings) {
        HealthWatch watch =
                registry.watch(HealthWatch.Settings.DEFAULT, InstantSource.system(), new HealthListener() {});
        return new Providers(registry, engine, settings, watch);
    }

    /** All of them, in the order of configuration. */
    public List<WhatsAppProvider> all() {
        return registry.providers();
    }

    /** Their names, separated by commas. */
    String names() {
        return all().stream().map(provider -> provider.id().value()).collect(Collectors.joining(", "));
    }

    /** The provider with this name. */
    Optional<WhatsAppProvider> find(String name) {
        return all().stream()
                .filter(provider -> provider.id().value().equals(name))
                .findFirst();
    }

    /** The kind that configurations name it by. */
    String kind(ProviderId id) {
        return registry.factory(id).map(ProviderFactory::kind).orElse("unknown");
    }

    /** Whether its messages stay on this computer. */
    boolean isSimulated(ProviderId id) {
        return settings.usesSimulator()
                || settings.providers().stream()
                        .anyMatch(config -> config.id().equals(id) && ServerSettings.isSimulated(config));
    }

    /** What the latest look said; empty before the first one, and for a BSP that cannot be asked. */
    Optional<ProviderHealth> health(ProviderId id) {
        return Optional.ofNullable(watch.last().get(id));
    }

    /** Looks now, which may take some seconds. */
    Optional<ProviderHealth> look(ProviderId id) {
        return watch.look(id);
    }

    /** Its usual sender, and those that campaigns have used. */
    List<SenderId> knownSenders(WhatsAppProvider provider) {
        return Stream.concat(
                        Stream.of(provider.defaultSender()),
                        engine.lanes().stream()
                                .map(status -> status.lane())
                                .filter(lane -> lane.provider().equals(provider.id()))
                                .map(lane -> lane.sender()))
                .distinct()
                .toList();
    }

    /** The settings that a running instance can take another value of. */
    List<ProviderSetting> replaceable(ProviderId id) {
        return registry.factory(id).map(ProviderFactory::settings).orElse(List.of()).stream()
                .filter(setting -> setting.swap() == ProviderSetting.Swap.RUNNING)
                .toList();
    }

    /**
     * Gives a running instance other credentials; the old ones stay if the new ones cannot be credentials.
     *
     * @param values by setting
     * @throws ApiException naming every setting that cannot be replaced, or whose value cannot be used
     */
    void replaceCredentials(ProviderId id, Map<String, String> values) {
        List<String> known = replaceable(id).stream().map(ProviderSetting::name).toList();
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (!known.contains(value.getKey())) {
                throw ApiException.invalid(
                        "The field 'settings." + value.getKey() + "' cannot be replaced while provider '" + id
                                + "' runs. Replace one of " + known + ", or change the configuration and start again.");
            }
            if (value.getValue() == null || value.getValue().isBlank()) {
                throw ApiException.invalid(
                        "The field 'settings." + value.getKey() + "' is empty. Give the new value, or leave it out.");
            }
        }
        try {
            registry.replaceCredentials(id, values);
        } catch (IllegalArgumentException refused) {
            throw ApiException.invalid(
                    refused.getMessage() + " Give another value in 'settings'. The old credentials stay in use.");
        }
        LOG.info("Credentials of provider '{}' were replaced: {}", id, values.keySet());
    }

    /** Looks no more. */
    @Override
    public void close() {
        watch.close();
    }
}
