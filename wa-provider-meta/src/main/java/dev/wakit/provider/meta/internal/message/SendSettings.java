package dev.wakit.provider.meta.internal.message;

import dev.wakit.message.MarketingDelivery;
import dev.wakit.message.TemplateMessage;
import dev.wakit.template.TemplateName;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the account adds to every message.
 *
 * @param messagingAccountId the account that is charged, where a number serves several
 * @param marketing how templates that say nothing themselves go through the Marketing Messages API
 * @param marketingTemplates which templates that concerns
 */
public record SendSettings(
        Optional<String> messagingAccountId, MarketingDelivery marketing, Predicate<TemplateName> marketingTemplates) {

    /** Nothing is added. */
    public static SendSettings none() {
        return new SendSettings(Optional.empty(), MarketingDelivery.standard(), name -> false);
    }

    /** How a template goes through the Marketing Messages API, if it does. */
    Optional<MarketingDelivery> marketing(TemplateMessage message) {
        return message.marketing()
                .or(() -> marketingTemplates.test(message.name()) ? Optional.of(marketing) : Optional.empty());
    }
}
