package dev.wakit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.store.AudienceRow;
import dev.wakit.campaign.store.AudienceStore;
import dev.wakit.campaign.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Captured audiences.
 *
 * @since 0.1
 */
public abstract class AudienceContract extends StoreFixture {

    /** For subclasses. */
    protected AudienceContract() {}

    private AudienceStore audiences() {
        return stores().audiences();
    }

    private static AudienceRow row(long line) {
        return new AudienceRow(line, "+91 99787-83238", "", "Asha", Map.of("city", "मुंबई"), "");
    }

    private void append(long first, long last) {
        audiences()
                .append(
                        TENANT,
                        CAMPAIGN,
                        LongStream.rangeClosed(first, last)
                                .mapToObj(AudienceContract::row)
                                .toList());
    }

    @Test
    void keepsRowsAsTheyWereGiven() {
        var full = new AudienceRow(1, "  0(99787) 83238", "IN.1349", "‏מיכאל 🎉", Map.of("1", "a\"b", "", "x"), "");
        var broken = new AudienceRow(2, "", "", "", Map.of(), "The quote is not closed");

        audiences().append(TENANT, CAMPAIGN, List.of(full, broken));

        assertThat(another().audiences().read(TENANT, CAMPAIGN, 0, 10)).containsExactly(full, broken);
    }

    @Test
    void keepsWhatMeansSomethingToDatabases() {
        var row = new AudienceRow(
                1, "\\N", "\\.", "a\tb\\tc\r\nd'e\"f{g,NULL}\b\f\u000b", Map.of("\t", "\\N\n"), "%s ? :x $1");
        var next = row(2);

        audiences().append(TENANT, CAMPAIGN, List.of(row, next));

        assertThat(audiences().read(TENANT, CAMPAIGN, 0, 10)).containsExactly(row, next);
    }

    @Test
    void readsInTheOrderOfLinesPageByPage() {
        append(6, 10);
        append(1, 5);

        assertThat(audiences().read(TENANT, CAMPAIGN, 0, 4))
                .extracting(AudienceRow::line)
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(audiences().read(TENANT, CAMPAIGN, 8, 4))
                .extracting(AudienceRow::line)
                .containsExactly(9L, 10L);
        assertThat(audiences().read(TENANT, CAMPAIGN, 10, 4)).isEmpty();
    }

    @Test
    void takesThousandsOfRowsOrNone() {
        append(1, 5_000);
        audiences().append(TENANT, CAMPAIGN, List.of());

        assertThat(audiences().count(TENANT, CAMPAIGN)).isEqualTo(5_000);
    }

    @Test
    void refusesALineTwiceAndKeepsNothingOfThatBatch() {
        append(1, 1);

        assertThatThrownBy(() -> audiences().append(TENANT, CAMPAIGN, List.of(row(2), row(1))))
                .isInstanceOf(StoreException.class);
        assertThat(audiences().count(TENANT, CAMPAIGN)).isEqualTo(1);
    }

    @Test
    void deletesTheRowsOfOneCampaign() {
        append(1, 3);
        audiences().append(TENANT, new CampaignId(2), List.of(row(1)));

        audiences().delete(TENANT, CAMPAIGN);

        assertThat(audiences().count(TENANT, CAMPAIGN)).isZero();
        assertThat(audiences().count(TENANT, new CampaignId(2))).isEqualTo(1);
    }

    @Test
    void deletesOrphansOfOldCampaignIdsOnly() {
        stores().campaigns().insert(campaign(new CampaignId(1), CampaignStatus.DRAFT));
        for (long campaign = 1; campaign <= 3; campaign++) {
            audiences().append(TENANT, new CampaignId(campaign), List.of(row(1), row(2)));
        }

        assertThat(audiences().deleteOrphans(new CampaignId(3))).isEqualTo(2);

        assertThat(audiences().count(TENANT, new CampaignId(1))).isEqualTo(2);
        assertThat(audiences().count(TENANT, new CampaignId(2))).isZero();
        assertThat(audiences().count(TENANT, new CampaignId(3))).isEqualTo(2);
    }

    @Test
    void anotherTenantSeesNothing() {
        append(1, 2);

        assertThat(audiences().read(OTHER, CAMPAIGN, 0, 10)).isEmpty();
        assertThat(audiences().count(OTHER, CAMPAIGN)).isZero();
        audiences().delete(OTHER, CAMPAIGN);
        audiences().append(OTHER, CAMPAIGN, List.of(row(1)));
        assertThat(audiences().count(TENANT, CAMPAIGN)).isEqualTo(2);
    }
}
