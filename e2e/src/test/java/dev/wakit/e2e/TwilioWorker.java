package dev.wakit.e2e;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.provider.twilio.TwilioCredentials;
import dev.wakit.provider.twilio.TwilioProvider;
import dev.wakit.rate.RateLimit;
import dev.wakit.testkit.twilio.TwilioSimulator;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A worker process that sends over Twilio and hears no webhook: it has no address for any. Started, and killed, by tests. */
public final class TwilioWorker {

    private TwilioWorker() {}

    /** Arguments: database, simulator's address, account, API key, its secret, sender. */
    public static void main(String[] args) throws InterruptedException {
        var engine = engine(Database.open(args[0]), provider(URI.create(args[1]), args[2], args[3], args[4], args[5]));
        engine.start();
        Thread.currentThread().join();
    }

    static WorkerProcess start(Database database, TwilioSimulator simulator, Path log) {
        return WorkerProcess.start(
                TwilioWorker.class,
                List.of(
                        database.name(),
                        simulator.baseUrl().toString(),
                        simulator.accountSid(),
                        simulator.apiKeySid(),
                        simulator.apiKeySecret(),
                        simulator.sender()),
                log);
    }

    static TwilioProvider provider(TwilioSimulator simulator) {
        return provider(
                simulator.baseUrl(),
                simulator.accountSid(),
                simulator.apiKeySid(),
                simulator.apiKeySecret(),
                simulator.sender());
    }

    private static TwilioProvider provider(URI base, String account, String key, String secret, String sender) {
        return TwilioProvider.builder(account, TwilioCredentials.apiKey(key, secret), sender)
                .baseUrl(base)
                .throughput(RateLimit.perSecond(500))
                .build();
    }

    /** An engine that asks for as long as it takes. */
    static CampaignEngine engine(CampaignStores stores, TwilioProvider provider) {
        return Worker.builder(stores, provider)
                .evidenceLimit(Duration.ofDays(7))
                .build();
    }
}
