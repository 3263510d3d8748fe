package dev.wakit.testkit.twilio.internal.cli;

import dev.wakit.testkit.simulator.internal.cli.Option;

/** A flag of the standalone simulator. A flag with no default has the simulator's own. Immutable. */
public enum TwilioFlag implements Option {
    PORT("8091", "port on 127.0.0.1; 0 takes a free one"),
    WEBHOOK_URL("", "where inbound messages go; can be set later with POST /_simulator/webhooks"),
    STATUS_URL("", "where statuses of messages without a StatusCallback go"),
    TUNNEL("", "public address and what stands there instead, separated by a comma"),
    SEED("", "where everything random comes from, message SIDs too; a new one for each run unless given"),
    MPS("80", "messages per second of one sender, above which they fail with 63018; 0 for no limit"),
    PAIR_BURST("45", "messages to one recipient before the pair limit of one in 6 s; 0 for no limit"),
    REQUESTS("100", "requests answered at once, above which they are refused with 20429; 0 for no limit"),
    CONTENT_REVIEW("2000", "milliseconds the review of a content takes"),
    LATENCY("20-80", "milliseconds an answer takes"),
    LOSE_RESPONSES("0", "share of accepted messages whose answer is lost"),
    LISTED_AFTER("0", "milliseconds until a new message is in lists"),
    UNREAD("0", "share of ordinary recipients that never read"),
    WEBHOOK_DELAY("50-1500", "milliseconds between the statuses of a message"),
    DUPLICATES("0", "share of callbacks that come twice"),
    DROP("0", "share of callbacks that never come"),
    SHUFFLE("off", "callbacks of a message come in any order (no value)"),
    CONCURRENCY("4", "callbacks posted at once"),
    LEDGER("", "file that gets a line for every record, forced to the disk"),
    ACCOUNT("", "account SID and auth token, separated by a colon"),
    API_KEY("", "SID and secret of the API key, separated by a colon"),
    SENDERS("", "phone numbers of the senders, separated by commas"),
    WINDOW("off", "free-form messages need a message of the customer within 24 hours (no value)"),
    NO_MAGIC("off", "the last digits of a number mean nothing (no value)"),
    ALLOW_SHUTDOWN("off", "POST /_simulator/shutdown ends the process (no value)");

    private final String usual;
    private final String summary;

    TwilioFlag(String usual, String summary) {
        this.usual = usual;
        this.summary = summary;
    }

    @Override
    public String prefix() {
        return "WAKIT_TWILIO_SIMULATOR_";
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
