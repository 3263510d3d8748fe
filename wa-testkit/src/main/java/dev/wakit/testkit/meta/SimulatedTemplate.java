package dev.wakit.testkit.meta;

import dev.wakit.testkit.meta.internal.template.Placeholders;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A message template registered with the simulator, in one language.
 *
 * <p>Placeholders are read from the texts: {@code {{1}}} makes a positional template, {@code {{first_name}}} a named
 * one. Immutable.
 *
 * <pre>{@code
 * SimulatedTemplate.builder("order_update", "en_US", SimulatedTemplate.Category.UTILITY)
 *         .body("Your order {{1}} is {{2}}.")
 *         .build();
 * }</pre>
 */
public final class SimulatedTemplate {

    /** The category Meta bills and limits a template by. */
    public enum Category {
        /** Offers and news. */
        MARKETING,
        /** About an order or an account. */
        UTILITY,
        /** One-time codes. */
        AUTHENTICATION
    }

    private final Builder definition;

    private SimulatedTemplate(Builder definition) {
        this.definition = definition;
    }

    /** Returns a builder of an approved template without any component. */
    public static Builder builder(String name, String language, Category category) {
        return new Builder(name, language, category);
    }

    /** Returns a builder that starts with everything this template has. */
    public Builder toBuilder() {
        return definition.copy();
    }

    /** Returns the name. */
    public String name() {
        return definition.name;
    }

    /** Returns the language code, such as {@code en_US}. */
    public String language() {
        return definition.language;
    }

    /** Returns the category. */
    public Category category() {
        return definition.category;
    }

    /** Returns the status; only {@code APPROVED} can be sent. */
    public String status() {
        return definition.status;
    }

    /** Returns the text of the body. */
    public String body() {
        return definition.body;
    }

    /** Returns the text of a text header; empty for another header or none. */
    public String headerText() {
        return definition.headerText;
    }

    /** Returns {@code TEXT}, {@code IMAGE}, {@code VIDEO}, {@code DOCUMENT} or {@code LOCATION}; empty without a header. */
    public String headerFormat() {
        return definition.headerFormat;
    }

    /** Returns the text of the footer; empty without one. */
    public String footer() {
        return definition.footer;
    }

    /** Returns the buttons in order. */
    public List<Button> buttons() {
        return List.copyOf(definition.buttons);
    }

    /** Returns the cards of the carousel in order; empty without one. */
    public List<Card> cards() {
        return List.copyOf(definition.cards);
    }

    /** Returns true when the template is an offer that ends, and each message says when. */
    public boolean offerEnds() {
        return definition.offerEnds;
    }

    /** Returns true when the placeholders have names. */
    public boolean isNamed() {
        String cardTexts = definition.cards.stream().map(Card::body).collect(Collectors.joining());
        return Placeholders.in(definition.headerText + definition.body + cardTexts).stream()
                .anyMatch(placeholder -> !placeholder.chars().allMatch(Character::isDigit));
    }

    @Override
    public String toString() {
        return "SimulatedTemplate[" + name() + " " + language() + ", " + category() + ", " + status() + "]";
    }

    /**
     * A button of a template. Immutable.
     *
     * @param type {@code QUICK_REPLY}, {@code URL} or another type of the Graph API
     * @param text the label
     * @param url the address of a URL button, which may end in a placeholder; empty for other types
     */
    public record Button(String type, String text, String url) {

        /** Returns true when a message must bring a value for this button. */
        public boolean takesParameter() {
            return url.contains("{{");
        }
    }

    /**
     * A card of a carousel. Immutable.
     *
     * @param headerFormat {@code IMAGE}, {@code VIDEO} or {@code PRODUCT}
     * @param body the text; empty without one
     * @param buttons the buttons in order
     */
    public record Card(String headerFormat, String body, List<Button> buttons) {

        /** Copies the buttons. */
        public Card {
            buttons = List.copyOf(buttons);
        }
    }

    /** Collects a template. Not thread-safe; build once and share the result. */
    public static final class Builder {

        private final String name;
        private final String language;
        private final Category category;
        private String status = "APPROVED";
        private String headerFormat = "";
        private String headerText = "";
        private String body = "";
        private String footer = "";
        private final List<Button> buttons = new ArrayList<>();
        private final List<Card> cards = new ArrayList<>();
        private boolean offerEnds;

        private Builder(String name, String language, Category category) {
            this.name = Objects.requireNonNull(name, "name");
            this.language = Objects.requireNonNull(language, "language");
            this.category = Objects.requireNonNull(category, "category");
        }

        /** Sets the status, such as {@code PAUSED} or {@code REJECTED}; {@code APPROVED} unless set. */
        public Builder status(String newStatus) {
            this.status = Objects.requireNonNull(newStatus, "status");
            return this;
        }

        /** Adds a text header, with at most one placeholder. */
        public Builder header(String text) {
            this.headerFormat = "TEXT";
            this.headerText = Objects.requireNonNull(text, "text");
            return this;
        }

        /** Adds a header of another format: {@code IMAGE}, {@code VIDEO}, {@code DOCUMENT} or {@code LOCATION}. */
        public Builder headerFormat(String format) {
            this.headerFormat = Objects.requireNonNull(format, "format");
            this.headerText = "";
            return this;
        }

        /** Sets the text of the body. */
        public Builder body(String text) {
            this.body = Objects.requireNonNull(text, "text");
            return this;
        }

        /** Sets the footer. */
        public Builder footer(String text) {
            this.footer = Objects.requireNonNull(text, "text");
            return this;
        }

        /** Adds a quick-reply button. */
        public Builder addQuickReply(String text) {
            buttons.add(new Button("QUICK_REPLY", text, ""));
            return this;
        }

        /** Adds a URL button; an address that ends in {@code {{1}}} takes a parameter. */
        public Builder addUrlButton(String text, String url) {
            buttons.add(new Button("URL", text, url));
            return this;
        }

        /** Adds any button. */
        public Builder addButton(Button button) {
            buttons.add(Objects.requireNonNull(button, "button"));
            return this;
        }

        /** Adds a card to the carousel. */
        public Builder addCard(Card card) {
            cards.add(Objects.requireNonNull(card, "card"));
            return this;
        }

        /** Makes the template an offer that ends, and each message say when; false unless set. */
        public Builder offerEnds(boolean ends) {
            this.offerEnds = ends;
            return this;
        }

        /** Returns the template. */
        public SimulatedTemplate build() {
            return new SimulatedTemplate(copy());
        }

        private Builder copy() {
            Builder copy = new Builder(name, language, category);
            copy.status = status;
            copy.headerFormat = headerFormat;
            copy.headerText = headerText;
            copy.body = body;
            copy.footer = footer;
            copy.buttons.addAll(buttons);
            copy.cards.addAll(cards);
            copy.offerEnds = offerEnds;
            return copy;
        }
    }
}
