package dev.wakit.samples.server.campaign;

import dev.wakit.samples.server.http.ApiException;
import io.javalin.http.Context;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads the query parameters of lists. */
public final class Page {

    private Page() {}

    /** The parameter {@code limit}, within bounds. */
    public static int limit(Context ctx, int usual, int most) {
        String text = ctx.queryParam("limit");
        if (text == null) {
            return usual;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Answered below, like a number out of bounds.
        }
        throw ApiException.invalid("'limit' is '" + text + "'. Use a number from 1 to " + most + ".");
    }

    /** A parameter that names constants, separated by commas; empty when it is not there. */
    public static <E extends Enum<E>> Set<E> constants(Context ctx, String parameter, Class<E> type) {
        var found = new LinkedHashSet<E>();
        String text = ctx.queryParam(parameter);
        if (text != null && !text.isBlank()) {
            for (String word : text.split(",")) {
                found.add(Asked.oneOf(type, word.strip(), parameter));
            }
        }
        return found;
    }
}
