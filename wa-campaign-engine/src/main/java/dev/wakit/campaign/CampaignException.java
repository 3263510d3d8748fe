package dev.wakit.campaign;

import dev.wakit.WhatsAppException;

/**
 * What was asked of a campaign is not possible; nothing was changed.
 *
 * @since 0.1
 */
public abstract sealed class CampaignException extends WhatsAppException
        permits CampaignNotFoundException, CampaignStateException, InvalidCampaignException, ResendRefusedException {

    private static final long serialVersionUID = 1L;

    CampaignException(String message) {
        super(message);
    }
}
