package dev.wakit.store.jdbc.internal.sql;

import dev.wakit.TenantId;
import dev.wakit.address.SenderId;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.provider.ProviderId;

/** Lanes as they stand in the tables: {@link LaneKey#lane()}. */
public final class LaneNames {

    private LaneNames() {}

    /** The lane of a column, of a tenant by name. */
    public static LaneKey parse(String tenant, String lane) {
        return parse(new TenantId(tenant), lane);
    }

    /** The lane of a column; a provider's name has no slash, so that the first one ends it. */
    public static LaneKey parse(TenantId tenant, String lane) {
        int slash = lane.indexOf('/');
        return new LaneKey(tenant, new ProviderId(lane.substring(0, slash)), new SenderId(lane.substring(slash + 1)));
    }
}
