package dev.wakit.provider.meta.internal.http;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where a request goes, below the base address and the Graph version.
 *
 * @param path ids and edges
 * @param query unescaped parameters; no credentials, but for a token that Meta is asked about
 */
public record GraphRequest(List<String> path, Map<String, String> query) {

    private static final Pattern SEGMENT = Pattern.compile("(upload:)?[A-Za-z0-9_=-]+");
    private static final String UPLOAD = "upload:";

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

    /** Whether it goes to a session of the resumable upload, which authenticates in its own way. */
    boolean isUpload() {
        return !path.isEmpty() && path.get(0).startsWith(UPLOAD);
    }

    @Override
    public String toString() {
        return "GraphRequest" + path;
    }
}
