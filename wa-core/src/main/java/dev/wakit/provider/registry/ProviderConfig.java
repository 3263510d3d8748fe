package dev.wakit.provider.registry;

import dev.wakit.provider.ProviderId;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The values that one instance of a provider is built from.
 *
 * <p>Names of settings are in lower case, joined with {@code -}. A {@link ProviderFactory} sees only configurations whose values were
 * checked against its {@link ProviderFactory#settings()}, so that the typed readers below do not fail there.
 *
 * <p>Immutable. {@link #toString()} shows no value.
 *
 * @since 0.1
 */
public final class ProviderConfig {

    private final ProviderId id;
    private final String kind;
    private final Map<String, String> values;

    private ProviderConfig(ProviderId id, String kind, Map<String, String> values) {
        this.id = Objects.requireNonNull(id, "id");
        this.kind = Objects.requireNonNull(kind, "kind");
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /**
     * The configuration of one instance.
     *
     * @param id the name of the instance
     * @param kind the kind of provider, as {@link ProviderFactory#kind()} names it
     * @param values settings by name
     */
    public static ProviderConfig of(ProviderId id, String kind, Map<String, String> values) {
        return new ProviderConfig(id, kind, values);
    }

    /** The name of the instance. */
    public ProviderId id() {
        return id;
    }

    /** The kind of provider. */
    public String kind() {
        return kind;
    }

    /** The names of the settings that have a value. */
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    /** A value as it was written; empty if it is absent or blank. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /**
     * A value that must be there.
     *
     * @throws IllegalArgumentException if it is not
     */
    public String required(String name) {
        return text(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("Provider '" + id + "' has no setting '" + name + "'."));
    }

    /** The parts of a value that are separated by commas; none if it is absent. */
    public List<String> list(String name) {
        return text(name).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** A value as an address. */
    public Optional<URI> url(String name) {
        return text(name).map(URI::create);
    }

    /** A value as a length of time. */
    public Optional<Duration> duration(String name) {
        return text(name).map(DurationText::parse);
    }

    /** A value as a whole number. */
    public Optional<Integer> number(String name) {
        return text(name).map(Integer::valueOf);
    }

    /** A value as yes or no. */
    public Optional<Boolean> flag(String name) {
        return text(name).map(Boolean::valueOf);
    }

    /** The same with other values for some settings. */
    public ProviderConfig with(Map<String, String> changes) {
        var changed = new TreeMap<>(values);
        changed.putAll(changes);
        return new ProviderConfig(id, kind, changed);
    }

    @Override
    public String toString() {
        return "ProviderConfig[" + id + ", " + kind + ", " + values.keySet() + "]";
    }
}
