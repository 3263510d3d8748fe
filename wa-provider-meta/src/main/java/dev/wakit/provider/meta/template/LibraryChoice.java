package dev.wakit.provider.meta.template;

import dev.wakit.template.LanguageCode;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A template of the library, and what it needs to become one of the account. Immutable.
 *
 * @since 0.1
 */
public final class LibraryChoice {

    /** Sentences that some library templates may have or not. */
    public enum Sentence {
        /** Names a number to call. */
        CONTACT_NUMBER,
        /** Links to more. */
        LEARN_MORE_LINK,
        /** Warns not to share a code. */
        SECURITY_RECOMMENDATION,
        /** Links to the parcel. */
        TRACK_PACKAGE_LINK
    }

    private final TemplateName name;
    private final LanguageCode language;
    private final TemplateCategory category;
    private final String libraryName;
    private final List<LibraryButton> buttons;
    private final Set<Sentence> sentences;
    private final @Nullable Duration codeExpiration;

    private LibraryChoice(Builder builder) {
        this.name = builder.name;
        this.language = builder.language;
        this.category = builder.category;
        this.libraryName = builder.libraryName;
        this.buttons = List.copyOf(builder.buttons);
        this.sentences = Set.copyOf(builder.sentences);
        this.codeExpiration = builder.codeExpiration;
    }

    /**
     * Returns a builder.
     *
     * @param name the name in the account
     * @param language the language
     * @param category {@code UTILITY} or {@code AUTHENTICATION}, as in the library
     * @param libraryName the name in the library
     */
    public static Builder builder(
            TemplateName name, LanguageCode language, TemplateCategory category, String libraryName) {
        return new Builder(name, language, category, libraryName);
    }

    /** Returns a builder for a template as the library shows it. */
    public static Builder builder(TemplateName name, LibraryTemplate template) {
        return new Builder(name, template.language(), template.category(), template.name());
    }

    /** Returns the name in the account. */
    public TemplateName name() {
        return name;
    }

    /** Returns the language. */
    public LanguageCode language() {
        return language;
    }

    /** Returns the category. */
    public TemplateCategory category() {
        return category;
    }

    /** Returns the name in the library. */
    public String libraryName() {
        return libraryName;
    }

    /** Returns what its buttons need, in order; unmodifiable. */
    public List<LibraryButton> buttons() {
        return buttons;
    }

    /** Returns the sentences it has; unmodifiable. */
    public Set<Sentence> sentences() {
        return sentences;
    }

    /** Returns after how long a code expires, if it says so. */
    public Optional<Duration> codeExpiration() {
        return Optional.ofNullable(codeExpiration);
    }

    @Override
    public String toString() {
        return "LibraryChoice[name=" + name + ", language=" + language + ", libraryName=" + libraryName + "]";
    }

    /**
     * Builds a {@link LibraryChoice}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final TemplateName name;
        private final LanguageCode language;
        private final TemplateCategory category;
        private final String libraryName;
        private final List<LibraryButton> buttons = new ArrayList<>();
        private final Set<Sentence> sentences = EnumSet.noneOf(Sentence.class);
        private @Nullable Duration codeExpiration;

        private Builder(TemplateName name, LanguageCode language, TemplateCategory category, String libraryName) {
            this.name = Objects.requireNonNull(name, "name");
            this.language = Objects.requireNonNull(language, "language");
            this.category = Objects.requireNonNull(category, "category");
            this.libraryName = Objects.requireNonNull(libraryName, "libraryName");
        }

        /** Adds what the next button needs. */
        public Builder addButton(LibraryButton button) {
            buttons.add(Objects.requireNonNull(button, "button"));
            return this;
        }

        /** Adds a sentence. */
        public Builder addSentence(Sentence sentence) {
            sentences.add(Objects.requireNonNull(sentence, "sentence"));
            return this;
        }

        /** Says when a code expires: 1 to 90 minutes. */
        public Builder codeExpiration(Duration after) {
            this.codeExpiration = Objects.requireNonNull(after, "after");
            return this;
        }

        /** Returns the choice. */
        public LibraryChoice build() {
            return new LibraryChoice(this);
        }
    }
}
