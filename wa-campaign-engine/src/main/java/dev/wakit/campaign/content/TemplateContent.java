package dev.wakit.campaign.content;

import dev.wakit.message.MarketingDelivery;
import dev.wakit.message.TemplateMessage;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.TemplateName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A template with places for each recipient's values.
 *
 * <p>Immutable: each method returns a copy with one more part.
 *
 * <pre>{@code
 * TemplateContent.of("tour_package_marketing", "en_US").body("{{package}}", "{{price|on request}}")
 * }</pre>
 *
 * @since 0.1
 */
public final class TemplateContent implements CampaignContent {

    private final TemplateMessage shared;
    private final List<String> body;
    private final Map<String, String> namedBody;
    private final @Nullable String headerText;
    private final @Nullable HeaderMedia headerMedia;
    private final List<ButtonValue> buttons;

    private TemplateContent(
            TemplateMessage shared,
            List<String> body,
            Map<String, String> namedBody,
            @Nullable String headerText,
            @Nullable HeaderMedia headerMedia,
            List<ButtonValue> buttons) {
        this.shared = shared;
        this.body = List.copyOf(body);
        this.namedBody = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(namedBody));
        this.headerText = headerText;
        this.headerMedia = headerMedia;
        this.buttons = List.copyOf(buttons);
        texts().forEach(PlaceholderText::parse);
    }

    /** A template by name and language, without values. */
    public static TemplateContent of(String name, String language) {
        return of(TemplateMessage.builder(new TemplateName(name), new LanguageCode(language))
                .build());
    }

    /**
     * A template with what is the same for everybody, such as products, a carousel or an offer; personal values are added to it, and
     * take the place of its header, body or button where they name the same.
     */
    public static TemplateContent of(TemplateMessage shared) {
        return new TemplateContent(shared, List.of(), Map.of(), null, null, List.of());
    }

    /** The values of {@code {{1}}}, {@code {{2}}} and so on of the body, in this order. */
    public TemplateContent body(String... values) {
        return new TemplateContent(shared, List.of(values), namedBody, headerText, headerMedia, buttons);
    }

    /** The value of a named parameter of the body. */
    public TemplateContent namedBody(String parameter, String value) {
        var more = new LinkedHashMap<>(namedBody);
        more.put(parameter, value);
        return new TemplateContent(shared, body, more, headerText, headerMedia, buttons);
    }

    /** The value of the variable in a text header. */
    public TemplateContent headerText(String value) {
        return new TemplateContent(shared, body, namedBody, value, headerMedia, buttons);
    }

    /** The media of a media header. */
    public TemplateContent headerMedia(HeaderMedia media) {
        return new TemplateContent(shared, body, namedBody, headerText, media, buttons);
    }

    /** The value of a button. */
    public TemplateContent button(ButtonValue button) {
        var more = new ArrayList<>(buttons);
        more.add(button);
        return new TemplateContent(shared, body, namedBody, headerText, headerMedia, more);
    }

    /** Sent through the BSP's own way for marketing messages; marketing templates only. */
    public TemplateContent marketing(MarketingDelivery delivery) {
        return new TemplateContent(
                shared.toBuilder().marketing(delivery).build(), body, namedBody, headerText, headerMedia, buttons);
    }

    /** What is the same for everybody. */
    public TemplateMessage shared() {
        return shared;
    }

    /** The name of the template. */
    public TemplateName name() {
        return shared.name();
    }

    /** The language of the template. */
    public LanguageCode language() {
        return shared.language();
    }

    /** The positional values of the body. */
    public List<String> body() {
        return body;
    }

    /** The named values of the body. */
    public Map<String, String> namedBody() {
        return namedBody;
    }

    /** The value of the text header. */
    public Optional<String> headerText() {
        return Optional.ofNullable(headerText);
    }

    /** The media of the header. */
    public Optional<HeaderMedia> headerMedia() {
        return Optional.ofNullable(headerMedia);
    }

    /** The values of buttons. */
    public List<ButtonValue> buttons() {
        return buttons;
    }

    /** How it goes through the BSP's own way for marketing messages, if it does. */
    public Optional<MarketingDelivery> marketing() {
        return shared.marketing();
    }

    @Override
    public Set<String> variables() {
        return collect(PlaceholderText::variables);
    }

    @Override
    public Set<String> requiredVariables() {
        return collect(PlaceholderText::requiredVariables);
    }

    private Set<String> collect(Function<PlaceholderText, Set<String>> names) {
        var all = new LinkedHashSet<String>();
        texts().map(PlaceholderText::parse).map(names).forEach(all::addAll);
        return all;
    }

    private Stream<String> texts() {
        var all = new ArrayList<>(body);
        all.addAll(namedBody.values());
        headerText().ifPresent(all::add);
        headerMedia().ifPresent(media -> {
            all.add(media.source());
            all.add(media.filename());
        });
        buttons.forEach(button -> all.add(button.value()));
        return all.stream();
    }

    @Override
    public String toString() {
        return "TemplateContent[" + name().value() + " " + language().value() + "]";
    }
}
