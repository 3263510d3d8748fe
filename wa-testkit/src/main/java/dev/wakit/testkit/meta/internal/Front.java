package dev.wakit.testkit.meta.internal;

import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.simulator.internal.http.Endpoint;
import java.util.Map;

/** What stands between clients and the simulated Cloud API: nothing, or a BSP that passes it on. Thread-safe. */
public interface Front {

    /** Puts itself before the Graph API. */
    Endpoint before(Endpoint graph, MetaSimulator simulator);

    /** The headers with which a webhook is posted, besides its type. */
    Map<String, String> webhookHeaders(byte[] body);
}
