package dev.wakit.provider.twilio.content;

import dev.wakit.InvalidMessageException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A Content to create. Immutable.
 *
 * @since 0.1
 */
public final class ContentDraft {

    /** The most variables of a Content: {@value}. */
    public static final int MAX_VARIABLES = 100;

    private final String friendlyName;
    private final String language;
    private final Map<String, String> variables;
    private final List<ContentType> types;

    private ContentDraft(Builder builder) {
        this.friendlyName = builder.friendlyName;
        this.language = builder.language;
        this.variables = Collections.unmodifiableMap(new LinkedHashMap<>(builder.variables));
        this.types = List.copyOf(builder.types);
    }

    /**
     * Starts a draft.
     *
     * @param friendlyName the name that Twilio's console shows
     * @param language such as {@code en} or {@code pt_BR}
     * @param type its first form
     */
    public static Builder builder(String friendlyName, String language, ContentType type) {
        return new Builder(friendlyName, language).add(type);
    }

    /** The name that Twilio's console shows. */
    public String friendlyName() {
        return friendlyName;
    }

    /** The language. */
    public String language() {
        return language;
    }

    /** An example for each variable, which reviewers see. */
    public Map<String, String> variables() {
        return variables;
    }

    /** The forms. */
    public List<ContentType> types() {
        return types;
    }

    @Override
    public String toString() {
        return "ContentDraft[" + friendlyName + ", " + language + "]";
    }

    /** Collects the parts of a {@link ContentDraft}. Not thread-safe. */
    public static final class Builder {

        private final String friendlyName;
        private final String language;
        private final Map<String, String> variables = new LinkedHashMap<>();
        private final List<ContentType> types = new ArrayList<>();

        private Builder(String friendlyName, String language) {
            this.friendlyName = Objects.requireNonNull(friendlyName, "friendlyName");
            this.language = Objects.requireNonNull(language, "language");
        }

        /** Adds a form; Twilio falls back to a plainer one where a channel cannot show a richer one. */
        public Builder add(ContentType type) {
            types.add(Objects.requireNonNull(type, "type"));
            return this;
        }

        /** Sets the example of a variable. */
        public Builder variable(String name, String example) {
            variables.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(example, "example"));
            return this;
        }

        /** Sets the examples of variables. */
        public Builder variables(Map<String, String> examples) {
            examples.forEach(this::variable);
            return this;
        }

        /**
         * Builds the draft.
         *
         * @throws InvalidMessageException if the name or language is blank, a type occurs twice or is unknown, or there are more
         *     than {@value ContentDraft#MAX_VARIABLES} variables
         */
        public ContentDraft build() {
            check(!friendlyName.isBlank(), "friendly_name", "must not be blank.");
            check(!language.isBlank(), "language", "must not be blank. Use a code such as en or pt_BR.");
            check(
                    variables.size() <= MAX_VARIABLES,
                    "variables",
                    "must have at most " + MAX_VARIABLES + " elements, but has " + variables.size() + ".");
            check(
                    types.stream().noneMatch(ContentType.Other.class::isInstance),
                    "types",
                    "must not hold a type that this version does not know.");
            check(
                    types.stream().map(ContentType::name).distinct().count() == types.size(),
                    "types",
                    "must have each type once.");
            return new ContentDraft(this);
        }

        private static void check(boolean holds, String field, String problem) {
            if (!holds) {
                throw new InvalidMessageException(field, problem);
            }
        }
    }
}
