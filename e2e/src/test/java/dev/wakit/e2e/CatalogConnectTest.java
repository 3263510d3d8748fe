package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.WhatsAppException;
import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.CatalogStatus;
import dev.wakit.commerce.catalog.RemoteCatalog;
import java.nio.file.Path;
import java.util.Currency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalog gets one at Meta, which is connected to the account, however often that is asked for. */
class CatalogConnectTest {

    @TempDir
    private Path folder;

    private SyncStage stage;

    @BeforeEach
    void open() {
        stage = new SyncStage(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private Catalog draft(String name) {
        return stage.shop.catalogs().create(name, Currency.getInstance("USD"));
    }

    @Test
    void aCatalogIsMadeAndConnectedOnce() {
        Catalog draft = draft("Mugs");

        Catalog connected = stage.shop.connect(draft.id(), stage.gateway);
        Catalog again = stage.shop.connect(draft.id(), stage.gateway);

        assertThat(connected.status()).isEqualTo(CatalogStatus.CONNECTED);
        assertThat(again).isEqualTo(connected).isEqualTo(stage.shop.catalogs().get(draft.id()));
        assertThat(stage.gateway.list())
                .extracting(RemoteCatalog::id)
                .containsExactly(connected.link().catalogId());
        assertThat(stage.gateway.connected())
                .extracting(RemoteCatalog::id)
                .containsExactly(connected.link().catalogId());
    }

    @Test
    void aCatalogThatWasMadeBeforeTheProcessDiedIsUsedAndOthersOfThatNameAreNot() {
        String full = stage.meta.create("Mugs");
        Catalog other = stage.shop.catalogs().save(draft("Other").linked(new dev.wakit.catalog.MetaLink(full, "", "")));
        stage.sell(other, "mug", "10.00");
        stage.settle(stage.sync(other));
        String shared = stage.meta.share("Mugs");
        String made = stage.meta.create("Mugs");

        Catalog connected = stage.shop.connect(draft("Mugs").id(), stage.gateway);

        assertThat(connected.link().catalogId()).isEqualTo(made).isNotIn(full, shared);
        assertThat(stage.gateway.list()).hasSize(3);
    }

    @Test
    void aSecondCatalogWaitsUntilTheFirstIsDisconnected() {
        Catalog first = stage.shop.connect(draft("Mugs").id(), stage.gateway);
        Catalog second = draft("Mugs");

        assertThatThrownBy(() -> stage.shop.connect(second.id(), stage.gateway)).isInstanceOf(WhatsAppException.class);
        String link = stage.shop.catalogs().get(second.id()).link().catalogId();
        assertThat(stage.shop.disconnect(first.id(), stage.gateway).status()).isEqualTo(CatalogStatus.DISCONNECTED);
        assertThat(stage.shop.disconnect(first.id(), stage.gateway).status()).isEqualTo(CatalogStatus.DISCONNECTED);
        Catalog connected = stage.shop.connect(second.id(), stage.gateway);

        assertThat(link).isNotEmpty().isNotEqualTo(first.link().catalogId());
        assertThat(connected.link().catalogId()).isEqualTo(link);
        assertThat(stage.gateway.connected()).extracting(RemoteCatalog::id).containsExactly(link);
    }
}
