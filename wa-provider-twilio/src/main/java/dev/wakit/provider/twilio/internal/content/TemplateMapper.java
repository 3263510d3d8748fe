package dev.wakit.provider.twilio.internal.content;

import dev.wakit.WhatsAppException;
import dev.wakit.provider.twilio.content.Content;
import dev.wakit.provider.twilio.content.ContentApproval;
import dev.wakit.template.HeaderFormat;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.ParameterFormat;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateBuilder;
import dev.wakit.template.TemplateButton;
import dev.wakit.template.TemplateButtonType;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateParts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows a Content as a template: what is fixed in it takes no value there.
 *
 * <p>Its name is the one that WhatsApp knows; before the review the one of Twilio's console, where it can be a name of a template.
 */
final class TemplateMapper {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
    private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]{3,4})(?:[?#].*)?$");
    private static final Map<String, HeaderFormat> FORMATS = Map.of(
            "jpg", HeaderFormat.IMAGE,
            "jpeg", HeaderFormat.IMAGE,
            "png", HeaderFormat.IMAGE,
            "mp4", HeaderFormat.VIDEO,
            "3gp", HeaderFormat.VIDEO,
            "pdf", HeaderFormat.DOCUMENT);

    private TemplateMapper() {}

    /** The names by which a Content is found, the best first; never empty. */
    static List<TemplateName> names(Content content) {
        var names = new LinkedHashSet<TemplateName>();
        content.approval()
                .map(ContentApproval::name)
                .flatMap(TemplateMapper::name)
                .ifPresent(names::add);
        name(content.friendlyName()).ifPresent(names::add);
        names.add(TemplateName.of(content.sid().value().toLowerCase(Locale.ROOT)));
        return List.copyOf(names);
    }

    private static Optional<TemplateName> name(String text) {
        return NAME.matcher(text).matches() ? Optional.of(TemplateName.of(text)) : Optional.empty();
    }

    /** The language; empty if it is none that a template can have. */
    static Optional<LanguageCode> language(Content content) {
        try {
            return Optional.of(LanguageCode.of(content.language()));
        } catch (WhatsAppException notALanguage) {
            return Optional.empty();
        }
    }

    static Template template(Content content, Shape shape, TemplateName name, LanguageCode language) {
        ContentApproval approval = content.approval().orElse(ContentApproval.NONE);
        TemplateBuilder builder = Template.builder(
                        name, language, approval.category(), approval.status(), parts(shape.main(), content))
                .id(content.sid().value())
                .rejectedReason(approval.rejectionReason());
        if (!shape.variables().stream().allMatch(Variables::isNumber)) {
            builder.parameterFormat(ParameterFormat.NAMED);
        }
        shape.cards().forEach(card -> builder.addCard(parts(card, content)));
        return builder.build();
    }

    private static TemplateParts parts(Part part, Content content) {
        Set<String> shared = part.textVariables();
        TemplateParts.Builder builder = TemplateParts.builder().body(part.text());
        if (!part.headerText().isEmpty()) {
            builder.headerFormat(HeaderFormat.TEXT).headerText(Variables.hidden(part.headerText(), shared));
        } else if (!Variables.own(part.media(), shared).isEmpty()) {
            // As a text it tells that a value is needed, also where the kind of the file is not known.
            builder.headerFormat(format(Variables.filled(part.media(), content.variables())))
                    .headerText(Variables.hidden(part.media(), shared));
        }
        if (!part.footer().isEmpty()) {
            builder.footer(part.footer());
        }
        part.buttons().forEach(button -> builder.addButton(button(button, shared)));
        return builder.build();
    }

    /** A file whose address does not tell what it is takes any value; the address is checked when it is sent. */
    private static HeaderFormat format(String address) {
        Matcher extension = EXTENSION.matcher(address);
        return extension.find()
                ? FORMATS.getOrDefault(extension.group(1).toLowerCase(Locale.ROOT), HeaderFormat.UNKNOWN)
                : HeaderFormat.UNKNOWN;
    }

    private static TemplateButton button(Part.Button button, Set<String> shared) {
        boolean open = !Variables.own(button.pattern(), shared).isEmpty();
        boolean password = button.type() == TemplateButtonType.OTP;
        // A code that is fixed needs no value, which a template's button of this type always does.
        TemplateButtonType type =
                !open && !password && button.type().requiresParameter() ? TemplateButtonType.UNKNOWN : button.type();
        TemplateButton.Builder builder = TemplateButton.builder(type);
        if (!button.title().isEmpty()) {
            builder.text(button.title());
        }
        if (type == TemplateButtonType.URL) {
            builder.url(Variables.hidden(button.pattern(), shared));
        } else if (type == TemplateButtonType.PHONE_NUMBER) {
            builder.phoneNumber(button.pattern());
        }
        return builder.build();
    }
}
