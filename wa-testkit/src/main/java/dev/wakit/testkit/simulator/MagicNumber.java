package dev.wakit.testkit.simulator;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a simulator does with a message, chosen by the last four digits of the recipient's number.
 *
 * <p>Only the last digits count, so that every country has a number for every case: {@code +1 415 555 0026},
 * {@code +91 98765 40026} and {@code +55 11 98765 0026} are all {@link #UNDELIVERABLE}. Codes
 * and statuses are told in the words of Meta; the simulator of another BSP answers the same in its own. Immutable.
 */
public enum MagicNumber {
    /** Any number not listed below: sent, delivered, read. */
    ORDINARY("", 0, "accepted; sent, delivered, read", "sent", "delivered", "read"),
    /** 0201: the message reaches the phone and is never read. */
    DELIVERED_ONLY("0201", 0, "accepted; sent, delivered, never read", "sent", "delivered"),
    /** 0202: the message is sent and reaches no phone. */
    SENT_ONLY("0202", 0, "accepted; sent, never delivered", "sent"),
    /** 0204: accepted, and then not one webhook. */
    SILENT("0204", 0, "accepted; no webhook at all"),
    /** 0026: failed with 131026. */
    UNDELIVERABLE("0026", 131026, "accepted; failed webhook 131026 (undeliverable)", "failed"),
    /** 0049: failed with 131049. */
    MARKETING_LIMIT("0049", 131049, "accepted; failed webhook 131049 (marketing limit per user)", "failed"),
    /** 0050: failed with 131050. */
    OPTED_OUT("0050", 131050, "accepted; failed webhook 131050 (user stopped marketing messages)", "failed"),
    /** 0472: failed with 130472. */
    EXPERIMENT("0472", 130472, "accepted; failed webhook 130472 (user is part of an experiment)", "failed"),
    /** 0409: delivered, and afterwards failed with 131000; the customer does have the message. */
    CONFLICT("0409", 131000, "accepted; sent, delivered, then failed webhook 131000", "sent", "delivered", "failed"),
    /** 0132: a template is held for quality assessment, then released; other kinds are ordinary. */
    HELD_THEN_RELEASED("0132", 0, "template held for quality assessment, later released", "sent", "delivered", "read"),
    /** 0015: a template is held for quality assessment, then dropped with 132015. */
    HELD_THEN_DROPPED("0015", 132015, "template held for quality assessment, later failed webhook 132015", "failed"),
    /** 7867 (STOP on a keypad): reads the message and answers STOP. */
    REPLIES_STOP("7867", 0, "accepted; read, then the customer writes STOP", "sent", "delivered", "read"),
    /** 8398 (TEXT on a keypad): reads the message and answers with a sentence. */
    REPLIES_TEXT("8398", 0, "accepted; read, then the customer writes a sentence", "sent", "delivered", "read"),
    /** 0429: the first request is refused with 130429, later ones are ordinary. */
    RATE_LIMITED_ONCE("0429", 0, "first request refused with 130429, then ordinary", "sent", "delivered", "read"),
    /** 0056: the first request is refused with 131056, later ones are ordinary. */
    PAIR_LIMITED_ONCE("0056", 0, "first request refused with 131056, then ordinary", "sent", "delivered", "read"),
    /** 0500: HTTP 500 with code 131000; never accepted. */
    SERVER_ERROR("0500", 0, "HTTP 500 with code 131000, not accepted"),
    /** 0503: HTTP 503 with an HTML page; never accepted. */
    HTML_UNAVAILABLE("0503", 0, "HTTP 503 with an HTML page, not accepted"),
    /** 0303: accepted, answered after three seconds. */
    SLOW("0303", 0, "accepted; the answer takes 3 s", "sent", "delivered", "read"),
    /** 0504: accepted, answered only after a usual client has given up (25 seconds). */
    VERY_SLOW("0504", 0, "accepted; the answer takes 25 s", "sent", "delivered", "read"),
    /** 0408: accepted, then the connection is closed without an answer; webhooks flow. */
    LOST_RESPONSE("0408", 0, "accepted; connection closed without an answer", "sent", "delivered", "read"),
    /** 0104: the connection is closed before the message is accepted. */
    RESET_BEFORE_ACCEPTANCE("0104", 0, "connection closed without an answer, not accepted"),
    /** 0206: accepted, and half of the answer's JSON arrives. */
    TRUNCATED_ANSWER("0206", 0, "accepted; the JSON of the answer is cut in half", "sent", "delivered", "read");

    private static final int DIGITS = 4;

    private static final Map<String, MagicNumber> BY_SUFFIX =
            Arrays.stream(values()).collect(toUnmodifiableMap(MagicNumber::suffix, Function.identity()));

    private final String suffix;
    private final int failureCode;
    private final String summary;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> statuses;

    MagicNumber(String suffix, int failureCode, String summary, String... statuses) {
        this.suffix = suffix;
        this.failureCode = failureCode;
        this.summary = summary;
        this.statuses = List.of(statuses);
    }

    /** Returns the case of a number written in any way; only its last four digits count. */
    public static MagicNumber of(String number) {
        String tail = Objects.requireNonNull(number, "number").replaceAll("[^0-9]", "");
        tail = tail.substring(Math.max(0, tail.length() - DIGITS));
        return BY_SUFFIX.getOrDefault(tail, ORDINARY);
    }

    /** Returns the last digits that choose this case; empty for {@link #ORDINARY}. */
    public String suffix() {
        return suffix;
    }

    /** Returns Meta's code of the failed webhook, or 0 when none comes. */
    public int failureCode() {
        return failureCode;
    }

    /** Returns one line that says what happens. */
    public String summary() {
        return summary;
    }

    /** Returns the statuses in the order in which they happen; empty when no webhook comes. */
    public List<String> statuses() {
        return statuses;
    }

    /** Returns how an accepted message ends: {@code read}, {@code delivered}, {@code sent}, {@code failed}, {@code accepted}. */
    public String finalStatus() {
        if (this == CONFLICT) {
            return "delivered";
        }
        return statuses.isEmpty() ? "accepted" : statuses.get(statuses.size() - 1);
    }
}
