package dev.wakit.campaign.internal;

import dev.wakit.campaign.Campaigns;
import dev.wakit.campaign.outbox.Outbox;
import dev.wakit.campaign.pacing.RetryPolicy;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.webhook.WebhookEndpoint;
import dev.wakit.provider.WhatsAppProvider;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** The engine with time, scheduling and chance in the hands of a simulation. */
public final class SimulatedEngine {

    private final EngineCore core;

    private SimulatedEngine(EngineCore core) {
        this.core = core;
    }

    /**
     * What the engine is given instead of the machine's own.
     *
     * @param wallClock the worker's wall clock
     * @param ticker the worker's monotonic clock
     * @param random the worker's source of ids and jitter
     * @param lease the lane lease
     * @param evidenceGrace how long rows stay UNCERTAIN
     * @param retry how errors are tried again
     */
    public record Machine(
            InstantSource wallClock,
            LongSupplier ticker,
            RandomGenerator random,
            Duration lease,
            Duration evidenceGrace,
            RetryPolicy retry) {}

    /** Builds and starts an engine; its loops are in {@code loops} and run only when the simulation runs them. */
    public static SimulatedEngine start(
            CampaignStores stores, WhatsAppProvider provider, Machine machine, SimulatedLoops loops) {
        EngineSettings.Builder settings = EngineSettings.builder(stores);
        settings.provider(provider);
        settings.clock(machine.wallClock());
        settings.ticker(machine.ticker());
        settings.random(machine.random());
        settings.lease(machine.lease());
        settings.evidenceGrace(machine.evidenceGrace());
        // A campaign whose only message is uncertain has no other one to prove its webhooks by.
        settings.evidenceLimit(machine.evidenceGrace().multipliedBy(3));
        settings.pairSpacing(Duration.ZERO);
        settings.retry(machine.retry());
        settings.loops(loops);
        var core = new EngineCore(settings.build());
        core.start();
        return new SimulatedEngine(core);
    }

    public Campaigns campaigns() {
        return core.campaigns(core.settings().tenant());
    }

    public Outbox outbox() {
        return core.outbox(core.settings().tenant());
    }

    public WebhookEndpoint webhooks() {
        return core.webhooks();
    }

    /** The name under which it takes lanes and claims work. */
    public String worker() {
        return core.worker();
    }

    /** Stops in order, while the simulation goes on around it. */
    public void close() {
        core.close();
    }
}
