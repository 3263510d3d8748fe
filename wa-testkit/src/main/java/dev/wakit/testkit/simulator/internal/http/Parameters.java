package dev.wakit.testkit.simulator.internal.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parameters of a query or of a form, in the order in which they came. Immutable. */
public final class Parameters {

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Reads {@code name=value&name=value}, with percent signs and plus signs. */
    public static Parameters parse(String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            values.computeIfAbsent(decode(name), it -> new ArrayList<>(1)).add(decode(value));
        }
        return new Parameters(values);
    }

    /** Returns the last value of a parameter, or an empty string. */
    public String get(String name) {
        List<String> all = values.get(name);
        return all == null ? "" : all.get(all.size() - 1);
    }

    /** Returns every value of a parameter that may be repeated. */
    public List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    Map<String, String> last() {
        Map<String, String> last = new LinkedHashMap<>();
        values.keySet().forEach(name -> last.put(name, get(name)));
        return last;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
