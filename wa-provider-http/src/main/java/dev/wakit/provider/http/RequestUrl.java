package dev.wakit.provider.http;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;

/**
 * Builds the address of a request out of unescaped parts.
 *
 * <p>Immutable; its methods return a copy with one more part.
 *
 * @since 0.1
 */
public final class RequestUrl {

    private final HttpUrl url;

    private RequestUrl(HttpUrl url) {
        this.url = url;
    }

    /**
     * Starts below a base address.
     *
     * @throws IllegalArgumentException if it is neither http nor https
     */
    public static RequestUrl of(URI base) {
        HttpUrl url = HttpUrl.get(base);
        if (url == null) {
            throw new IllegalArgumentException("'" + base.getScheme() + ":…' is not an address of http or https.");
        }
        return new RequestUrl(url);
    }

    /**
     * With further segments of the path, each escaped, so that none can lead elsewhere.
     *
     * @throws IllegalArgumentException if one is empty, {@code .} or {@code ..}
     */
    public RequestUrl path(Iterable<String> segments) {
        HttpUrl.Builder longer = url.newBuilder();
        for (String segment : segments) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw new IllegalArgumentException("'" + segment + "' cannot be a segment of an address.");
            }
            longer.addPathSegment(segment);
        }
        return new RequestUrl(longer.build());
    }

    /** With further segments of the path, see {@link #path(Iterable)}. */
    public RequestUrl path(String... segments) {
        return path(List.of(segments));
    }

    /** With one more parameter. */
    public RequestUrl query(String name, String value) {
        return new RequestUrl(url.newBuilder()
                .addQueryParameter(name, Objects.requireNonNull(value, "value"))
                .build());
    }

    /** With further parameters, in the map's order. */
    public RequestUrl query(Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return this;
        }
        HttpUrl.Builder longer = url.newBuilder();
        parameters.forEach(longer::addQueryParameter);
        return new RequestUrl(longer.build());
    }

    HttpUrl target() {
        return url;
    }

    /** The address. */
    public URI uri() {
        return url.uri();
    }

    /** The host only, since the rest may hold personal data. */
    @Override
    public String toString() {
        return "RequestUrl[" + url.host() + "]";
    }
}
