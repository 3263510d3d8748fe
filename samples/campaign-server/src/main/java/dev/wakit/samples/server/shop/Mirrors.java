package dev.wakit.samples.server.shop;

import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.CatalogId;
import dev.wakit.catalog.CatalogStatus;
import dev.wakit.catalog.MetaLink;
import dev.wakit.catalog.Shop;
import dev.wakit.catalog.sync.CatalogSync;
import dev.wakit.catalog.sync.SyncSettings;
import dev.wakit.commerce.catalog.RemoteCatalog;
import dev.wakit.provider.CatalogGateway;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.samples.server.http.ApiException;
import dev.wakit.samples.server.provider.Providers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Links catalogs to those of Meta, and keeps one mirror for each. Thread-safe. */
final class Mirrors {

    private final Shop shop;
    private final Providers providers;
    private final Map<Linked, CatalogSync> mirrors = new ConcurrentHashMap<>();

    private record Linked(CatalogId catalog, String metaCatalog) {}

    Mirrors(Shop shop, Providers providers) {
        this.shop = shop;
        this.providers = providers;
    }

    /** The mirror of a catalog; empty if it is linked to none, or was never looked for. Asks nobody. */
    Optional<CatalogSync> known(Catalog catalog) {
        return Optional.ofNullable(mirrors.get(linked(catalog)));
    }

    /**
     * The mirror of a catalog.
     *
     * @throws ApiException if it is linked to none, or no provider can reach that one
     * @throws dev.wakit.WhatsAppException if the BSP must be asked and does not answer
     */
    CatalogSync of(Catalog catalog) {
        String meta = catalog.link().catalogId();
        if (meta.isEmpty()) {
            throw new ApiException(
                    409,
                    "not_linked",
                    "Catalog " + catalog.id() + " is linked to none of Meta's. Link it with POST /api/catalogs/"
                            + catalog.id() + "/link.");
        }
        return known(catalog).orElseGet(() -> {
            CatalogSync mirror = shop.sync(catalog.id(), gateway(meta), SyncSettings.DEFAULT);
            return Optional.ofNullable(mirrors.putIfAbsent(linked(catalog), mirror))
                    .orElse(mirror);
        });
    }

    private static Linked linked(Catalog catalog) {
        return new Linked(catalog.id(), catalog.link().catalogId());
    }

    private CatalogGateway gateway(String meta) {
        return providers.all().stream()
                .flatMap(provider -> provider.catalog().stream())
                .filter(gateway -> gateway.find(meta).isPresent())
                .findFirst()
                .orElseThrow(() -> new ApiException(
                        409,
                        "catalog_unreachable",
                        "No provider can reach Meta's catalog " + meta
                                + ". Link the catalog to another one, or give a provider credentials that see it."));
    }

    /**
     * Links a catalog to one of Meta's, which is created when none is named, and connects that to the provider's account.
     *
     * @param provider the name of a provider; the first one that has catalogs when not given
     */
    Catalog link(Catalog catalog, @Nullable String provider, @Nullable String metaCatalog) {
        CatalogGateway gateway = providers.all().stream()
                .filter(one -> provider == null || one.id().value().equals(provider))
                .map(WhatsAppProvider::catalog)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> ApiException.invalid(
                        provider == null
                                ? "No provider has catalogs. Configure one of kind 'meta'."
                                : "The field 'provider' is '" + provider
                                        + "', which has no catalogs or is not there."));
        Optional<String> connected =
                gateway.connected().stream().map(RemoteCatalog::id).findFirst();
        connected.filter(one -> !one.equals(metaCatalog)).ifPresent(one -> {
            throw new ApiException(
                    409,
                    "account_has_catalog",
                    "The account shows Meta's catalog " + one + ", and an account shows one only. Link to that one with"
                            + " {\"metaCatalog\": \"" + one + "\"}, or disconnect it in WhatsApp Manager first.");
        });
        String meta = metaCatalog == null
                ? gateway.create(catalog.name()).orThrow().id()
                : gateway.find(metaCatalog)
                        .map(RemoteCatalog::id)
                        .orElseThrow(() -> ApiException.invalid("The field 'metaCatalog' is '" + metaCatalog
                                + "', which the provider cannot see. Leave it out to create one."));
        if (connected.isEmpty()) {
            gateway.connect(meta).orThrow();
        }
        return shop.catalogs().save(catalog.linked(new MetaLink(meta, "", "")).in(CatalogStatus.CONNECTED));
    }
}
