package dev.wakit.testkit.meta.internal.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.MagicItem;
import dev.wakit.testkit.meta.SimulatedBatch;
import dev.wakit.testkit.meta.SimulatedProduct;
import dev.wakit.testkit.simulator.internal.Dice;
import dev.wakit.testkit.simulator.internal.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that Meta keeps of catalogs. Batches that are due are done whenever somebody looks. Thread-safe.
 */
public final class CatalogStore {

    private static final int SLOW = 10;

    private final Object lock = new Object();
    private final InstantSource clock;
    private final Dice dice;
    private final CatalogRules rules;
    private final BatchWork work;
    private final BatchNews news;
    private final boolean magic;
    private final Map<String, Catalog> catalogs = new LinkedHashMap<>();
    private final Map<String, Batch> batches = new LinkedHashMap<>();
    private final Set<String> met = new HashSet<>();
    private final List<String> connected = new ArrayList<>();
    private long numbers;
    private boolean held;

    public CatalogStore(InstantSource clock, Dice dice, CatalogRules rules, BatchNews news, boolean magic) {
        this.clock = clock;
        this.dice = dice;
        this.rules = rules;
        this.magic = magic;
        this.news = news;
        this.work = new BatchWork(rules, magic, () -> ++numbers, () -> nextId("item"));
    }

    public String create(String name, boolean owned) {
        synchronized (lock) {
            String id = nextId("catalog");
            catalogs.put(id, new Catalog(id, name, owned));
            return id;
        }
    }

    public String addSet(String catalogId, String name, List<String> retailerIds) {
        synchronized (lock) {
            String id = nextId("set");
            require(catalogId).sets.add(new Catalog.ProductSet(id, name, retailerIds));
            return id;
        }
    }

    /** Connects a catalog, and tells whether it is the only one that is connected now. */
    public boolean connect(String catalogId) {
        synchronized (lock) {
            require(catalogId);
            if (connected.isEmpty()) {
                connected.add(catalogId);
            }
            return connected.contains(catalogId);
        }
    }

    boolean disconnect(String catalogId) {
        synchronized (lock) {
            return connected.remove(catalogId);
        }
    }

    boolean has(String catalogId) {
        synchronized (lock) {
            return catalogs.containsKey(catalogId);
        }
    }

    /** The catalogs that are connected, or those that are owned or shared, as they are listed. */
    List<ObjectNode> connected() {
        synchronized (lock) {
            settle();
            return connected.stream().map(id -> require(id).json()).toList();
        }
    }

    List<ObjectNode> list(boolean owned) {
        synchronized (lock) {
            settle();
            return catalogs.values().stream()
                    .filter(catalog -> catalog.owned == owned)
                    .map(Catalog::json)
                    .toList();
        }
    }

    ObjectNode json(String catalogId) {
        synchronized (lock) {
            settle();
            return require(catalogId).json();
        }
    }

    List<ObjectNode> sets(String catalogId) {
        synchronized (lock) {
            settle();
            Catalog catalog = require(catalogId);
            return catalog.sets.stream().map(catalog::json).toList();
        }
    }

    List<Item> items(String catalogId) {
        synchronized (lock) {
            settle();
            return require(catalogId).items(clock.instant());
        }
    }

    public List<SimulatedProduct> products(String catalogId) {
        return items(catalogId).stream().map(Item::product).toList();
    }

    public List<SimulatedBatch> batches(String catalogId) {
        synchronized (lock) {
            settle();
            return batches.values().stream()
                    .filter(batch -> batch.catalogId.equals(catalogId))
                    .map(batch -> batch.view(clock.instant(), held))
                    .toList();
        }
    }

    /** What happens to a batch as a whole, because products are in it for the first time. */
    Set<MagicItem> meet(List<String> retailerIds) {
        Set<MagicItem> happens = new HashSet<>();
        if (magic) {
            synchronized (lock) {
                retailerIds.stream()
                        .filter(id -> MagicItem.of(id).isOfBatch())
                        .filter(met::add)
                        .map(MagicItem::of)
                        .forEach(happens::add);
            }
        }
        return happens;
    }

