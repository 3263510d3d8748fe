package dev.wakit.provider.registry;

import dev.wakit.provider.ProviderHealth;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.WhatsAppProvider;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Named instances of providers, several of a kind if need be.
 *
 * <p>Built from configuration it says all problems of all instances at once and then keeps none of them open. It owns what it built:
 * {@link #close()} closes them. Thread-safe.
 *
 * @since 0.1
 */
public final class ProviderRegistry implements AutoCloseable {

    private final Map<ProviderId, Instance> instances;

    private ProviderRegistry(Map<ProviderId, Instance> instances) {
        this.instances = Collections.unmodifiableMap(instances);
    }

    /**
     * Builds what configurations name, with the factories that {@link ServiceLoader} finds.
     *
     * @throws ProviderConfigException naming every problem of every instance
     */
    public static ProviderRegistry open(List<ProviderConfig> configs) {
        return open(configs, ServiceLoader.load(ProviderFactory.class));
    }

    /**
     * Builds what configurations name, with these factories.
     *
     * @throws ProviderConfigException naming every problem of every instance
     */
    public static ProviderRegistry open(List<ProviderConfig> configs, Iterable<? extends ProviderFactory> factories) {
        return new Opening(factories).open(configs);
    }

    /**
     * Instances that the host built itself. Their credentials are replaced by their own methods.
     *
     * @throws ProviderConfigException if two have the same name
     */
    public static ProviderRegistry of(WhatsAppProvider... providers) {
        var instances = new LinkedHashMap<ProviderId, Instance>();
        var problems = new ArrayList<String>();
        for (WhatsAppProvider provider : providers) {
            if (instances.putIfAbsent(provider.id(), new Instance(provider, Optional.empty())) != null) {
                problems.add(twice(provider.id()));
            }
        }
        refuse(problems);
        return new ProviderRegistry(instances);
    }

    /** Every instance, in the order of configuration. */
    public List<WhatsAppProvider> providers() {
        return instances.values().stream().map(Instance::provider).toList();
    }

    /** The instance of that name. */
    public Optional<WhatsAppProvider> find(ProviderId id) {
        return Optional.ofNullable(instances.get(id)).map(Instance::provider);
    }

    /**
     * The instance of that name.
     *
     * @throws IllegalArgumentException naming the instances that there are
     */
    public WhatsAppProvider provider(ProviderId id) {
        return instance(id).provider();
    }

    /**
     * What built the instance, which knows its kind and its settings; empty if the host built it.
     *
     * @throws IllegalArgumentException if there is no such instance
     */
    public Optional<ProviderFactory> factory(ProviderId id) {
        return instance(id).factory();
    }

    /**
     * Gives a running instance other credentials. Requests that are built from now on carry them, and lanes that wait because the old
     * ones were refused go on at once.
     *
     * @param id the instance
     * @param changes values by name, only of settings that are {@linkplain ProviderSetting.Swap#RUNNING replaceable}
     * @throws ProviderConfigException naming every problem; the instance keeps the old ones
     * @throws IllegalArgumentException if there is no such instance
     * @throws IllegalStateException if the host built the instance itself
     */
    public void replaceCredentials(ProviderId id, Map<String, String> changes) {
        instance(id).replace(changes);
    }

    /**
     * Looks at the BSP now, blocking for at most some seconds; empty if it cannot be asked.
     *
     * @throws IllegalArgumentException if there is no such instance
     */
    public Optional<ProviderHealth> check(ProviderId id) {
        return instance(id).provider().health();
    }

    /**
     * Begins to look at every instance again and again, until the watch is closed.
     *
     * @param settings how often, and when to warn
     * @param clock to compare the end of credentials with
     * @param listener what to tell
     */
    public HealthWatch watch(HealthWatch.Settings settings, InstantSource clock, HealthListener listener) {
        return HealthWatch.start(this, settings, clock, listener);
    }

    /** Closes every instance. */
    @Override
    public void close() {
        providers().forEach(WhatsAppProvider::close);
    }

    private Instance instance(ProviderId id) {
        Instance instance = instances.get(id);
        if (instance == null) {
            throw new IllegalArgumentException(
                    "There is no provider '" + id + "'. There are: " + names(instances.keySet().stream()) + ".");
        }
        return instance;
    }

    private static String names(Stream<?> things) {
        String names = things.map(String::valueOf).collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }

    private static String twice(ProviderId id) {
        return "Provider '" + id + "' is there twice. Give each instance a name of its own.";
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new ProviderConfigException(problems);
        }
    }

    /** A provider, and what it was built from unless the host built it. */
    private static final class Instance {

        private final WhatsAppProvider provider;
        private Optional<Origin> origin;

        Instance(WhatsAppProvider provider, Optional<Origin> origin) {
            this.provider = provider;
            this.origin = origin;
        }

        WhatsAppProvider provider() {
            return provider;
        }

        synchronized Optional<ProviderFactory> factory() {
            return origin.map(Origin::factory);
        }

        synchronized void replace(Map<String, String> changes) {
            Origin old = origin.orElseThrow(() -> new IllegalStateException("Provider '" + provider.id()
                    + "' was not built from configuration. Use its own method to replace its credentials."));
            origin = Optional.of(old.replace(provider, changes));
        }
    }

    /** A configuration and the factory that understands it. */
    private record Origin(ProviderFactory factory, ProviderConfig config) {

        Origin replace(WhatsAppProvider provider, Map<String, String> changes) {
            ProviderConfig changed = config.with(changes);
            var problems = new ArrayList<>(ConfigChecks.problems(changed, factory.settings()));
            factory.settings().stream()
                    .filter(setting -> changes.containsKey(setting.name()))
                    .filter(setting -> setting.swap() == ProviderSetting.Swap.RESTART)
                    .forEach(setting -> problems.add(ConfigChecks.about(config, setting.name())
                            + "cannot be replaced while the instance runs. Build it anew."));
            refuse(problems);
            try {
                factory.replaceCredentials(provider, changed);
            } catch (IllegalArgumentException refused) {
                throw new ProviderConfigException(List.of(ConfigChecks.sentence(config, refused)));
            }
            return new Origin(factory, changed);
        }
    }

    /** Builds instances one after the other and remembers what went wrong. */
    private static final class Opening {

        private final Map<String, ProviderFactory> factories;
        private final Map<ProviderId, Instance> built = new LinkedHashMap<>();
        private final List<String> problems = new ArrayList<>();

        Opening(Iterable<? extends ProviderFactory> factories) {
            var byKind = new ArrayList<ProviderFactory>();
            factories.forEach(byKind::add);
            this.factories = byKind.stream()
                    .collect(Collectors.toMap(
                            ProviderFactory::kind, Function.identity(), Opening::refuseTwo, TreeMap::new));
        }

        private static ProviderFactory refuseTwo(ProviderFactory one, ProviderFactory other) {
            throw new ProviderConfigException(List.of("Two factories are for kind '" + one.kind() + "': "
                    + one.getClass().getName() + " and " + other.getClass().getName() + ". Leave one out."));
        }

        ProviderRegistry open(List<ProviderConfig> configs) {
            try {
                configs.forEach(this::add);
                refuse(problems);
                return new ProviderRegistry(built);
            } catch (RuntimeException | Error failed) {
                built.values().forEach(instance -> instance.provider().close());
                throw failed;
            }
        }

        private void add(ProviderConfig config) {
            ProviderFactory factory = factories.get(config.kind());
            if (factory == null) {
                problems.add("Provider '" + config.id() + "': there is no kind '" + config.kind() + "'. There are: "
                        + names(factories.keySet().stream()) + ". Is the module wa-provider-" + config.kind()
                        + " on the class path?");
                return;
            }
            List<String> wrong = ConfigChecks.problems(config, factory.settings());
            problems.addAll(wrong);
            if (built.containsKey(config.id())) {
                problems.add(twice(config.id()));
            } else if (wrong.isEmpty()) {
                create(factory, config);
            }
        }

        private void create(ProviderFactory factory, ProviderConfig config) {
            try {
                WhatsAppProvider provider = Objects.requireNonNull(factory.create(config), "provider");
                built.put(config.id(), new Instance(provider, Optional.of(new Origin(factory, config))));
            } catch (IllegalArgumentException refused) {
                problems.add(ConfigChecks.sentence(config, refused));
            }
        }
    }
}
