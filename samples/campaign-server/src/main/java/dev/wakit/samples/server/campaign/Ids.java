package dev.wakit.samples.server.campaign;

import dev.wakit.campaign.CampaignId;
import dev.wakit.samples.server.http.ApiException;
import io.javalin.http.Context;

/** Reads ids from paths: a text that is no id names nothing, as one that is not there. */
public final class Ids {

    private Ids() {}

    /** The campaign that the path names. */
    public static CampaignId campaign(Context ctx) {
        return campaign(ctx.pathParam("id"));
    }

    /** The campaign that a text names. */
    public static CampaignId campaign(String text) {
        try {
            return CampaignId.parse(text);
        } catch (IllegalArgumentException e) {
            throw ApiException.notFound("There is no campaign '" + text + "'.");
        }
    }
}
