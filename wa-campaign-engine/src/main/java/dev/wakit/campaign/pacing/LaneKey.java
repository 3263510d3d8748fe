package dev.wakit.campaign.pacing;

import dev.wakit.TenantId;
import dev.wakit.address.SenderId;
import dev.wakit.provider.ProviderId;

/**
 * The name of a lane: one sender at one provider of one tenant.
 *
 * <p>Immutable.
 *
 * @param tenant the owner
 * @param provider the provider instance
 * @param sender the business number
 * @since 0.1
 */
public record LaneKey(TenantId tenant, ProviderId provider, SenderId sender) {

    /** Provider and sender as one text, as it stands in the tables. */
    public String lane() {
        return provider.value() + "/" + sender.value();
    }

    @Override
    public String toString() {
        return tenant + ":" + lane();
    }
}
