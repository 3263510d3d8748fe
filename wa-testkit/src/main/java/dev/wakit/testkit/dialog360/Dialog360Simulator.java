package dev.wakit.testkit.dialog360;

import dev.wakit.testkit.dialog360.internal.Dialog360Front;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.simulator.Ledger;
import dev.wakit.testkit.simulator.SimulatorSummary;
import java.net.URI;
import java.util.Map;

/**
 * A simulator of 360dialog on this machine: its own paths, key, template calls, webhook headers and errors, and behind them the
 * simulated Cloud API, whose magic numbers, faults and ledger it shares.
 *
 * <p>Everything that is not 360dialog's own is steered by {@link #cloud()}: faults, customers who write, templates, webhooks that
 * are late, doubled or lost. Thread-safe.
 *
 * @since 0.1
 */
public final class Dialog360Simulator implements AutoCloseable {

    private final Dialog360Front front;
    private final MetaSimulator cloud;
    private final String platformSecret;

    Dialog360Simulator(Dialog360Front front, MetaSimulator cloud, String platformSecret) {
        this.front = front;
        this.cloud = cloud;
        this.platformSecret = platformSecret;
    }

    /** Starts a simulator with the defaults on a free port. */
    public static Dialog360Simulator start() {
        return builder().start();
    }

    /** Returns a builder with the defaults. */
    public static Dialog360SimulatorBuilder builder() {
        return new Dialog360SimulatorBuilder();
    }

    /** Returns the address that stands for {@code https://waba-v2.360dialog.io}. */
    public URI baseUrl() {
        return cloud.baseUrl();
    }

    /** Returns the key a client must bring. */
    public String apiKey() {
        return front.apiKey();
    }

    /** Returns the secret webhooks are signed with; empty for a number that belongs to no partner. */
    public String platformSecret() {
        return platformSecret;
    }

    /** Returns the id of the number, which webhooks name and requests do not. */
    public String phoneNumberId() {
        return cloud.phoneNumberId();
    }

    /** Returns the record of everything accepted. */
    public Ledger ledger() {
        return cloud.ledger();
    }

    /** Returns all counters. What 360dialog refuses itself is counted as Meta's code 190. */
    public SimulatorSummary summary() {
        return cloud.summary();
    }

    /** Sends webhooks to the given address from now on, each with these headers; as a client does over the API. */
    public void webhooksTo(URI url, Map<String, String> headers) {
        front.webhook(url.toString(), headers);
        cloud.webhooksTo(url);
    }

    /** Refuses the next requests with the right key in 360dialog's own words. */
    public void refuseNext(int count, Dialog360Refusal refusal) {
        front.refuseNext(count, refusal);
    }

    /** Returns the Cloud API behind it. Its base address is this simulator's, and its token is not taken here. */
    public MetaSimulator cloud() {
        return cloud;
    }

    /** Stops the server at once. Idempotent. */
    @Override
    public void close() {
        cloud.close();
    }
}
