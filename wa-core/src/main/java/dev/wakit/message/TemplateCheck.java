package dev.wakit.message;

import dev.wakit.template.BodyParameter;
import dev.wakit.template.HeaderFormat;
import dev.wakit.template.HeaderParameter;
import dev.wakit.template.ParameterFormat;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateButton;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateParameter.NamedText;
import dev.wakit.template.TemplateParts;
import dev.wakit.template.TemplateValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the values of a template message with the approved template; one use per comparison. */
final class TemplateCheck {
    private final List<String> problems = new ArrayList<>();
    private final boolean named;

    private TemplateCheck(boolean named) {
        this.named = named;
    }

    static List<String> problems(TemplateMessage message, Template template) {
        TemplateCheck check = new TemplateCheck(template.parameterFormat() == ParameterFormat.NAMED);
        check.identity(message, template);
        check.values("", message.values(), template.parts());
        check.carousel(message.carousel(), template.cards());
        check.limitedTimeOffer(message, template);
        check.marketing(message, template);
        return List.copyOf(check.problems);
    }

    private void identity(TemplateMessage message, Template template) {
        if (!message.name().equals(template.name()) || !message.language().equals(template.language())) {
            problems.add("The message asks for template '" + message.name() + "' in " + message.language()
                    + ", but this is '" + template.name() + "' in " + template.language() + ".");
        }
        if (!template.status().isSendable()) {
            problems.add("The template is " + template.status() + "; only an APPROVED one can be sent.");
        }
    }

    private void values(String where, TemplateValues values, TemplateParts parts) {
        header(where, values, parts);
        body(where, values.body(), parts.bodyParameters());
        buttons(where, values, parts.buttons());
    }

    private void header(String where, TemplateValues values, TemplateParts parts) {
        HeaderFormat format = parts.headerFormat();
        boolean hasVariable = !parts.headerParameters().isEmpty();
        if (values.header().isEmpty()) {
            if (format.requiresParameter() || hasVariable) {
                problems.add(where + "The header needs a value of format " + format + ", but none is given: call "
                        + headerCall(format, parts.headerParameters()) + ".");
            }
            return;
        }
        HeaderParameter given = values.header().get();
        if (format == HeaderFormat.UNKNOWN) {
            return;
        }
        boolean takesNone = format == HeaderFormat.NONE || (format == HeaderFormat.TEXT && !hasVariable);
        if (takesNone || given.format() != format) {
            String takes = takesNone ? "no value" : "a value of format " + format;
            String fix = takesNone ? "remove it" : "call " + headerCall(format, parts.headerParameters()) + " instead";
            problems.add(where + "The header takes " + takes + ", but one of format " + given.format() + " is given: "
                    + fix + ".");
        } else if (format == HeaderFormat.TEXT) {
            headerText(where, given, parts.headerParameters());
        }
    }

    private void headerText(String where, HeaderParameter given, List<String> wanted) {
        if (given instanceof NamedText text) {
            names(where + "The header", "headerNamedText", Set.of(text.name()), wanted);
        } else if (named) {
            problems.add(where + "The header has the named parameter '" + wanted.get(0)
                    + "', but a positional value is given: call " + headerCall(HeaderFormat.TEXT, wanted)
                    + " instead.");
        }
    }

    private void body(String where, List<BodyParameter> given, List<String> wanted) {
        boolean givenNamed = !given.isEmpty() && given.get(0) instanceof NamedText;
        if (!given.isEmpty() && !wanted.isEmpty() && givenNamed != named) {
            problems.add(where + "The body has " + (named ? "named" : "positional") + " parameters, but "
                    + (givenNamed ? "named" : "positional") + " values are given: call "
                    + (named ? "namedBody(name, …) for each of " + String.join(", ", wanted) : "body(…)")
                    + " instead.");
        } else if (givenNamed || (named && given.isEmpty())) {
            names(
                    where + "The body",
                    "namedBody",
                    given.stream().map(TemplateCheck::name).collect(Collectors.toSet()),
                    wanted);
        } else if (given.size() != wanted.size()) {
            problems.add(where + "The body has " + count(wanted.size(), "parameter") + ", but "
                    + count(given.size(), "value") + (given.size() == 1 ? " is given" : " are given")
                    + (wanted.isEmpty()
                            ? ": remove " + (given.size() == 1 ? "it." : "them.")
                            : ": give one for each, in order."));
        }
    }

