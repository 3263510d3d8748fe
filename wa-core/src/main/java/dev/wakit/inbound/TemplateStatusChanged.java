package dev.wakit.inbound;

import dev.wakit.address.SenderId;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * A template was reviewed, paused, disabled or brought back.
 *
 * <p>Immutable.
 *
 * @param name the template
 * @param language its language
 * @param status what it is now
 * @param reason the BSP's reason; empty if it gives none
 * @param at when it happened, by the BSP's clock
 * @since 0.1
 */
public record TemplateStatusChanged(
        TemplateName name, LanguageCode language, TemplateStatus status, String reason, Instant at)
        implements InboundEvent {

    /** Empty: templates belong to the account. */
    @Override
    public Optional<SenderId> sender() {
        return Optional.empty();
    }
}
