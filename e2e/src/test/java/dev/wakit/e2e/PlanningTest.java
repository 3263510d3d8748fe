package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.TenantId;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.campaign.store.StoreException;
import dev.wakit.rate.RateLimit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Audiences of several pages, of which one is stored while the next is made. */
class PlanningTest {

    private static final int ROWS = 8_000;

    @TempDir
    private Path folder;

    /** Repeats lie in the same page, in the next one, which is made before its predecessor is stored, and behind it. */
    @ParameterizedTest
    @CsvSource({"plan, 4, 5", "planned, 2, 4"})
    void everyRowIsPlannedOnceAndEveryPersonOnceWhateverFailedBetween(String call, int nth, int plans) {
        var calls = new ConcurrentHashMap<String, Integer>();
        FaultyStores.Fault fault = (method, arguments) -> {
            if (calls.merge(method, 1, Integer::sum) == nth && method.equals(call)) {
                throw new StoreException("The database is gone for a moment.");
            }
        };
        try (Stage stage = Stage.open(Database.sqlite(folder), fault)) {
            List<Integer> people =
                    IntStream.range(0, ROWS).mapToObj(PlanningTest::person).toList();

            CampaignId id = stage.running(
                    Stage.spec(people.stream().map(PlanningTest::member).toList())
                            .rate(RateLimit.perHour(1)));

            List<Delivery> all = all(stage, id);
            Set<Integer> distinct = Set.copyOf(people.stream().distinct().toList());
            assertThat(calls).as("no page was refused because of a repeat").containsEntry("plan", plans);
            assertThat(all)
                    .extracting(Delivery::line)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, ROWS)
                            .mapToObj(Long::valueOf)
                            .toList());
            assertThat(all.stream()
                            .filter(delivery -> delivery.state() != DeliveryState.SKIPPED)
                            .flatMap(delivery -> delivery.recipient().stream())
                            .map(Recipient::key))
                    .doesNotHaveDuplicates()
                    .hasSize(distinct.size());
            assertThat(all.stream()
                            .filter(delivery -> delivery.skipReason()
                                    .filter(SkipReason.DUPLICATE::equals)
                                    .isPresent()))
                    .hasSize(ROWS - distinct.size());
            assertThat(stage.get(id).progress().total()).isEqualTo(ROWS);
        }
    }

    @Test
    void anAudienceThatEndsInAnErrorLeavesNoRows() {
        try (Stage stage = Stage.open(Database.sqlite(folder))) {
            var members = IntStream.range(0, 3 * ROWS)
                    .mapToObj(row -> {
                        if (row == 2 * ROWS) {
                            throw new IllegalStateException("The host's list broke off.");
                        }
                        return member(row);
                    })
                    .iterator();

            assertThatThrownBy(() -> stage.engine
                            .campaigns()
                            .create(Stage.spec(List.of())
                                    .audience(Audience.from(members))
                                    .build()))
                    .hasMessage("The host's list broke off.");

            assertThat(stage.stores.audiences().deleteOrphans(new CampaignId(Long.MAX_VALUE)))
                    .isZero();
        }
    }

    private static int person(int row) {
        return switch (row % 100) {
            case 1 -> row - 1;
            case 2 -> row < 2_500 ? row : person(row - 2_500);
            case 3 -> row < 5_000 ? row : row - 5_000;
            default -> row;
        };
    }

    private static AudienceMember member(int person) {
        return AudienceMember.of("+9198" + (10_000_000 + person))
                .with("package", "Bali")
                .with("price", "45,000");
    }

    private static List<Delivery> all(Stage stage, CampaignId id) {
        var all = new ArrayList<Delivery>();
        DeliveryQuery query = DeliveryQuery.first(1_000);
        List<Delivery> page;
        do {
            page = stage.stores.deliveries().list(TenantId.DEFAULT, id, query);
            all.addAll(page);
            if (!page.isEmpty()) {
                query = new DeliveryQuery(
                        Set.of(), "", "", page.get(page.size() - 1).id(), 1_000);
            }
        } while (!page.isEmpty());
        return all;
    }
}
