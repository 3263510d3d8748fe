package dev.wakit.inbound;

import dev.wakit.address.SenderId;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.QualityRating;
import dev.wakit.template.TemplateName;
import java.time.Instant;
import java.util.Optional;

/**
 * The quality rating of a template changed.
 *
 * <p>Immutable.
 *
 * @param name the template
 * @param language its language
 * @param before the rating until now
 * @param after the rating from now on
 * @param at when it happened, by the BSP's clock
 * @since 0.1
 */
public record TemplateQualityChanged(
        TemplateName name, LanguageCode language, QualityRating before, QualityRating after, Instant at)
        implements InboundEvent {

    /** Empty: templates belong to the account. */
    @Override
    public Optional<SenderId> sender() {
        return Optional.empty();
    }
}
