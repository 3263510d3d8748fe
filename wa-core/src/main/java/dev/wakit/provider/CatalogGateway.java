package dev.wakit.provider;

import dev.wakit.address.SenderId;
import dev.wakit.commerce.catalog.BatchReceipt;
import dev.wakit.commerce.catalog.BatchStatus;
import dev.wakit.commerce.catalog.CatalogLimits;
import dev.wakit.commerce.catalog.ItemChange;
import dev.wakit.commerce.catalog.ProductQuery;
import dev.wakit.commerce.catalog.ProductSet;
import dev.wakit.commerce.catalog.RemoteCatalog;
import dev.wakit.commerce.catalog.RemoteProductPage;
import dev.wakit.commerce.catalog.ShopSettings;
import java.util.List;
import java.util.Optional;

/**
 * The catalogs of an account at a BSP.
 *
 * <p>These are management calls: they block, and they throw a {@link dev.wakit.WhatsAppException} when the BSP refuses or cannot be
 * reached; {@link dev.wakit.RateLimitedException} when it was called too often. Reads are repeated when that may help, changes never:
 * one whose answer is lost is answered with {@link ChangeAnswer.Unknown}. Implementations are thread-safe.
 *
 * @since 0.1
 */
public interface CatalogGateway {

    /** How much {@link #submit} takes at once. */
    CatalogLimits limits();

    /** All catalogs that the business owns, and all that other businesses share with it. */
    List<RemoteCatalog> list();

    /** The catalogs that are connected to the account, whose products its senders can show. */
    List<RemoteCatalog> connected();

    /** The catalog with this id; empty if there is none, or none that the credentials may see. */
    Optional<RemoteCatalog> find(String catalogId);

    /**
     * Creates a catalog of goods that the business owns. It is not connected to anything.
     *
     * @param name for people; not blank
     */
    ChangeAnswer<RemoteCatalog> create(String name);

    /**
     * Connects a catalog to the account. The BSP may refuse a second one.
     *
     * @return the id of the catalog
     */
    ChangeAnswer<String> connect(String catalogId);

    /**
     * Ends what {@link #connect} began; the catalog stays.
     *
     * @return the id of the catalog
     */
    ChangeAnswer<String> disconnect(String catalogId);

    /** How a sender shows the catalog. */
    ShopSettings settings(SenderId sender);

    /**
     * Changes how a sender shows the catalog.
     *
     * @param change at least one value
     * @return the change
     */
    ChangeAnswer<ShopSettings> changeSettings(SenderId sender, ShopSettings change);

    /**
     * Hands in changes of products. The BSP makes them later: {@link #batch} tells what became of them. To hand in the same batch
     * again does no harm, so that one whose answer is lost may be repeated as long as the products did not change meanwhile.
     *
     * @param changes what {@link #limits()} let through; {@link CatalogLimits#split} makes batches of any number
     * @throws dev.wakit.InvalidMessageException if they are too many, too long, or contradict each other; nothing was sent
     */
    ChangeAnswer<BatchReceipt> submit(String catalogId, List<ItemChange> changes);

    /**
     * What became of a batch; empty if the BSP does not know it, or not any more.
     *
     * @param handle {@link BatchReceipt#handle()}
     */
    Optional<BatchStatus> batch(String catalogId, String handle);

    /** One page of the products of a catalog, with their availability and their review. */
    RemoteProductPage products(String catalogId, ProductQuery query);

    /** The sets that a catalog is divided into. */
    List<ProductSet> sets(String catalogId);
}
