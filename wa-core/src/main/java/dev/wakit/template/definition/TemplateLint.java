package dev.wakit.template.definition;

import dev.wakit.TemplateException;
import dev.wakit.template.HeaderFormat;
import dev.wakit.template.ParameterFormat;
import dev.wakit.template.TemplateCategory;
import java.util.List;
import java.util.stream.Stream;

/**
 * Applies WhatsApp's rules for templates without asking WhatsApp.
 *
 * <p>No finding does not mean approval: wording is reviewed by WhatsApp, and only there is known whether the same text exists
 * already.
 *
 * @since 0.1
 */
public final class TemplateLint {
    private static final int MAX_BODY = 1024;
    private static final int MAX_OFFER_BODY = 600;
    private static final int MAX_OFFER_TEXT = 16;

    private TemplateLint() {}

    /** Returns every rule that a new template breaks, errors and warnings; unmodifiable, empty if all is well. */
    public static List<TemplateFinding> check(TemplateDefinition definition) {
        var findings = new Findings();
        components(definition.components(), findings);
        var category = new CategoryRules(definition.category(), findings);
        category.check(definition.components());
        category.ttl(definition.ttl());
        return findings.all();
    }

    /**
     * Returns every rule that an edit breaks; unmodifiable, empty if all is well.
     *
     * @param edit the edit
     * @param present the category of the template, used where the edit does not change it
     */
    public static List<TemplateFinding> check(TemplateEdit edit, TemplateCategory present) {
        var findings = new Findings();
        var category = new CategoryRules(edit.category().orElse(present), findings);
        edit.components().ifPresent(components -> {
            components(components, findings);
            category.check(components);
        });
        category.ttl(edit.ttl());
        return findings.all();
    }

    /**
     * Throws if there is an error among findings.
     *
     * @param what what is refused, such as "Template 'a' in en"
     * @param findings what {@link #check} returned
     * @throws TemplateException naming every error
     */
    public static void refuseErrors(String what, List<TemplateFinding> findings) {
        List<String> errors = findings.stream()
                .filter(TemplateFinding::isError)
                .map(TemplateFinding::sentence)
                .toList();
        if (!errors.isEmpty()) {
            throw new TemplateException(what + " was not handed in, because WhatsApp would refuse it:", errors);
        }
    }

    private static void components(TemplateComponents components, Findings findings) {
        boolean offer = components.offer().isPresent();
        components.header().ifPresent(header -> TextRules.header("header", header, findings));
        components
                .body()
                .ifPresentOrElse(
                        body -> TextRules.body("body", body, offer ? MAX_OFFER_BODY : MAX_BODY, findings),
                        () -> findings.add(TemplateRule.BODY_MISSING, "body", "", "Add one."));
        components.footer().ifPresent(footer -> {
            TextRules.footer(footer, findings);
            findings.addIf(offer, TemplateRule.FOOTER_WITH_OFFER, "footer", "", "Leave the footer out.");
        });
        components.offer().ifPresent(it -> findings.text("limited_time_offer.text", it.text(), MAX_OFFER_TEXT));
        new ButtonRules("buttons", components.buttons(), offer, findings).check();
        new CarouselRules(components.cards(), findings).check();
        product(components, findings);
        mixture(components, findings);
    }

    private static void product(TemplateComponents components, Findings findings) {
        boolean header = components
                .header()
                .filter(it -> it.format() == HeaderFormat.PRODUCT)
                .isPresent();
        boolean button = components.buttons().stream().anyMatch(ButtonDefinition.SingleProduct.class::isInstance);
        findings.addIf(
                header != button,
                TemplateRule.PRODUCT_WITHOUT_BUTTON,
                header ? "header" : "buttons",
                "",
                "Use a product header and a single-product button together.");
    }

    /** One name makes the whole template a named one, and then a number anywhere is wrong. */
    private static void mixture(TemplateComponents components, Findings findings) {
        if (components.parameterFormat() != ParameterFormat.NAMED) {
            return;
        }
        boolean numbers = Stream.of(
                        components.header().stream()
                                .filter(HeaderDefinition.Text.class::isInstance)
                                .map(it -> ((HeaderDefinition.Text) it).content()),
                        bodies(components))
                .flatMap(texts -> texts)
                .flatMap(text -> text.variables().stream())
                .anyMatch(variable -> variable.matches("\\d+"));
        findings.addIf(
                numbers,
                TemplateRule.VARIABLES_MIXED,
                "components",
                "",
                "Name every variable, or number every variable.");
    }

    private static Stream<VariableText> bodies(TemplateComponents components) {
        return Stream.concat(
                        components.body().stream(), components.cards().stream().flatMap(card -> card.body().stream()))
                .filter(BodyDefinition.Text.class::isInstance)
                .map(body -> ((BodyDefinition.Text) body).content());
    }
}
