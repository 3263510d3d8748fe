package dev.wakit.samples.server.shop;

import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.CatalogId;
import dev.wakit.catalog.CatalogStatus;
import dev.wakit.catalog.Shop;
import dev.wakit.catalog.sync.CatalogSync;
import dev.wakit.catalog.sync.SyncRun;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a shop needs done again and again: catalogs are mirrored, carts whose taker died are taken over, orders whose time has run out
 * are called off. On one thread; several servers may do it at once.
 */
final class ShopWork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShopWork.class);
    private static final long EVERY_SECONDS = 2;
    private static final int AT_ONCE = 100;
    /** Meta reviews what was handed in; the simulator does so within a second. */
    private static final Duration REVIEWED_WITHIN = Duration.ofSeconds(4);

    private static final Duration LONGEST_WITHOUT_LOOK = Duration.ofHours(24);

    private final Shop shop;
    private final Mirrors mirrors;
    private final InstantSource clock;
    private final Map<CatalogId, Instant> lookAt = new HashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var made = new Thread(work, "shop-work");
        made.setDaemon(true);
        return made;
    });

    ShopWork(Shop shop, Mirrors mirrors, InstantSource clock) {
        this.shop = shop;
        this.mirrors = mirrors;
        this.clock = clock;
    }

    void start() {
        // Runs until it is closed; what fails inside is logged there.
        Future<?> unused = thread.scheduleWithFixedDelay(this::safely, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void safely() {
        attempt("carts", () -> shop.intake().resume(AT_ONCE));
        attempt("orders", () -> shop.orders().expire(AT_ONCE));
        attempt("catalogs", () -> {
            for (Catalog catalog : shop.catalogs().list()) {
                if (catalog.status() == CatalogStatus.CONNECTED) {
                    attempt("catalog " + catalog.id(), () -> mirror(catalog));
                }
            }
        });
    }

    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("The work on {} failed and is tried again: {}", what, e.getMessage());
            LOG.debug("It failed so", e);
        }
    }

    private void mirror(Catalog catalog) {
        CatalogSync mirror = mirrors.of(catalog);
        SyncRun run = mirror.run();
        if (!run.problem().isEmpty()) {
            LOG.warn("Catalog {} is not handed in for now: {}", catalog.id(), run.problem());
        }
        Instant now = clock.instant();
        if (run.settled() > 0) {
            lookAt.put(catalog.id(), now.plus(REVIEWED_WITHIN));
        }
        Instant due = lookAt.computeIfAbsent(catalog.id(), id -> now.plus(REVIEWED_WITHIN));
        if (!now.isBefore(due)) {
            lookAt.put(catalog.id(), now.plus(LONGEST_WITHOUT_LOOK));
            mirror.reconcile(true);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
