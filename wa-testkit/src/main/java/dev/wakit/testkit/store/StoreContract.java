package dev.wakit.testkit.store;

import dev.wakit.campaign.store.CampaignStores;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * The whole store contract in one class.
 *
 * <p>Extend it and open your store; empty the database before each test:
 *
 * <pre>{@code
 * class MyStoreContractTest extends StoreContract {
 *     @Override
 *     protected CampaignStores open(InstantSource clock) {
 *         return new MyStores(database, clock);
 *     }
 * }
 * }</pre>
 *
 * @since 0.1
 */
public abstract class StoreContract {

    /** For subclasses. */
    protected StoreContract() {}

    /**
     * Opens the store under test.
     *
     * @see StoreFixture#open(InstantSource)
     */
    protected abstract CampaignStores open(InstantSource clock);

    @Nested
    @DisplayName("Sending")
    class Sending extends SendContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }
}
