package dev.wakit.message;

import dev.wakit.TemplateException;
import dev.wakit.template.HeaderFormat;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateButton;
import dev.wakit.template.TemplateParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * An approved template that only makes messages which fit it. Immutable.
 *
 * <pre>{@code
 * var offer = ApprovedTemplate.of(templates.find(name, language).orElseThrow());
 * TemplateMessage message = offer.fill(values -> values.headerImage(picture).namedBody("first_name", "Ada"));
 * }</pre>
 *
 * <p>It knows the template as it was when it was read: a template may be paused or edited later, and then WhatsApp refuses the
 * message. Read it again from time to time, or on the webhooks of the template.
 *
 * @since 0.1
 */
public final class ApprovedTemplate {
    private final Template template;

    private ApprovedTemplate(Template template) {
        this.template = template;
    }

    /**
     * Returns the handle of a template.
     *
     * @throws TemplateException if it is not approved
     */
    public static ApprovedTemplate of(Template template) {
        if (!template.status().isSendable()) {
            throw new TemplateException("Template '" + template.name() + "' in " + template.language() + " is "
                    + template.status() + ", and only an APPROVED one can be sent. Mend it or choose another one.");
        }
        return new ApprovedTemplate(template);
    }

    /** Returns the template. */
    public Template template() {
        return template;
    }

    /** Returns every place that takes a value, required ones and others, in the order of the message; unmodifiable. */
    public List<TemplateSlot> slots() {
        var slots = new ArrayList<TemplateSlot>();
        add("", template.parts(), slots);
        if (template.limitedTimeOffer()) {
            slots.add(new TemplateSlot("offer", "", "expiration", true));
        }
        for (int i = 0; i < template.cards().size(); i++) {
            add("card " + i + " ", template.cards().get(i), slots);
        }
        return List.copyOf(slots);
    }

    /** Returns the message of a template without variables; see {@link #fill}. */
    public TemplateMessage message() {
        return fill(values -> {});
    }

    /**
     * Returns the message with values.
     *
     * @param values sets them
     * @throws TemplateException naming each value that is missing, too much or of the wrong type, and what to do
     * @throws dev.wakit.InvalidMessageException if a value breaks a rule by itself
     */
    public TemplateMessage fill(Consumer<TemplateMessageBuilder> values) {
        TemplateMessageBuilder builder = TemplateMessage.builder(template.name(), template.language());
        values.accept(builder);
        return check(builder.build());
    }

    /**
     * Returns a message that was built elsewhere, if it fits.
     *
     * @throws TemplateException naming each value that is missing, too much or of the wrong type, and what to do
     */
    public TemplateMessage check(TemplateMessage message) {
        List<String> problems = message.problemsAgainst(template);
        if (!problems.isEmpty()) {
            throw new TemplateException(
                    "The values do not fit template '" + template.name() + "' in " + template.language() + ".",
                    problems);
        }
        return message;
    }

    private static void add(String prefix, TemplateParts parts, List<TemplateSlot> slots) {
        if (parts.headerFormat() == HeaderFormat.TEXT) {
            parts.headerParameters()
                    .forEach(name -> slots.add(new TemplateSlot(prefix + "header", name, "text", true)));
        } else if (parts.headerFormat().requiresParameter()) {
            slots.add(
                    new TemplateSlot(prefix + "header", "", parts.headerFormat().name(), true));
        }
        parts.bodyParameters().forEach(name -> slots.add(new TemplateSlot(prefix + "body", name, "text", true)));
        for (int i = 0; i < parts.buttons().size(); i++) {
            TemplateButton button = parts.buttons().get(i);
            String place = prefix + "button " + i;
            button.type()
                    .parameter()
                    .filter(sort -> button.takesParameter())
                    .ifPresent(sort ->
                            slots.add(new TemplateSlot(place, "", sort.getSimpleName(), button.requiresParameter())));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApprovedTemplate that && Objects.equals(template, that.template);
    }

    @Override
    public int hashCode() {
        return Objects.hash(template);
    }

    @Override
    public String toString() {
        return "ApprovedTemplate[" + template + "]";
    }
}
