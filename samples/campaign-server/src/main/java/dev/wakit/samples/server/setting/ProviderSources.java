package dev.wakit.samples.server.setting;

import dev.wakit.provider.registry.ProviderConfig;
import dev.wakit.provider.registry.ProviderConfigException;
import dev.wakit.provider.registry.ProviderConfigs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Reads the providers from a file of properties and from the environment, which wins for a setting that both have. */
final class ProviderSources {

    private static final String NEAR_MISS = "WAKIT_PROVIDER_";

    private ProviderSources() {}

    /**
     * What is configured, by name; empty if nothing is.
     *
     * @throws ProviderConfigException naming every variable and line that names no instance and setting
     */
    static List<ProviderConfig> read(String file, Map<String, String> environment) {
        refuseNearMisses(environment);
        Properties properties = file.isEmpty() ? new Properties() : load(Path.of(file));
        ProviderConfigs.fromEnvironment(environment).forEach(config -> add(properties, config));
        return ProviderConfigs.fromProperties(properties);
    }

    /** With one underscore the variable would configure nothing, and the simulator would be used without a word. */
    private static void refuseNearMisses(Map<String, String> environment) {
        List<String> problems = environment.keySet().stream()
                .filter(name -> name.startsWith(NEAR_MISS) && !name.startsWith(ProviderConfigs.VARIABLE_PREFIX))
                .sorted()
                .map(name -> name + " has one underscore where two belong. Write "
                        + ProviderConfigs.VARIABLE_PREFIX + "META__ACCESS_TOKEN for the setting access-token of the"
                        + " provider meta.")
                .toList();
        if (!problems.isEmpty()) {
            throw new ProviderConfigException(problems);
        }
    }

    private static Properties load(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new ProviderConfigException(List.of("WAKIT_PROVIDERS_FILE is '" + file
                    + "', which cannot be read as properties in UTF-8. Give the path of a readable file."));
        }
        List<String> foreign = properties.stringPropertyNames().stream()
                .filter(name -> !name.startsWith(ProviderConfigs.PROPERTY_PREFIX))
                .sorted()
                .map(name -> "The file of WAKIT_PROVIDERS_FILE has '" + name
                        + "', which names no provider. Begin names with "
                        + ProviderConfigs.PROPERTY_PREFIX.substring(0, ProviderConfigs.PROPERTY_PREFIX.length() - 1)
                        + ".")
                .toList();
        if (!foreign.isEmpty()) {
            throw new ProviderConfigException(foreign);
        }
        return properties;
    }

    private static void add(Properties properties, ProviderConfig config) {
        String prefix = ProviderConfigs.PROPERTY_PREFIX + config.id() + ".";
        if (config.kind().equals(config.id().value())) {
            properties.putIfAbsent(prefix + "kind", config.kind());
        } else {
            properties.setProperty(prefix + "kind", config.kind());
        }
        config.names()
                .forEach(name -> config.text(name).ifPresent(value -> properties.setProperty(prefix + name, value)));
    }
}
