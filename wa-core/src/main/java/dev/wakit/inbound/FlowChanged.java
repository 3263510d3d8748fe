package dev.wakit.inbound;

import java.util.Map;

/**
 * A flow changed its state, or works badly.
 *
 * <p>Immutable.
 *
 * @param source where it came from
 * @param flowId the BSP's id of the flow
 * @param event the BSP's word, such as {@code FLOW_STATUS_CHANGE}
 * @param message the BSP's sentence about it
 * @param statusBefore the state until now
 * @param statusAfter the state from now on
 * @param details everything else that was said, by its path
 * @since 0.1
 */
public record FlowChanged(
        EventSource source,
        String flowId,
        String event,
        String message,
        String statusBefore,
        String statusAfter,
        Map<String, String> details)
        implements InboundEvent {

    /** Copies the collections. */
    public FlowChanged {
        details = Map.copyOf(details);
    }
}
