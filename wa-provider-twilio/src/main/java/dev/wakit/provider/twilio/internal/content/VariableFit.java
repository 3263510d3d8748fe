package dev.wakit.provider.twilio.internal.content;

import dev.wakit.media.MediaLink;
import dev.wakit.media.MediaSource;
import dev.wakit.message.TemplateMessage;
import dev.wakit.template.BodyParameter;
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.HeaderParameter;
import dev.wakit.template.TemplateButtonType;
import dev.wakit.template.TemplateParameter;
import dev.wakit.template.TemplateValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Turns the values of a template message into the variables of a Content. One use per message.
 *
 * <p>A template numbers its variables in the header, the body and each button by itself; a Content numbers them over the whole. So
 * the values of the body go to the variables of the text in the order of their numbers, and each value of a header or button to the
 * variable that stands there. A value with a name goes to the variable of that name. What no Content can take is refused before, see
 * {@link TemplateLimits}.
 */
final class VariableFit {

    /** What WhatsApp takes for the token of a flow that has none. */
    private static final String NO_FLOW_TOKEN = "unused";

    private final Shape shape;
    private final Map<String, String> values = new TreeMap<>(Variables.ORDER);
    private final List<String> problems = new ArrayList<>();

    private VariableFit(Shape shape) {
        this.shape = shape;
    }

    /**
     * What came of it.
     *
     * @param variables value by variable, in order
     * @param problems what keeps the message from being sent, one sentence each, without values; empty if it fits
     */
    record Result(Map<String, String> variables, List<String> problems) {}

    static Result fit(TemplateMessage message, Shape shape) {
        var fit = new VariableFit(shape);
        fit.part("", message.values(), shape.main());
        fit.cards(message.carousel());
        List<String> missing = shape.variables().stream()
                .filter(variable -> !fit.values.containsKey(variable))
                .toList();
        missing.forEach(variable -> fit.problems.add(
                "Variable {{" + variable + "}} of the " + shape.place(variable) + " has no value: give one."));
        return new Result(new LinkedHashMap<>(fit.values), List.copyOf(fit.problems));
    }

    private void cards(List<TemplateValues> cards) {
        if (cards.size() > shape.cards().size()) {
            problems.add("The Content has " + shape.cards().size() + " cards, but values for " + cards.size()
                    + " are given: leave the others out.");
        }
        for (int i = 0; i < Math.min(cards.size(), shape.cards().size()); i++) {
            part("Card " + i + ": ", cards.get(i), shape.cards().get(i));
        }
    }

    // The body first: a header or a button may hold variables of the body, which are known then.
    private void part(String where, TemplateValues given, Part part) {
        body(where, given.body(), part);
        given.header().ifPresent(header -> header(where, header, part));
        given.buttons().forEach((index, value) -> {
            if (index >= part.buttons().size()) {
                problems.add(where + "There is no button " + index + " (the Content has "
                        + part.buttons().size() + ", counted from 0): remove its value.");
            } else {
                button(where + "Button " + index, value, part.buttons().get(index));
            }
        });
        part.buttons().forEach(this::withoutValue);
    }

    // As WhatsApp does where no value is given: the answer to a quick reply carries its title, a flow a fixed word.
    private void withoutValue(Part.Button button) {
        List<String> open = Variables.inOrder(Variables.filled(button.pattern(), values));
        boolean alone = open.size() == 1 && button.pattern().strip().equals("{{" + open.get(0) + "}}");
        if (alone && button.type() == TemplateButtonType.QUICK_REPLY) {
            set(open.get(0), button.title());
        } else if (alone && button.type() == TemplateButtonType.FLOW) {
            set(open.get(0), NO_FLOW_TOKEN);
        }
    }

    private void body(String where, List<BodyParameter> given, Part part) {
        List<String> wanted = Variables.inOrder(part.text());
        int position = 0;
        for (BodyParameter parameter : given) {
            if (parameter instanceof TemplateParameter.NamedText named) {
                named(where + "The body", named);
            } else if (position >= wanted.size()) {
                problems.add(where + "The body takes " + wanted.size() + " values, but " + given.size()
                        + " are given: remove the others.");
                return;
            } else {
                String variable = wanted.get(position++);
                text(parameter)
                        .ifPresentOrElse(
                                text -> set(variable, text),
                                () -> problems.add(where + "Variable {{" + variable
                                        + "}} of the body takes a text, and no group: give a text."));
            }
        }
    }

