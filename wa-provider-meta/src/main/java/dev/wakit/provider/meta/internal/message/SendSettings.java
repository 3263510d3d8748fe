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
 * @param hasMarketing whether there is a Marketing Messages API; without one every template is an ordinary message
 */
public record SendSettings(
        Optional<String> messagingAccountId,
        MarketingDelivery marketing,
        Predicate<TemplateName> marketingTemplates,
        boolean hasMarketing) {

    /** With the Marketing Messages API. */
    public SendSettings(
            Optional<String> messagingAccountId,
            MarketingDelivery marketing,
            Predicate<TemplateName> marketingTemplates) {
        this(messagingAccountId, marketing, marketingTemplates, true);
    }

    /** Nothing is added. */
    public static SendSettings none() {
        return new SendSettings(Optional.empty(), MarketingDelivery.standard(), name -> false);
    }

    /** Nothing is added, and there is no Marketing Messages API. */
    public static SendSettings messagesOnly() {
        return new SendSettings(Optional.empty(), MarketingDelivery.standard(), name -> false, false);
    }

    /** How a template goes through the Marketing Messages API, if it does. */
    Optional<MarketingDelivery> marketing(TemplateMessage message) {
        if (!hasMarketing) {
            return Optional.empty();
        }
        return message.marketing()
                .or(() -> marketingTemplates.test(message.name()) ? Optional.of(marketing) : Optional.empty());
    }
}
