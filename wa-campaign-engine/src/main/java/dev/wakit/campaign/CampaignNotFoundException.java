package dev.wakit.campaign;

/**
 * There is no such campaign of this tenant.
 *
 * @since 0.1
 */
public final class CampaignNotFoundException extends CampaignException {

    private static final long serialVersionUID = 1L;

    /** Names the id. */
    public CampaignNotFoundException(CampaignId id) {
        super("There is no campaign " + id + ". It may have been deleted, or belong to another tenant.");
    }
}
