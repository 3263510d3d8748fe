package dev.wakit.provider.twilio.internal.content;

import dev.wakit.internal.Placeholders;
import dev.wakit.provider.twilio.content.ContentAction;
import dev.wakit.template.TemplateButtonType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A Content, or a card of its carousel, as a template: the places that take values.
 *
 * @param text everything that the values of the body fill
 * @param headerText the text of the header; empty if it has none
 * @param media the file of the header; empty if it has none
 * @param footer the footer; empty if it has none
 * @param buttons in order
 */
record Part(String text, String headerText, String media, String footer, List<Button> buttons) {

    /** Copies the list. */
    Part {
        buttons = List.copyOf(buttons);
    }

    /** A part that is a text and nothing else. */
    static Part of(String text) {
        return new Part(text, "", "", "", List.of());
    }

    /**
     * A button.
     *
     * @param type what it is for a template
     * @param title what the person sees
     * @param pattern what its value fills
     */
    record Button(TemplateButtonType type, String title, String pattern) {

        static Button of(ContentAction action) {
            return switch (action.kind()) {
                case QUICK_REPLY -> new Button(TemplateButtonType.QUICK_REPLY, action.title(), action.id());
                case URL -> new Button(TemplateButtonType.URL, action.title(), action.value());
                case PHONE_NUMBER -> new Button(TemplateButtonType.PHONE_NUMBER, action.title(), action.value());
                case COPY_CODE -> new Button(TemplateButtonType.COPY_CODE, action.title(), action.value());
                case VOICE_CALL -> new Button(TemplateButtonType.VOICE_CALL, action.title(), "");
                case VOICE_CALL_REQUEST -> new Button(TemplateButtonType.UNKNOWN, action.title(), "");
            };
        }
    }

    /** The same with buttons. */
    Part with(List<ContentAction> actions) {
        return new Part(
                Variables.joined(
                        text, actions.stream().map(ContentAction::title).toList()),
                headerText,
                media,
                footer,
                actions.stream().map(Button::of).toList());
    }

    /** The same with a footer, which counts as text if it has a variable. */
    Part withFooter(String words) {
        return Placeholders.in(words).isEmpty()
                ? new Part(text, headerText, media, words, buttons)
                : new Part(Variables.joined(text, List.of(words)), headerText, media, footer, buttons);
    }

    /** The same with a header. */
    Part withHeader(String words, String file) {
        return new Part(text, words, file, footer, buttons);
    }

    /** What fills the header: its text, or the address of its file. */
    String header() {
        return headerText.isEmpty() ? media : headerText;
    }

    /** The variables that the values of the body fill. */
    Set<String> textVariables() {
        return new HashSet<>(Placeholders.in(text));
    }

    /** Every variable. */
    Set<String> variables() {
        var all = new HashSet<String>();
        Stream.concat(Stream.of(text, header()), buttons.stream().map(Button::pattern))
                .forEach(pattern -> all.addAll(Placeholders.in(pattern)));
        return all;
    }
}
