package dev.wakit.campaign;

import dev.wakit.campaign.delivery.DeliveryId;
import java.util.Collection;
import java.util.List;

/**
 * Deliveries cannot be decided about, because nobody needs to: they are not UNKNOWN, or their campaign is never sent again.
 *
 * @since 0.1
 */
public final class ResendRefusedException extends CampaignException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    @SuppressWarnings("serial") // a copy that is a list of records
    private final List<DeliveryId> refused;

    /** Names the deliveries. */
    public ResendRefusedException(String message, Collection<DeliveryId> refused) {
        super(message + named(refused));
        this.refused = List.copyOf(refused);
    }

    private static String named(Collection<DeliveryId> refused) {
        if (refused.isEmpty()) {
            return "";
        }
        List<DeliveryId> shown = refused.stream().limit(SHOWN).toList();
        return " Refused: " + shown + (refused.size() > SHOWN ? " and " + (refused.size() - SHOWN) + " more." : ".");
    }

    /** The deliveries that are refused; empty if the whole campaign is. */
    public List<DeliveryId> refused() {
        return refused;
    }
}
