package dev.wakit.campaign;

/**
 * The campaign's status does not allow what was asked.
 *
 * @since 0.1
 */
public final class CampaignStateException extends CampaignException {

    private static final long serialVersionUID = 1L;

    private final CampaignStatus status;

    /**
     * Says what is not possible.
     *
     * @param verb what was asked, such as {@code resumed}
     * @param status where the campaign stands
     * @param fix what would be possible instead
     */
    public CampaignStateException(CampaignId id, String verb, CampaignStatus status, String fix) {
        super("Campaign " + id + " is " + status + " and cannot be " + verb + ". " + fix);
        this.status = status;
    }

    /** Where the campaign stands. */
    public CampaignStatus status() {
        return status;
    }
}
