package dev.wakit.testkit.meta.internal.cli;

import dev.wakit.testkit.simulator.internal.cli.Option;

/** A flag of the standalone simulator. A flag with no default has the simulator's own. Immutable. */
public enum Flag implements Option {
    PORT("8090", "port on 127.0.0.1; 0 takes a free one"),
    WEBHOOK_URL("", "where webhooks go; can be set later with POST /_simulator/webhooks"),
    SEED("", "where everything random comes from, message ids too; a new one for each run unless given"),
    MPS("80", "messages per second of one phone number; 0 for no limit"),
    PAIR_BURST("45", "messages to one recipient before the pair limit of one in 6 s; 0 for no limit"),
    TEMPLATE_REVIEW("2000", "milliseconds the review of a template takes"),
    LATENCY("20-80", "milliseconds an answer takes"),
    LOSE_RESPONSES("0", "share of accepted messages whose answer is lost"),
    UNREAD("0", "share of ordinary recipients that never read"),
    WEBHOOK_DELAY("50-1500", "milliseconds between the statuses of a message"),
    DUPLICATES("0", "share of webhook events that come twice"),
    DROP("0", "share of webhook events that never come"),
    SHUFFLE("off", "webhook events of a message come in any order (no value)"),
    BATCH("1", "events in one webhook, at most 1000"),
    BATCH_WINDOW("0", "milliseconds a batch waits to fill"),
    CONCURRENCY("4", "webhooks posted at once"),
    RETRY_FOR("600", "seconds a webhook is tried again"),
    LEDGER("", "file that gets a line for every record, forced to the disk"),
    TOKEN("", "access token clients must bring"),
    APP_SECRET("", "secret that signs webhooks"),
    VERIFY_TOKEN("", "token of the webhook handshake"),
    PHONE_NUMBER_IDS("", "ids of the senders, separated by commas"),
    WABA_ID("", "id of the business account"),
    NO_MAGIC("off", "the last digits of a number mean nothing (no value)"),
    ALLOW_SHUTDOWN("off", "POST /_simulator/shutdown ends the process (no value)");

    private final String usual;
    private final String summary;

    Flag(String usual, String summary) {
        this.usual = usual;
        this.summary = summary;
    }

    @Override
    public String prefix() {
        return "WAKIT_SIMULATOR_";
    }

    @Override
    public String usual() {
        return usual;
    }

    @Override
    public String summary() {
        return summary;
    }
}
