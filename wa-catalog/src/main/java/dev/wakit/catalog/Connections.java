package dev.wakit.catalog;

import dev.wakit.OutcomeUnknownException;
import dev.wakit.commerce.catalog.RemoteCatalog;
import dev.wakit.provider.CatalogGateway;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Ties catalogs to those of a BSP, in steps that may each be done again. Thread-safe. */
final class Connections {

    private final Catalogs catalogs;
    private final CatalogGateway gateway;

    Connections(Catalogs catalogs, CatalogGateway gateway) {
        this.catalogs = catalogs;
        this.gateway = gateway;
    }

    Catalog connect(CatalogId id) {
        Catalog catalog = catalogs.get(id);
        MetaLink link = catalog.link();
        if (link.catalogId().isEmpty()) {
            catalog = catalogs.save(catalog.linked(new MetaLink(remote(catalog), link.businessId(), link.wabaId())));
        }
        String remote = catalog.link().catalogId();
        if (!isConnected(remote) && gateway.connect(remote).known().isEmpty() && !isConnected(remote)) {
            throw new OutcomeUnknownException("Nobody knows whether catalog " + remote
                    + " is connected now. Connect it again, which does no harm.");
        }
        return catalog.status() == CatalogStatus.CONNECTED
                ? catalog
                : catalogs.save(catalog.in(CatalogStatus.CONNECTED));
    }

    Catalog disconnect(CatalogId id) {
        Catalog catalog = catalogs.get(id);
        String remote = catalog.link().catalogId();
        if (!remote.isEmpty()
                && isConnected(remote)
                && gateway.disconnect(remote).known().isEmpty()
                && isConnected(remote)) {
            throw new OutcomeUnknownException("Nobody knows whether catalog " + remote
                    + " is still connected. Disconnect it again, which does no harm.");
        }
        return catalog.status() == CatalogStatus.CONNECTED
                ? catalogs.save(catalog.in(CatalogStatus.DISCONNECTED))
                : catalog;
    }

    private boolean isConnected(String remote) {
        return gateway.connected().stream().anyMatch(other -> other.id().equals(remote));
    }

    /** A new catalog of the BSP; or the one that was made before an answer was lost or a process died. */
    private String remote(Catalog catalog) {
        return unused(catalog)
                .or(() -> gateway.create(catalog.name()).known().map(RemoteCatalog::id))
                .or(() -> unused(catalog))
                .orElseThrow(() -> new OutcomeUnknownException("Nobody knows whether the BSP has a catalog for "
                        + catalog.id() + " now. Connect it again: an empty one of that name is used."));
    }

    private Optional<String> unused(Catalog catalog) {
        Set<String> taken =
                catalogs.list().stream().map(other -> other.link().catalogId()).collect(Collectors.toSet());
        return gateway.list().stream()
                .filter(other -> !other.shared()
                        && other.name().equals(catalog.name())
                        && other.products().orElse(1) == 0
                        && !taken.contains(other.id()))
                .map(RemoteCatalog::id)
                .findFirst();
    }
}
