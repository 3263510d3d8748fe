package dev.wakit.testkit.twilio.internal.error;

/** Why WhatsApp did not take or deliver a message that Twilio had accepted. Immutable. */
public enum ChannelFailure {
    OUTSIDE_WINDOW(63016, 131047, "Re-engagement message"),
    SENDER_RATE(63018, 130429, "Rate limit hit"),
    PAIR_RATE(63018, 131056, "(Business Account, Consumer Account) pair rate limit hit"),
    MEDIA_NOT_LOADED(63019, 131053, "Media upload error"),
    BLOCKED(63014, 130403, "Recipient is blocked by the business"),
    INVALID_CONTENT(63021, 131009, "Parameter value is not valid"),
    UNDELIVERABLE(63024, 131026, "Message undeliverable"),
    PARAMETER_COUNT(63028, 132000, "Number of parameters does not match the expected number of params"),
    UNSUPPORTED_PARAMETER(63030, 131009, "Parameter value is not valid"),
    EXPERIMENT(63032, 130472, "User's number is part of an experiment"),
    OPTED_OUT(63033, 131050, "User has stopped receipt of marketing messages"),
    TEMPLATE_PAUSED(63041, 132015, "Template is paused"),
    TEMPLATE_DISABLED(63042, 132016, "Template is disabled"),
    MARKETING_LIMIT(63049, 131049, "Message not delivered to maintain healthy ecosystem engagement"),
    INTERNAL(63012, 131000, "Something went wrong"),
    MEDIA_TOO_LARGE(11751, 131053, "Media upload error");

    private final int code;
    private final int metaCode;
    private final String text;

    ChannelFailure(int code, int metaCode, String text) {
        this.code = code;
        this.metaCode = metaCode;
        this.text = text;
    }

    /** Returns Twilio's code. */
    public int code() {
        return code;
    }

    /** Returns what Twilio passes on of the channel's answer. */
    public String channelMessage() {
        return "(#" + metaCode + ") " + text;
    }
}
