package dev.wakit.template.definition;

import dev.wakit.template.ParameterFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a new template shows. Immutable.
 *
 * <pre>{@code
 * TemplateComponents.builder()
 *         .header(HeaderDefinition.named("Order {{order_number}}", Map.of("order_number", "860198")))
 *         .body(BodyDefinition.named("Thank you, {{first_name}}!", Map.of("first_name", "Pablo")))
 *         .footer("Lucky Shrub")
 *         .addButton(ButtonDefinition.quickReply("Stop updates"))
 *         .build();
 * }</pre>
 *
 * <p>Nothing is checked here; {@link TemplateLint} tells what WhatsApp would refuse.
 *
 * @since 0.1
 */
public final class TemplateComponents {
    private final @Nullable HeaderDefinition header;
    private final @Nullable BodyDefinition body;
    private final @Nullable FooterDefinition footer;
    private final List<ButtonDefinition> buttons;
    private final @Nullable OfferDefinition offer;
    private final List<CardDefinition> cards;
    private final boolean callPermissionRequest;

    private TemplateComponents(Builder builder) {
        this.header = builder.header;
        this.body = builder.body;
        this.footer = builder.footer;
        this.buttons = List.copyOf(builder.buttons);
        this.offer = builder.offer;
        this.cards = List.copyOf(builder.cards);
        this.callPermissionRequest = builder.callPermissionRequest;
    }

    /** Returns an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.header = header;
        builder.body = body;
        builder.footer = footer;
        builder.buttons.addAll(buttons);
        builder.offer = offer;
        builder.cards.addAll(cards);
        builder.callPermissionRequest = callPermissionRequest;
        return builder;
    }

    /** Returns what stands above the body, if anything. */
    public Optional<HeaderDefinition> header() {
        return Optional.ofNullable(header);
    }

    /** Returns the body, if it is set; every template needs one. */
    public Optional<BodyDefinition> body() {
        return Optional.ofNullable(body);
    }

    /** Returns the small text below, if any. */
    public Optional<FooterDefinition> footer() {
        return Optional.ofNullable(footer);
    }

    /** Returns the buttons in order; unmodifiable. */
    public List<ButtonDefinition> buttons() {
        return buttons;
    }

    /** Returns the box of a limited-time offer, if any. */
    public Optional<OfferDefinition> offer() {
        return Optional.ofNullable(offer);
    }

    /** Returns the cards of the carousel; unmodifiable, empty without one. */
    public List<CardDefinition> cards() {
        return cards;
    }

    /** Tells whether it asks for the permission to call. */
    public boolean callPermissionRequest() {
        return callPermissionRequest;
    }

    /** Returns how the variables are written: by name as soon as one has a name. */
    public ParameterFormat parameterFormat() {
        return texts().anyMatch(VariableText::isNamed) ? ParameterFormat.NAMED : ParameterFormat.POSITIONAL;
    }

    /** Tells whether the header, the body or a card has a variable. */
    public boolean hasVariables() {
        return texts().anyMatch(text -> !text.variables().isEmpty());
    }

    private Stream<VariableText> texts() {
        Stream<Optional<VariableText>> own = Stream.of(
                header().filter(HeaderDefinition.Text.class::isInstance)
                        .map(it -> ((HeaderDefinition.Text) it).content()),
                text(body()));
        return Stream.concat(own, cards.stream().map(card -> text(card.body()))).flatMap(Optional::stream);
    }

    private static Optional<VariableText> text(Optional<BodyDefinition> body) {
        return body.filter(BodyDefinition.Text.class::isInstance).map(it -> ((BodyDefinition.Text) it).content());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TemplateComponents that
                && Objects.equals(header, that.header)
                && Objects.equals(body, that.body)
                && Objects.equals(footer, that.footer)
                && buttons.equals(that.buttons)
                && Objects.equals(offer, that.offer)
                && cards.equals(that.cards)
                && callPermissionRequest == that.callPermissionRequest;
    }

    @Override
    public int hashCode() {
        return Objects.hash(header, body, footer, buttons, offer, cards, callPermissionRequest);
    }

    @Override
    public String toString() {
        return "TemplateComponents[buttons=" + buttons.size() + ", cards=" + cards.size() + "]";
    }

    /**
     * Builds {@link TemplateComponents}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private @Nullable HeaderDefinition header;
        private @Nullable BodyDefinition body;
        private @Nullable FooterDefinition footer;
        private final List<ButtonDefinition> buttons = new ArrayList<>();
        private @Nullable OfferDefinition offer;
        private final List<CardDefinition> cards = new ArrayList<>();
        private boolean callPermissionRequest;

        private Builder() {}

        /** Sets what stands above the body. */
        public Builder header(HeaderDefinition header) {
            this.header = Objects.requireNonNull(header, "header");
            return this;
        }

        /** Sets the body to a text with numbered variables, or none, and an example for each. */
        public Builder body(String text, String... examples) {
            return body(BodyDefinition.text(text, examples));
        }

        /** Sets the body. */
        public Builder body(BodyDefinition body) {
            this.body = Objects.requireNonNull(body, "body");
            return this;
        }

        /** Sets the footer to a text, at most 60 characters. */
        public Builder footer(String text) {
            return footer(FooterDefinition.text(text));
        }

        /** Sets the footer. */
        public Builder footer(FooterDefinition footer) {
            this.footer = Objects.requireNonNull(footer, "footer");
            return this;
        }

        /** Adds a button; at most 10. */
        public Builder addButton(ButtonDefinition button) {
            buttons.add(Objects.requireNonNull(button, "button"));
            return this;
        }

        /** Adds the box of a limited-time offer: marketing only, without a footer. */
        public Builder limitedTimeOffer(String text, boolean hasExpiration) {
            this.offer = new OfferDefinition(text, hasExpiration);
            return this;
        }

        /** Adds a card to the carousel: marketing only, 2 to 10. */
        public Builder addCard(CardDefinition card) {
            cards.add(Objects.requireNonNull(card, "card"));
            return this;
        }

        /** Sets whether it asks for the permission to call; false by default. */
        public Builder callPermissionRequest(boolean callPermissionRequest) {
            this.callPermissionRequest = callPermissionRequest;
            return this;
        }

        /** Returns the components. */
        public TemplateComponents build() {
            return new TemplateComponents(this);
        }
    }
}
