package dev.wakit.testkit.twilio.internal.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.http.Parameters;
import dev.wakit.testkit.twilio.internal.error.TwilioErrors;
import dev.wakit.testkit.twilio.internal.error.TwilioRefusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list. A token names the last element of the page before, so that what is added in front meanwhile is not shown
 * twice and nothing is left out. Immutable.
 *
 * @param <T> the elements
 */
public final class Page<T> {

    private static final int USUAL = 50;
    private static final int LARGEST = 1000;
    private static final String TOKEN = "PA";

    private final String path;
    private final Parameters parameters;
    private final int size;
    private final int number;
    private final int start;
    private final List<T> elements;
    private final String nextToken;

    private Page(
            String path, Parameters parameters, int size, int number, int start, List<T> elements, String nextToken) {
        this.path = path;
        this.parameters = parameters;
        this.size = size;
        this.number = number;
        this.start = start;
        this.elements = elements;
        this.nextToken = nextToken;
    }

    /** Cuts the page out of all elements that the parameters ask for. */
    public static <T> Page<T> of(List<T> all, Function<T, String> sid, String path, Parameters parameters) {
        int size = number("PageSize", parameters, USUAL, 1, LARGEST);
        int number = number("Page", parameters, 0, 0, Integer.MAX_VALUE);
        int start = start(all, sid, parameters.get("PageToken"), Math.min((long) number * size, all.size()));
        List<T> elements = all.subList(start, Math.min(all.size(), start + size));
        boolean last = start + elements.size() >= all.size();
        String next = last ? "" : TOKEN + sid.apply(elements.get(elements.size() - 1));
        return new Page<>(path, parameters, size, number, start, List.copyOf(elements), next);
    }

    private static <T> int start(List<T> all, Function<T, String> sid, String token, long otherwise) {
        if (token.isEmpty()) {
            return (int) otherwise;
        }
        for (int i = 0; i < all.size(); i++) {
            if (token.equals(TOKEN + sid.apply(all.get(i)))) {
                return i + 1;
            }
        }
        throw new TwilioRefusal(TwilioErrors.parameter("PageToken: there is no such page"));
    }

    private static int number(String name, Parameters parameters, int usual, int least, int most) {
        String text = parameters.get(name);
        try {
            int number = text.isEmpty() ? usual : Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number out of range
        }
        throw new TwilioRefusal(TwilioErrors.parameter(name + ": a number from " + least + " to " + most));
    }

    public List<T> elements() {
        return elements;
    }

    /** Returns the fields that a list of version 2010 has, with addresses relative to the host. */
    public ObjectNode uris() {
        ObjectNode node = Json.object();
        node.put("page", number).put("page_size", size);
        node.put("start", start).put("end", start + Math.max(0, elements.size() - 1));
        node.put("uri", address("", number, "")).put("first_page_uri", address("", 0, ""));
        node.put("previous_page_uri", previous(""));
        return node.put("next_page_uri", nextToken.isEmpty() ? null : address("", number + 1, nextToken));
    }

    /** Returns the {@code meta} of the newer lists, with whole addresses. */
    public ObjectNode meta(String baseUrl, String key) {
        ObjectNode node = Json.object();
        node.put("page", number).put("page_size", size);
        node.put("first_page_url", address(baseUrl, 0, "")).put("previous_page_url", previous(baseUrl));
        node.put("url", address(baseUrl, number, ""));
        node.put("next_page_url", nextToken.isEmpty() ? null : address(baseUrl, number + 1, nextToken));
        return node.put("key", key);
    }

    private @Nullable String previous(String baseUrl) {
        return number == 0 ? null : address(baseUrl, number - 1, "");
    }

    private String address(String baseUrl, int page, String token) {
        StringBuilder address = new StringBuilder(baseUrl).append(path).append('?');
        for (String name : parameters.names()) {
            if (!name.startsWith("Page")) {
                parameters.all(name).forEach(value -> append(address, name, value));
            }
        }
        append(address, "PageSize", Integer.toString(size));
        append(address, "Page", Integer.toString(page));
        if (!token.isEmpty()) {
            append(address, "PageToken", token);
        }
        return address.substring(0, address.length() - 1);
    }

    private static void append(StringBuilder address, String name, String value) {
        address.append(encode(name)).append('=').append(encode(value)).append('&');
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
