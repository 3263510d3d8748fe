package dev.wakit.benchmarks.measure;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a measured process is told, as {@code name=value}. Immutable. */
public final class Settings {

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** No settings yet. */
    public static Settings none() {
        return new Settings(Map.of());
    }

    /**
     * Reads arguments.
     *
     * @throws IllegalArgumentException if one has no {@code =}
     */
    public static Settings parse(List<String> arguments) {
        var values = new LinkedHashMap<String, String>();
        for (String argument : arguments) {
            int at = argument.indexOf('=');
            if (at < 1) {
                throw new IllegalArgumentException("'" + argument + "' is no setting. Write it as name=value.");
            }
            values.put(argument.substring(0, at), argument.substring(at + 1));
        }
        return new Settings(values);
    }

    /** These settings and one more, in the place of an earlier value. */
    public Settings with(String name, Object value) {
        var more = new LinkedHashMap<>(values);
        more.put(name, value.toString());
        return new Settings(more);
    }

    /** These settings and others, which win. */
    public Settings with(Settings others) {
        var more = new LinkedHashMap<>(values);
        more.putAll(others.values);
        return new Settings(more);
    }

    /** The value, if there is one. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * The value.
     *
     * @throws IllegalArgumentException if it is missing
     */
    public String text(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The setting '" + name + "' is missing. Give it as " + name + "=..."));
    }

    /**
     * The value as a number.
     *
     * @throws IllegalArgumentException if it is missing or no number
     */
    public int number(String name) {
        return Integer.parseInt(text(name));
    }

    /** The value as a number, or another one if it is missing. */
    public int number(String name, int otherwise) {
        return find(name).map(Integer::parseInt).orElse(otherwise);
    }

    /** The value as a decimal number. */
    public double decimal(String name) {
        return Double.parseDouble(text(name));
    }

    /** As arguments that {@link #parse} reads. */
    public List<String> arguments() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .toList();
    }

    @Override
    public String toString() {
        return Arrays.toString(arguments().toArray());
    }
}
