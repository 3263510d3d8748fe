/**
 * The storage interfaces of the engine.
 *
 * <p>Start with {@link dev.wakit.campaign.store.CampaignStores}. Every method is one transaction that is durable when the method
 * returns; the store contract in {@code wa-testkit} says what an implementation must keep.
 */
@NullMarked
package dev.wakit.campaign.store;

import org.jspecify.annotations.NullMarked;