    /** The text of a value of the body that fills a variable by its place; empty if it has none. */
    static Optional<String> text(BodyParameter parameter) {
        if (parameter instanceof TemplateParameter.Text text) {
            return Optional.of(text.text());
        } else if (parameter instanceof TemplateParameter.Currency currency) {
            return Optional.of(currency.fallback());
        } else if (parameter instanceof TemplateParameter.DateTime time) {
            return Optional.of(time.fallback());
        }
        return Optional.empty();
    }

    private void named(String where, TemplateParameter.NamedText named) {
        if (shape.variables().contains(named.name())) {
            set(named.name(), named.text());
        } else {
            problems.add(where + " has no variable '" + named.name() + "' (the Content has: "
                    + (shape.variables().isEmpty() ? "none" : String.join(", ", shape.variables()))
                    + "): remove it or correct its name.");
        }
    }

    private void header(String where, HeaderParameter given, Part part) {
        String header = where + "The header";
        if (given instanceof TemplateParameter.NamedText named) {
            named(header, named);
        } else if (given instanceof TemplateParameter.Text text
                && !part.headerText().isEmpty()) {
            single(header, part.headerText(), text.text(), true);
        } else if (file(given).isPresent() && !part.media().isEmpty()) {
            if (file(given).get() instanceof MediaLink link) {
                single(header, part.media(), link.url().toString(), false);
            } else {
                problems.add(header + " takes the address of a file, and no id: use MediaSource.link(...).");
            }
        } else {
            problems.add(header + " of the Content takes no value of format " + given.format() + ": remove it.");
        }
    }

    /** The file of a header that Twilio can carry; empty if it has none. */
    static Optional<MediaSource> file(HeaderParameter given) {
        if (given instanceof TemplateParameter.Image image) {
            return Optional.of(image.source());
        } else if (given instanceof TemplateParameter.Video video) {
            return Optional.of(video.source());
        } else if (given instanceof TemplateParameter.Document document) {
            return Optional.of(document.source());
        }
        return Optional.empty();
    }

    private void button(String where, ButtonParameter given, Part.Button button) {
        if (given instanceof ButtonParameter.UrlSuffix suffix) {
            single(where, button.pattern(), suffix.suffix(), true);
        } else if (given instanceof ButtonParameter.Payload payload) {
            single(where, button.pattern(), payload.payload(), false);
        } else if (given instanceof ButtonParameter.CouponCode coupon) {
            single(where, button.pattern(), coupon.code(), false);
        } else if (given instanceof ButtonParameter.Flow flow) {
            single(where, button.pattern(), flow.token(), false);
        } else {
            problems.add(where + " takes no " + given.getClass().getSimpleName() + " at Twilio: remove it.");
        }
    }

    /**
     * Fills the one variable of a place.
     *
     * @param isVariable whether the value is what the variable takes; otherwise it is what the whole place shall be
     */
    private void single(String where, String pattern, String value, boolean isVariable) {
        String known = Variables.filled(pattern, values);
        List<String> open = Variables.inOrder(known);
        if (open.isEmpty()) {
            if (isVariable ? !pattern.contains("{{") : !known.equals(value)) {
                problems.add(where + " is fixed in the Content: remove its value.");
            } else if (isVariable && !known.endsWith(value)) {
                problems.add(where + " takes its value from the body, and another one is given: remove it.");
            }
            return;
        }
        if (open.size() > 1) {
            problems.add(where + " has the variables " + open + " and takes no single value: name each of them.");
            return;
        }
        String before = Variables.before(known);
        String after = Variables.after(known);
        if (isVariable) {
            set(open.get(0), value);
        } else if (value.length() >= before.length() + after.length()
                && value.startsWith(before)
                && value.endsWith(after)) {
            set(open.get(0), value.substring(before.length(), value.length() - after.length()));
        } else {
            problems.add(where + " is '" + Variables.hidden(pattern, Set.of(open.get(0)))
                    + "' in the Content, with one variable, and the value given does not fit that: change the Content or"
                    + " the value.");
        }
    }

    private void set(String variable, String value) {
        String before = values.putIfAbsent(variable, value);
        if (before != null && !before.equals(value)) {
            problems.add("Variable {{" + variable + "}} stands in the " + shape.place(variable)
                    + ", and two different values are given: give one.");
        }
    }
}
