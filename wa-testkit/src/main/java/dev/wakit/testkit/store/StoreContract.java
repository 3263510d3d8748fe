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
    @DisplayName("Campaigns")
    class Campaigns extends CampaignStoreContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }

    @Nested
    @DisplayName("Campaigns that workers look for")
    class CampaignWork extends CampaignWorkContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }

    @Nested
    @DisplayName("Planning")
    class Planning extends DeliveryPlanContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }

    @Nested
    @DisplayName("Reading")
    class Reading extends DeliveryReadContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }

    @Nested
    @DisplayName("Sending")
    class Sending extends SendContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }

    @Nested
    @DisplayName("Campaigns of several senders")
    class Pools extends PoolContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }

    @Nested
    @DisplayName("People with two names")
    class Names extends NamesContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }

    @Nested
    @DisplayName("Erasing people")
    class Erasing extends ErasureContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }

    @Nested
    @DisplayName("Recording outcomes")
    class Outcomes extends OutcomeContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }

    @Nested
    @DisplayName("Merging evidence")
    class Merging extends MergeContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }

    @Nested
    @DisplayName("Moving groups of deliveries")
    class Sweeping extends SweepContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }

    @Nested
    @DisplayName("Single sends")
    class Outbox extends OutboxContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }

    @Nested
    @DisplayName("Listing and retention of single sends")
    class SingleRetention extends SingleRetentionContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }

    @Nested
    @DisplayName("Uncertain deliveries")
    class Uncertain extends UncertainContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }

    @Nested
    @DisplayName("Statuses of unknown messages")
    class Orphans extends OrphanContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }

    @Nested
    @DisplayName("Lanes")
    class Lanes extends LaneStoreContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }

    @Nested
    @DisplayName("The webhook inbox")
    class Inbox extends InboxContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }

    @Nested
    @DisplayName("Suppressions")
    class Suppressions extends SuppressionContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }

    @Nested
    @DisplayName("Audiences")
    class Audiences extends AudienceContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }

    @Nested
    @DisplayName("Workers")
    class Workers extends WorkerStoreContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }

    @Nested
    @DisplayName("The database's history")
    class History extends HistoryStoreContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }

    @Nested
    @DisplayName("Schedules")
    class Schedules extends ScheduleStoreContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }

    @Nested
    @DisplayName("Jobs")
    class Jobs extends JobContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }

    @Nested
    @DisplayName("Pacing")
    class Pacing extends PacingContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }

    @Nested
    @DisplayName("Portfolio")
    class Portfolio extends PortfolioContract {
        @Override
        protected CampaignStores open(InstantSource clock) {
            return StoreContract.this.open(clock);
        }
    }
}