    MagicItem magic(String retailerId) {
        return magic ? MagicItem.of(retailerId) : MagicItem.ORDINARY;
    }

    /** Takes a batch and returns its handle. */
    String take(String catalogId, List<JsonNode> requests, boolean mayCreate, Set<MagicItem> happens) {
        synchronized (lock) {
            settle();
            long number = ++numbers;
            String handle =
                    "Acz" + Long.toString(dice.roll("handle", catalogId, number).nextLong() >>> 1, 36) + "-" + number;
            Instant now = clock.instant();
            Duration time = rules.batchTime().draw(dice.roll("batch time", catalogId, number));
            Duration taken = happens.contains(MagicItem.SLOW_ONCE) ? time.multipliedBy(SLOW) : time;
            Batch batch = new Batch(
                    handle,
                    catalogId,
                    number,
                    mayCreate,
                    requests,
                    happens,
                    now,
                    now.plus(taken),
                    rules.batchWebhooks());
            batches.put(handle, batch);
            news.awaited(batch, this::look);
            return handle;
        }
    }

    Optional<ObjectNode> status(String catalogId, String handle, boolean withIds) {
        synchronized (lock) {
            settle();
            return Optional.ofNullable(batches.get(handle))
                    .filter(batch -> batch.catalogId.equals(catalogId))
                    .filter(batch -> !(batch.isOver() && batch.magic.contains(MagicItem.FORGOTTEN_ONCE)))
                    .map(batch -> batch.json(clock.instant(), held, withIds));
        }
    }

    public void finish(String handle) {
        synchronized (lock) {
            settle();
            Batch batch = batches.get(handle);
            if (batch == null) {
                throw new IllegalArgumentException("there is no batch '" + handle + "'");
            }
            if (!batch.isOver()) {
                work(batch, clock.instant());
            }
        }
    }

    public void hold(boolean hold) {
        synchronized (lock) {
            settle();
            held = hold;
        }
    }

    public void review(String catalogId, String retailerId, String status, List<String> reasons) {
        synchronized (lock) {
            settle();
            Catalog catalog = require(catalogId);
            catalog.items.put(retailerId, item(catalog, retailerId).reviewed(status, reasons));
        }
    }

    public void edit(String catalogId, String retailerId, Map<String, String> fields) {
        synchronized (lock) {
            settle();
            Catalog catalog = require(catalogId);
            ObjectNode data = Json.object();
            fields.forEach(data::put);
            catalog.items.put(
                    retailerId,
                    item(catalog, retailerId).changed(data, clock.instant().plus(rules.reviewTime())));
        }
    }

    public void remove(String catalogId, String retailerId) {
        synchronized (lock) {
            settle();
            Catalog catalog = require(catalogId);
            item(catalog, retailerId);
            catalog.items.remove(retailerId);
        }
    }

    private void look() {
        synchronized (lock) {
            settle();
        }
    }

    /** Does what is due, in the order in which it became due. */
    private void settle() {
        Instant now = clock.instant();
        if (held) {
            return;
        }
        batches.values().stream()
                .filter(batch -> !batch.isOver() && !batch.isStuck() && !now.isBefore(batch.dueAt))
                .sorted(Comparator.comparing((Batch batch) -> batch.dueAt).thenComparingLong(batch -> batch.number))
                .forEach(batch -> work(batch, batch.dueAt));
    }

    private void work(Batch batch, Instant at) {
        work.run(batch, require(batch.catalogId), at);
        news.ended(batch);
    }

    private Catalog require(String catalogId) {
        Catalog catalog = catalogs.get(catalogId);
        if (catalog == null) {
            throw new IllegalArgumentException("there is no catalog '" + catalogId + "'");
        }
        return catalog;
    }

    private static Item item(Catalog catalog, String retailerId) {
        Item item = catalog.items.get(retailerId);
        if (item == null) {
            throw new IllegalArgumentException("the catalog has no product '" + retailerId + "'");
        }
        return item;
    }

    private String nextId(String kind) {
        long number = ++numbers;
        return Long.toString(
                100_000_000_000_000L + dice.roll(kind, "id", number).nextLong(800_000_000_000L) * 1000 + number % 1000);
    }
}
