package dev.wakit.provider.meta.internal.http;

import java.util.List;
import java.util.Map;

/**
 * Where a request goes, below the base address and the Graph version.
 *
 * @param path unescaped path segments
 * @param query unescaped parameters; never credentials
 */
public record GraphRequest(List<String> path, Map<String, String> query) {

    /** A request without parameters. */
    public static GraphRequest to(String... path) {
        return new GraphRequest(List.of(path), Map.of());
    }
}
