package dev.wakit.inbound;

import dev.wakit.address.SenderId;
import java.time.Instant;
import java.util.Optional;

/**
 * One event of a webhook body.
 *
 * <p>What a provider cannot read becomes an {@link UnknownEvent}, so that nothing is lost and nothing is fatal. Texts that the BSP
 * left out are empty, lists are empty, and times that it left out are named at their component. Words of the BSP that may grow
 * are kept as it wrote them.
 *
 * @since 0.1
 */
public sealed interface InboundEvent
        permits MessageReceived,
                MessageEchoed,
                StatusChanged,
                SentMessageNoticed,
                PaymentChanged,
                ErrorReported,
                PersonChanged,
                PreferenceChanged,
                MarketingSignedUp,
                LinkClicked,
                ConversionDetected,
                CallChanged,
                GroupChanged,
                HistoryImported,
                ContactSynced,
                FlowChanged,
                CatalogBatchChanged,
                PaymentConfigurationChanged,
                TemplateStatusChanged,
                TemplateQualityChanged,
                TemplateCategoryChanged,
                TemplateComponentsChanged,
                SenderStandingChanged,
                SenderNameReviewed,
                SenderSecurityChanged,
                SenderUsernameChanged,
                AccountReviewed,
                AccountChanged,
                AccountAlerted,
                CapabilitiesChanged,
                PricingTierChanged,
                UnknownEvent {

    /** Where it came from. */
    EventSource source();

    /** The business number that the event concerns, where the BSP names it by id. */
    default Optional<SenderId> sender() {
        return source().sender();
    }

    /** When it happened, by the BSP's clock; the time of receipt if it gave none. */
    default Instant at() {
        return source().at();
    }
}
