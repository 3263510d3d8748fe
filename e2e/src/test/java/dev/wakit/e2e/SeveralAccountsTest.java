package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.rate.RateLimit;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.template.TemplateCategory;
import dev.wakit.testkit.meta.MetaSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two accounts of one app, whose webhooks may come to one address, and a provider that does not know its account. */
class SeveralAccountsTest {

    private static final ProviderId FIRST = ProviderId.of("first");
    private static final ProviderId SECOND = ProviderId.of("second");
    private static final ProviderId UNTOLD = ProviderId.of("untold");

    @TempDir
    private Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();
    private MetaSimulator simulator;
    private JdbcStores stores;
    private CampaignEngine engine;
    private CampaignId first;
    private CampaignId second;
    private CampaignId untold;

    @BeforeEach
    void runACampaignOfEach() {
        simulator = opened(Stage.quick().wabaId("111").start());
        MetaSimulator other = opened(Stage.quick().wabaId("222").start());
        stores = opened(Database.sqlite(folder).open());
        engine = opened(Worker.builder(stores, provider(FIRST, simulator, true))
                .provider(provider(SECOND, other, true))
                .provider(provider(UNTOLD, simulator, false))
                .build());
        engine.start();
        first = running(FIRST);
        second = running(SECOND);
        untold = running(UNTOLD);
    }

    @AfterEach
    void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    @Test
    void newsConcernsTheProviderWhoseAccountItNamesWhereverItIsReceived() {
        hear(FIRST, "222");

        assertThat(status(first)).isEqualTo(CampaignStatus.RUNNING);
        assertThat(status(second)).isEqualTo(CampaignStatus.PAUSED);
        assertThat(status(untold)).isEqualTo(CampaignStatus.RUNNING);
    }

    @Test
    void newsOfAnAccountThatNobodyHasConcernsNobodyWhoKnowsTheirOwn() {
        hear(FIRST, "999");

        assertThat(status(first)).isEqualTo(CampaignStatus.RUNNING);
        assertThat(status(second)).isEqualTo(CampaignStatus.RUNNING);
        assertThat(status(untold)).isEqualTo(CampaignStatus.RUNNING);
    }

    @Test
    void aProviderThatDoesNotKnowItsAccountHearsAllThatItReceives() {
        hear(UNTOLD, "111");

        assertThat(status(first)).as("the account that is named").isEqualTo(CampaignStatus.PAUSED);
        assertThat(status(second)).isEqualTo(CampaignStatus.RUNNING);
        assertThat(status(untold)).isEqualTo(CampaignStatus.PAUSED);
    }

    private <C extends AutoCloseable> C opened(C closeable) {
        open.add(closeable);
        return closeable;
    }

    private MetaProvider provider(ProviderId id, MetaSimulator at, boolean knowsItsAccount) {
        var builder = MetaProvider.builder(at.accessToken(), at.phoneNumberId())
                .id(id)
                .baseUrl(at.baseUrl())
                .appSecret(simulator.appSecret());
        if (knowsItsAccount) {
            builder.businessAccountId(at.wabaId());
        }
        return opened(builder.build());
    }

    private CampaignId running(ProviderId provider) {
        CampaignId id = engine.campaigns()
                .create(Stage.spec(People.ordinary(300))
                        .provider(provider)
                        .category(TemplateCategory.UTILITY)
                        .rate(RateLimit.perSecond(2))
                        .build())
                .id();
        engine.campaigns().launch(id);
        Awaitility.await().atMost(Stage.PATIENCE).until(() -> status(id) == CampaignStatus.RUNNING);
        return id;
    }

    private CampaignStatus status(CampaignId id) {
        return engine.campaigns().get(id).status();
    }

    private void hear(ProviderId receiver, String account) {
        Signed.post(
                engine,
                receiver,
                simulator,
                Signed.body(account, Instant.now(), "account_update", "\"event\":\"ACCOUNT_VIOLATION\""));
        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> stores.inbox().backlog() == 0);
    }
}
