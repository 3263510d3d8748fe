package dev.wakit.provider.twilio.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.http.RequestUrl;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Pointers to the next page of a listing.
 *
 * <p>Twilio gives a whole address. Only its page parameters are used, on the address that we know, so that no answer can lead the
 * credentials elsewhere.
 */
public final class Pages {

    private static final Set<String> PARAMETERS = Set.of("Page", "PageToken");

    private Pages() {}

    /** The pointer of a page of the older API, or of a newer one; empty on the last page. */
    public static Optional<String> next(JsonNode page) {
        return Json.text(page, "meta", "next_page_url")
                .or(() -> Json.text(page, "next_page_uri"))
                .map(Pages::pointer)
                .filter(pointer -> !pointer.isEmpty());
    }

    private static String pointer(String address) {
        int question = address.indexOf('?');
        return question < 0
                ? ""
                : Arrays.stream(address.substring(question + 1).split("&"))
                        .filter(pair -> PARAMETERS.contains(name(pair)))
                        .map(pair -> name(pair) + "=" + encoded(value(pair)))
                        .collect(Collectors.joining("&"));
    }

    /**
     * The address of the page that a pointer points to; the first page for an empty one.
     *
     * @throws IllegalArgumentException if it is not a pointer of ours
     */
    public static RequestUrl at(RequestUrl first, String pointer) {
        RequestUrl url = first;
        if (pointer.isEmpty()) {
            return url;
        }
        for (String pair : pointer.split("&")) {
            if (!PARAMETERS.contains(name(pair))) {
                throw new IllegalArgumentException("A page pointer of " + pointer.length()
                        + " characters was not made by a listing of Twilio." + " Pass next() of the page before.");
            }
            url = url.query(name(pair), value(pair));
        }
        return url;
    }

    private static String name(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? pair : pair.substring(0, equals);
    }

    private static String value(String pair) {
        int equals = pair.indexOf('=');
        try {
            return equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformedEscape) {
            return "";
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