    private void names(String part, String call, Set<String> given, List<String> wanted) {
        String has = wanted.isEmpty() ? "none" : String.join(", ", wanted);
        given.stream()
                .filter(name -> !wanted.contains(name))
                .sorted()
                .forEach(name -> problems.add(part + " has no parameter '" + name + "' (the template has: " + has
                        + "): remove it or correct its name."));
        wanted.stream()
                .filter(name -> !given.contains(name))
                .forEach(name -> problems.add(part + " needs a value for '" + name + "', but none is given: call "
                        + call + "(\"" + name + "\", …)."));
    }

    private void buttons(String where, TemplateValues values, List<TemplateButton> buttons) {
        values.buttons().forEach((index, given) -> {
            if (index >= buttons.size()) {
                problems.add(where + "There is no button " + index + " (the template has "
                        + count(buttons.size(), "button") + ", counted from 0): remove its value.");
            } else if (!buttons.get(index).accepts(given)) {
                TemplateButton button = buttons.get(index);
                problems.add(where + "Button " + index + " is of type " + button.type() + " and takes no "
                        + given.getClass().getSimpleName() + " value: " + fix(button) + ".");
            }
        });
        for (int index = 0; index < buttons.size(); index++) {
            if (buttons.get(index).requiresParameter() && !values.buttons().containsKey(index)) {
                problems.add(where + "Button " + index + " of type "
                        + buttons.get(index).type() + " needs a value, but none is given: call button(" + index + ", "
                        + sort(buttons.get(index)) + ").");
            }
        }
    }

    private void carousel(List<TemplateValues> given, List<TemplateParts> cards) {
        boolean productCards = !cards.isEmpty() && cards.get(0).headerFormat() == HeaderFormat.PRODUCT;
        // A product carousel is approved with 2 cards and may be sent with up to 10, all like the first.
        if (given.size() != cards.size() && !(productCards && given.size() >= cards.size())) {
            problems.add("The carousel has " + count(cards.size(), "card") + ", but values for " + given.size()
                    + " are given: add a card's values once for each card.");
            return;
        }
        for (int index = 0; index < given.size(); index++) {
            TemplateParts parts = cards.get(Math.min(index, cards.size() - 1));
            values("Card " + index + ": ", given.get(index), parts);
        }
    }

    private void limitedTimeOffer(TemplateMessage message, Template template) {
        boolean given = message.limitedTimeOffer().isPresent();
        if (template.limitedTimeOffer() && !given) {
            problems.add("The limited-time offer needs an expiration, but none is given: call limitedTimeOffer(end).");
        } else if (given && !template.limitedTimeOffer()) {
            problems.add("The template has no limited-time offer, but an expiration is given: remove it.");
        }
    }

    private void marketing(TemplateMessage message, Template template) {
        boolean other =
                template.category() != TemplateCategory.MARKETING && template.category() != TemplateCategory.UNKNOWN;
        if (message.marketing().isPresent() && other) {
            problems.add("The template is in category " + template.category()
                    + ", but only MARKETING templates go through marketing delivery. Leave it out.");
        }
    }

    private static String headerCall(HeaderFormat format, List<String> wanted) {
        return switch (format) {
            case TEXT -> isName(wanted.get(0)) ? "headerNamedText(\"" + wanted.get(0) + "\", …)" : "headerText(…)";
            case IMAGE -> "headerImage(…)";
            case VIDEO -> "headerVideo(…)";
            case GIF -> "headerGif(…)";
            case DOCUMENT -> "headerDocument(…)";
            case LOCATION -> "headerLocation(…)";
            case PRODUCT -> "headerProduct(…)";
            default -> "header(…)";
        };
    }

    private static boolean isName(String variable) {
        return !variable.chars().allMatch(Character::isDigit);
    }

    private static String fix(TemplateButton button) {
        return button.takesParameter() ? "give a " + sort(button) + " instead" : "remove it";
    }

    private static String sort(TemplateButton button) {
        return button.type().parameter().map(Class::getSimpleName).orElse("value");
    }

    private static String name(BodyParameter parameter) {
        return ((NamedText) parameter).name();
    }

    private static String count(int count, String noun) {
        return (count == 0 ? "no" : String.valueOf(count)) + " " + noun + (count == 1 ? "" : "s");
    }
}
