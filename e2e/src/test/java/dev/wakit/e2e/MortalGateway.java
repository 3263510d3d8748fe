package dev.wakit.e2e;

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
import dev.wakit.provider.CatalogGateway;
import dev.wakit.provider.ChangeAnswer;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Ends its process now and then, before a batch is handed in or before its answer is read. */
final class MortalGateway implements CatalogGateway {

    /** What nobody handles, as nobody handles the end of a process. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final CatalogGateway gateway;
    private final Random random;
    private boolean isImmortal;

    MortalGateway(CatalogGateway gateway, Random random) {
        this.gateway = gateway;
        this.random = random;
    }

    void liveForEver() {
        isImmortal = true;
    }

    private void perhapsDie() {
        if (!isImmortal && random.nextInt(10) == 0) {
            throw new Died();
        }
    }

    @Override
    public ChangeAnswer<BatchReceipt> submit(String catalogId, List<ItemChange> changes) {
        perhapsDie();
        ChangeAnswer<BatchReceipt> answer = gateway.submit(catalogId, changes);
        perhapsDie();
        return answer;
    }

    @Override
    public Optional<BatchStatus> batch(String catalogId, String handle) {
        Optional<BatchStatus> status = gateway.batch(catalogId, handle);
        perhapsDie();
        return status;
    }

    @Override
    public CatalogLimits limits() {
        return gateway.limits();
    }

    @Override
    public List<RemoteCatalog> list() {
        return gateway.list();
    }

    @Override
    public List<RemoteCatalog> connected() {
        return gateway.connected();
    }

    @Override
    public Optional<RemoteCatalog> find(String catalogId) {
        return gateway.find(catalogId);
    }

    @Override
    public ChangeAnswer<RemoteCatalog> create(String name) {
        return gateway.create(name);
    }

    @Override
    public ChangeAnswer<String> connect(String catalogId) {
        return gateway.connect(catalogId);
    }

    @Override
    public ChangeAnswer<String> disconnect(String catalogId) {
        return gateway.disconnect(catalogId);
    }

    @Override
    public ShopSettings settings(SenderId sender) {
        return gateway.settings(sender);
    }

    @Override
    public ChangeAnswer<ShopSettings> changeSettings(SenderId sender, ShopSettings change) {
        return gateway.changeSettings(sender, change);
    }

    @Override
    public RemoteProductPage products(String catalogId, ProductQuery query) {
        return gateway.products(catalogId, query);
    }

    @Override
    public List<ProductSet> sets(String catalogId) {
        return gateway.sets(catalogId);
    }
}
