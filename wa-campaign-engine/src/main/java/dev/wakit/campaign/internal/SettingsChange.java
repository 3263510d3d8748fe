package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignNotFoundException;
import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.StoreException;
import java.util.function.UnaryOperator;

/**
 * Changes some of a campaign's settings and keeps what others change at the same time: the change is made to the settings as they
 * are, and made again if they were no longer so when it was written. Thread-safe.
 */
final class SettingsChange {

    /** Each lost round is a change of somebody else that got through. */
    private static final int MAX_ROUNDS = 100;

    private final EngineCore engine;

    SettingsChange(EngineCore engine) {
        this.engine = engine;
    }

    /**
     * Changes settings.
     *
     * @param change from the settings as they are to those wanted; may be called several times
     * @throws CampaignNotFoundException if there is no such campaign
     * @throws StoreException if others changed them all the time; nothing was changed
     */
    void make(TenantId tenant, CampaignId id, UnaryOperator<CampaignSettings> change) {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            CampaignRow row = engine.stores()
                    .campaigns()
                    .find(tenant, id)
                    .filter(found -> !found.isMailbox())
                    .orElseThrow(() -> new CampaignNotFoundException(id));
            CampaignSettings before = engine.book().enter(row).settings();
            String after = engine.codec().write(change.apply(before));
            if (engine.stores().campaigns().updateSettings(tenant, id, row.settings(), after)) {
                return;
            }
        }
        throw new StoreException("The settings of campaign " + id + " were changed by others " + MAX_ROUNDS
                + " times while this change was made. Nothing was changed; call again.");
    }
}
