package dev.wakit.provider.meta.template;

import dev.wakit.template.LanguageCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What to look for in Meta's library of templates. Immutable.
 *
 * <p>Topics, uses and industries are Meta's words, such as {@code ORDER_MANAGEMENT}, {@code DELIVERY_UPDATE} and {@code E_COMMERCE};
 * they grow, so they are passed on as they are.
 *
 * @param filters Meta's names of the filters and what they ask for
 * @since 0.1
 */
public record LibraryQuery(Map<String, String> filters) {

    /** Copies the filters. */
    public LibraryQuery {
        filters = Map.copyOf(filters);
    }

    /** Returns the query for everything. */
    public static LibraryQuery all() {
        return new LibraryQuery(Map.of());
    }

    /** Returns the same query for texts that contain something. */
    public LibraryQuery search(String text) {
        return with("search", text);
    }

    /** Returns the same query for a topic. */
    public LibraryQuery topic(String topic) {
        return with("topic", topic);
    }

    /** Returns the same query for a use. */
    public LibraryQuery useCase(String useCase) {
        return with("usecase", useCase);
    }

    /** Returns the same query for an industry. */
    public LibraryQuery industry(String industry) {
        return with("industry", industry);
    }

    /** Returns the same query for a language. */
    public LibraryQuery language(LanguageCode language) {
        return with("language", language.value());
    }

    private LibraryQuery with(String filter, String value) {
        var more = new LinkedHashMap<>(filters);
        more.put(filter, Objects.requireNonNull(value, filter));
        return new LibraryQuery(more);
    }
}
