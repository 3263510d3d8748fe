package dev.wakit.e2e;

class MariaDbCampaignRunsTest extends CampaignRuns {

    @Override
    Database database() {
        return Database.mariadb();
    }
}
