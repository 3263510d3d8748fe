package dev.wakit.provider.meta.internal.http;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where a request goes, below the base address and the Graph version.
 *
 * @param path ids and edges
 * @param query unescaped parameters; never credentials
 */
public record GraphRequest(List<String> path, Map<String, String> query) {

    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_-]+");

    /** Checks that no segment can lead elsewhere. */
    public GraphRequest {
        path = List.copyOf(path);
        query = Map.copyOf(query);
        for (String segment : path) {
            if (!SEGMENT.matcher(segment).matches()) {
                throw new IllegalArgumentException(
                        "'" + segment + "' is not a Graph id. Use letters, digits, '_' or '-'.");
            }
        }
    }

    /** A request without parameters. */
    public static GraphRequest to(String... path) {
        return new GraphRequest(List.of(path), Map.of());
    }
}
