package dev.wakit.samples.quickstart;

import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignProgress;
import dev.wakit.campaign.Campaigns;
import dev.wakit.campaign.delivery.DeliveryState;
import java.util.concurrent.TimeUnit;

/** Prints how a campaign gets on. */
final class ProgressLine {

    private ProgressLine() {}

    static void printUntilSettled(Campaigns campaigns, CampaignId id) throws InterruptedException {
        Campaign campaign = campaigns.get(id);
        while (!isSettled(campaign)) {
            TimeUnit.MILLISECONDS.sleep(500);
            campaign = campaigns.get(id);
            print(campaign);
        }
        System.out.println("Skipped: " + campaign.progress().skippedByReason());
        System.out.println("Failed: " + campaign.progress().failedByCode());
    }

    private static void print(Campaign campaign) {
        CampaignProgress progress = campaign.progress();
        System.out.printf(
                "%s: %d planned, %d to send, %d sent, %d delivered, %d failed%n",
                campaign.status(),
                progress.total(),
                progress.remaining(),
                progress.sent(),
                progress.delivered(),
                progress.in(DeliveryState.FAILED));
    }

    /** Nothing left to send, and WhatsApp has reported on everything. */
    private static boolean isSettled(Campaign campaign) {
        return campaign.status().isFinished()
                && campaign.progress().waitingForStatus() == 0
                && campaign.progress().in(DeliveryState.SENT) == 0;
    }
}
