package dev.wakit.inbound;

import dev.wakit.commerce.catalog.BatchState;

/**
 * The BSP is over with changes of products; {@link dev.wakit.provider.CatalogGateway#batch} tells which of them failed.
 *
 * <p>Immutable.
 *
 * @param source where it came from
 * @param catalogId the catalog
 * @param handle of the batch
 * @param state how it ended
 * @param word the state in the BSP's own word
 * @since 0.1
 */
public record CatalogBatchChanged(EventSource source, String catalogId, String handle, BatchState state, String word)
        implements InboundEvent {}
