package dev.wakit.e2e;

class PostgresCampaignRunsTest extends CampaignRuns {

    @Override
    Database database() {
        return Database.postgresql();
    }
}
