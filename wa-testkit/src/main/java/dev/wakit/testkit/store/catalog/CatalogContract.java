package dev.wakit.testkit.store.catalog;

import dev.wakit.catalog.store.CatalogStores;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * The whole contract of the stores of products, stock and orders in one class.
 *
 * <p>Extend it and open your store; empty the database before each test:
 *
 * <pre>{@code
 * class MyCatalogContractTest extends CatalogContract {
 *     @Override
 *     protected CatalogStores open() {
 *         return new MyStores(database);
 *     }
 * }
 * }</pre>
 *
 * @since 0.1
 */
public abstract class CatalogContract {

    /** For subclasses. */
    protected CatalogContract() {}

    /**
     * Opens the store under test.
     *
     * @see CatalogFixture#open()
     */
    protected abstract CatalogStores open();

    @Nested
    @DisplayName("Catalogs")
    class Catalogs extends CatalogsContract {
        @Override
        protected CatalogStores open() {
            return CatalogContract.this.open();
        }
    }

    @Nested
    @DisplayName("Products")
    class Products extends ProductsContract {
        @Override
        protected CatalogStores open() {
            return CatalogContract.this.open();
        }
    }

    @Nested
    @DisplayName("Product files")
    class Feeds extends FeedContract {
        @Override
        protected CatalogStores open() {
            return CatalogContract.this.open();
        }
    }

    @Nested
    @DisplayName("Stock")
    class Stock extends StockContract {
        @Override
        protected CatalogStores open() {
            return CatalogContract.this.open();
        }
    }

    @Nested
    @DisplayName("Orders")
    class Orders extends OrdersContract {
        @Override
        protected CatalogStores open() {
            return CatalogContract.this.open();
        }
    }

    @Nested
    @DisplayName("Lists of orders")
    class OrderLists extends OrderListContract {
        @Override
        protected CatalogStores open() {
            return CatalogContract.this.open();
        }
    }

    @Nested
    @DisplayName("Random commands")
    class OrderSequences extends OrderSequenceContract {
        @Override
        protected CatalogStores open() {
            return CatalogContract.this.open();
        }
    }

    @Nested
    @DisplayName("Many at once")
    class OrderRaces extends OrderRaceContract {
        @Override
        protected CatalogStores open() {
            return CatalogContract.this.open();
        }
    }

    @Nested
    @DisplayName("What customers send")
    class Intakes extends IntakeContract {
        @Override
        protected CatalogStores open() {
            return CatalogContract.this.open();
        }
    }

    @Nested
    @DisplayName("What the BSP has")
    class Syncs extends SyncContract {
        @Override
        protected CatalogStores open() {
            return CatalogContract.this.open();
        }
    }

    @Nested
    @DisplayName("Carts that are filled here")
    class AssistedCarts extends AssistedCartsContract {
        @Override
        protected CatalogStores open() {
            return CatalogContract.this.open();
        }
    }

    @Nested
    @DisplayName("What customers are told")
    class OrderMessages extends OrderMessagesContract {
        @Override
        protected CatalogStores open() {
            return CatalogContract.this.open();
        }
    }

    @Nested
    @DisplayName("Whom the shop reminds")
    class Reminders extends RemindersContract {
        @Override
        protected CatalogStores open() {
            return CatalogContract.this.open();
        }
    }
}
