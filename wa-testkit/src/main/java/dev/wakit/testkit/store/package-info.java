/**
 * The store contract: what every implementation of {@link dev.wakit.campaign.store.CampaignStores} must keep.
 *
 * <p>Start with {@link dev.wakit.testkit.store.StoreContract}: extend it, open your store, run it with JUnit. Needs JUnit Jupiter
 * and AssertJ on the test class path.
 */
@NullMarked
package dev.wakit.testkit.store;

import org.jspecify.annotations.NullMarked;
