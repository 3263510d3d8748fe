package dev.wakit.provider.meta.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.provider.meta.internal.template.DefinitionEncoder;
import dev.wakit.provider.meta.internal.template.TemplateReader;
import dev.wakit.template.Template;
import dev.wakit.template.definition.TemplateDefinition;
import dev.wakit.template.definition.TemplateLint;
import java.util.Optional;

/**
 * Templates in Meta's JSON.
 *
 * @since 0.1
 */
public final class CloudTemplates {

    private CloudTemplates() {}

    /** Reads a template as a listing describes it; empty, with a log line, if it has no name and language that WhatsApp allows. */
    public static Optional<Template> read(JsonNode node) {
        return TemplateReader.read(node);
    }

    /**
     * Writes a definition: its name, language, category and components.
     *
     * @throws dev.wakit.TemplateException naming everything that Meta would refuse
     */
    public static ObjectNode write(TemplateDefinition definition) {
        TemplateLint.refuseErrors(
                "Template '" + definition.name() + "' in " + definition.language(), TemplateLint.check(definition));
        return DefinitionEncoder.encode(definition);
    }
}
