package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.TenantId;
import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.content.InteractiveContent;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.store.StoreException;
import dev.wakit.catalog.product.Product;
import dev.wakit.commerce.ProductSection;
import dev.wakit.message.InteractiveMessage;
import dev.wakit.message.Message;
import dev.wakit.message.OutgoingCheck;
import dev.wakit.message.interactive.InteractiveHeader;
import dev.wakit.message.interactive.ProductList;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.testkit.simulator.LedgerEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign shows products as they are when it is sent, not as they were when it was written. */
class ProductCampaignTest {

    @TempDir
    private Path folder;

    /** Keeps what was accepted, as it went out: it is asked after the shop. */
    private static final class Wire implements OutgoingCheck {

        final Queue<Message> accepted = new ConcurrentLinkedQueue<>();

        @Override
        public Message check(TenantId tenant, Message message) {
            return message;
        }

        @Override
        public void accepted(TenantId tenant, List<Message> messages) {
            accepted.addAll(messages);
        }
    }

    private static CampaignSpec.Builder about(ProductShop at, List<AudienceMember> people, ProductSection... sections) {
        ProductList products = at.shop
                .productMessages()
                .list(at.catalog.id(), List.of(sections))
                .orThrow();
        return CampaignSpec.builder("New mugs")
                .content(InteractiveContent.of(InteractiveMessage.builder(products)
                        .header(InteractiveHeader.text("New in"))
                        .body("Hi {{name|friend}}")
                        .build()))
                .audience(Audience.of(people));
    }

    private static Message message(String name, ProductSection... sections) {
        return InteractiveMessage.builder(ProductList.of(ProductShop.META, sections))
                .header(InteractiveHeader.text("New in"))
                .body("Hi " + name)
                .build();
    }

    @Test
    void everyMessageIsPackedAgainWhenItIsSentAndCounted() {
        Database database = Database.sqlite(folder);
        try (JdbcStores stores = database.open()) {
            var at = new ProductShop(stores);
            Product mug = at.sell("mug");
            Product cup = at.sell("cup");
            var wire = new Wire();
            try (Stage stage = Stage.open(
                    database,
                    Stage.quick(),
                    engine -> engine.outgoing(at.shop.outgoing()).outgoing(wire))) {
                CampaignId id = stage.engine
                        .campaigns()
                        .create(about(
                                        at,
                                        People.ordinary(3),
                                        ProductSection.of("Cups", "cup"),
                                        ProductSection.of("Mugs", "mug"))
                                .build())
                        .id();
                at.sellOut(cup);
                stage.engine.campaigns().launch(id);

                Campaign done = stage.awaitSettled(id);

                assertThat(done.progress().in(DeliveryState.READ)).isEqualTo(3);
                assertThat(wire.accepted).hasSize(3).containsOnly(message("Asha", ProductSection.of("Mugs", "mug")));
                assertThat(stage.simulator.ledger().accepted())
                        .extracting(LedgerEntry::kind)
                        .containsOnly("interactive");
                assertThat(at.shown(mug)).isEqualTo(3);
                assertThat(at.shown(cup)).isZero();
            }
        }
    }

    @Test
    void nobodyGetsAMessageAboutNothing() {
        Database database = Database.sqlite(folder);
        try (JdbcStores stores = database.open()) {
            var at = new ProductShop(stores);
            Product mug = at.sell("mug");
            try (Stage stage = Stage.open(database, Stage.quick(), engine -> engine.outgoing(at.shop.outgoing()))) {
                List<AudienceMember> people = People.ordinary(2);
                CampaignSpec.Builder spec = about(at, people, ProductSection.of("Mugs", "mug"));
                at.sellOut(mug);
                CampaignId id = stage.launch(spec);

                Campaign done = stage.awaitSettled(id);

                assertThat(done.progress().skippedByReason()).containsEntry(SkipReason.WITHHELD, 2L);
                assertThat(stage.deliveryTo(id, people.get(0)).skipDetail())
                        .contains("Too few products are left. mug: Its availability is 'out of stock'.");
                assertThat(stage.simulator.ledger().accepted()).isEmpty();
                assertThat(at.shown(mug)).isZero();
            }
        }
    }

    @Test
    void aCheckThatCannotTellNowOnlyDelaysTheMessage() {
        var asked = new AtomicInteger();
        OutgoingCheck unwell = (tenant, message) -> {
            if (asked.incrementAndGet() == 1) {
                throw new StoreException("The database of the shop is away.");
            }
            return message;
        };
        try (Stage stage = Stage.open(Database.sqlite(folder), Stage.quick(), engine -> engine.outgoing(unwell))) {
            CampaignId id = stage.launch(People.ordinary(1));

            Campaign done = stage.awaitSettled(id);

            assertThat(done.progress().in(DeliveryState.READ)).isEqualTo(1);
            assertThat(asked).hasValue(2);
            assertThat(stage.simulator.ledger().accepted()).hasSize(1);
        }
    }
}
