package dev.wakit.campaign.internal.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.message.MarketingDelivery;
import java.math.BigDecimal;

/** How marketing messages are delivered, as it is stored with messages and with campaigns. */
public final class MarketingCodec {

    private static final String STRICT = "strict";
    private static final String SHARING = "activitySharing";
    private static final String MULTIPLIER = "bidMultiplier";

    private MarketingCodec() {}

    /** Writes the fields of a delivery. */
    public static void write(ObjectNode node, MarketingDelivery marketing) {
        Put.flag(node, STRICT, marketing.strict());
        marketing.activitySharing().ifPresent(sharing -> node.put(SHARING, sharing));
        // As text, since a number would lose its digits on the way through a double.
        marketing.bidMultiplier().ifPresent(multiplier -> node.put(MULTIPLIER, multiplier.toPlainString()));
    }

    /** Reads a delivery that was stored with a campaign. */
    public static MarketingDelivery read(JsonNode node) {
        return read(new Fields("marketing", node));
    }

    static MarketingDelivery read(Fields fields) {
        MarketingDelivery.Builder marketing = MarketingDelivery.builder().strict(fields.flag(STRICT));
        fields.ifFlag(SHARING, marketing::activitySharing);
        fields.ifText(MULTIPLIER, multiplier -> marketing.bidMultiplier(new BigDecimal(multiplier)));
        return marketing.build();
    }
}
