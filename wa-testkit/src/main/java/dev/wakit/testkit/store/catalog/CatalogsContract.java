package dev.wakit.testkit.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.CatalogStatus;
import dev.wakit.catalog.MetaLink;
import dev.wakit.catalog.NotFoundException;
import dev.wakit.catalog.StaleVersionException;
import dev.wakit.catalog.order.OrderSettings;
import org.junit.jupiter.api.Test;

/**
 * Catalogs: kept as given, changed by one at a time, of one tenant.
 *
 * @since 0.1
 */
public abstract class CatalogsContract extends CatalogFixture {

    /** For subclasses. */
    protected CatalogsContract() {}

    @Test
    void keepsACatalogAsItWasGiven() {
        Catalog catalog = catalog();

        assertThat(shop().catalogs().get(catalog.id())).isEqualTo(catalog);
        assertThat(catalog.status()).isEqualTo(CatalogStatus.DRAFT);
    }

    @Test
    void belongsToOneTenant() {
        Catalog catalog = catalog();
        var others = shop(OTHER, OrderSettings.DEFAULT).catalogs();

        assertThatThrownBy(() -> others.get(catalog.id())).isInstanceOf(NotFoundException.class);
        assertThat(others.list()).isEmpty();
        assertThatThrownBy(() -> others.save(catalog)).isInstanceOf(StaleVersionException.class);
    }

    @Test
    void isChangedByTheOneWhoReadItLast() {
        Catalog read = catalog();
        clock.set(NOW.plusSeconds(60));

        Catalog linked =
                shop().catalogs().save(read.linked(new MetaLink("1", "2", "3")).in(CatalogStatus.CONNECTED));

        assertThat(shop().catalogs().get(read.id())).isEqualTo(linked);
        assertThat(linked.version()).isEqualTo(2);
        assertThat(linked.updatedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThatThrownBy(() -> shop().catalogs().save(read.named("Winter")))
                .isInstanceOf(StaleVersionException.class)
                .hasMessageContaining("version 1");
        assertThat(shop().catalogs().get(read.id()).name()).isEqualTo("Summer");
    }

    @Test
    void isOutOfTheListOnceItIsArchived() {
        Catalog first = catalog();
        Catalog second = catalog();

        shop().catalogs().archive(first.id());

        assertThat(shop().catalogs().list()).containsExactly(second);
        assertThat(shop().catalogs().get(first.id()).status()).isEqualTo(CatalogStatus.ARCHIVED);
    }
}
