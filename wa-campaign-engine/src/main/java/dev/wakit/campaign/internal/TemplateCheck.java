package dev.wakit.campaign.internal;

import dev.wakit.campaign.InvalidCampaignException;
import dev.wakit.campaign.InvalidCampaignException.Problem;
import dev.wakit.campaign.content.CampaignContent;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.message.Message;
import dev.wakit.message.TemplateMessage;
import dev.wakit.provider.TemplateGateway;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateCategory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares content with what the provider can send and with the approved template, before anything is stored. */
final class TemplateCheck {

    private TemplateCheck() {}

    /** The category of the content's template, where it is known. */
    static Optional<TemplateCategory> check(WhatsAppProvider provider, CampaignContent content) {
        Message sample = Renderer.of(content).sample();
        provider.capabilities().missingFor(sample).ifPresent(missing -> {
            throw new InvalidCampaignException(
                    Problem.UNSUPPORTED_CONTENT, "Provider '" + provider.id() + "' " + missing);
        });
        if (!(content instanceof TemplateContent wanted)) {
            return Optional.empty();
        }
        return provider.templates().map(gateway -> compare(gateway, wanted, (TemplateMessage) sample));
    }

    private static TemplateCategory compare(TemplateGateway gateway, TemplateContent wanted, TemplateMessage sample) {
        Template template = gateway.find(wanted.name(), wanted.language())
                .orElseThrow(() -> new InvalidCampaignException(
                        Problem.UNKNOWN_TEMPLATE,
                        "The account has no template '" + wanted.name() + "' in '" + wanted.language() + "'. "
                                + alternatives(gateway, wanted)));
        if (!template.status().isSendable()) {
            throw new InvalidCampaignException(
                    Problem.TEMPLATE_NOT_SENDABLE,
                    "Template '" + wanted.name() + "' in '" + wanted.language() + "' is " + template.status()
                            + ". Only an APPROVED template can be sent: mend it at the BSP or choose another one.");
        }
        List<String> problems = sample.problemsAgainst(template);
        if (!problems.isEmpty()) {
            throw new InvalidCampaignException(
                    Problem.TEMPLATE_MISMATCH,
                    "The values do not fit template '" + wanted.name() + "' in '" + wanted.language() + "': "
                            + String.join(" ", problems));
        }
        return template.category();
    }

    private static String alternatives(TemplateGateway gateway, TemplateContent wanted) {
        List<Template> all = gateway.list();
        String languages = all.stream()
                .filter(template -> template.name().equals(wanted.name()))
                .map(template -> template.language().value())
                .sorted()
                .collect(Collectors.joining(", "));
        if (!languages.isEmpty()) {
            return "It has this template in " + languages + ".";
        }
        String names = all.stream()
                .map(template -> template.name().value())
                .distinct()
                .sorted()
                .limit(20)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "It has no template at all." : "It has " + names + ".";
    }
}
