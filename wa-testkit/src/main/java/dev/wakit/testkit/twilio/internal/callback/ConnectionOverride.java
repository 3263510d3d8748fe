package dev.wakit.testkit.twilio.internal.callback;

import dev.wakit.testkit.simulator.internal.http.Parameters;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What the fragment of an address says about tries: {@code #rc=5&rp=all&tt=15000}. Immutable.
 *
 * @param retries how often it is tried again, at most 5
 * @param policies after what: {@code 4xx}, {@code 5xx}, {@code ct} (no connection), {@code rt} (no answer) or {@code all}
 * @param readTimeout how long an answer may take
 * @param totalTime how long after the first try no other one begins
 */
record ConnectionOverride(int retries, Set<String> policies, Duration readTimeout, Duration totalTime) {

    private static final int MOST_RETRIES = 5;
    private static final int LONGEST = 15_000;

    /** Without a fragment Twilio tries once more only when it found no connection. */
    static ConnectionOverride parse(String fragment) {
        Parameters parameters = Parameters.parse(fragment);
        String policies = parameters.get("rp");
        return new ConnectionOverride(
                number(parameters, "rc", 1, MOST_RETRIES),
                policies.isEmpty() ? Set.of("ct") : Set.copyOf(List.of(policies.split(","))),
                Duration.ofMillis(number(parameters, "rt", LONGEST, LONGEST)),
                Duration.ofMillis(number(parameters, "tt", LONGEST, LONGEST)));
    }

    boolean repeats(PostOutcome outcome, int attempts, Duration since) {
        return attempts <= retries && since.compareTo(totalTime) < 0 && covers(outcome);
    }

    private boolean covers(PostOutcome outcome) {
        return switch (outcome) {
            case TAKEN -> false;
            case CLIENT_ERROR -> has("4xx");
            case SERVER_ERROR -> has("5xx");
            case CONNECT_FAILED -> has("ct");
            case READ_FAILED -> has("rt");
        };
    }

    private boolean has(String policy) {
        return policies.contains("all") || policies.contains(policy);
    }

    private static int number(Parameters parameters, String name, int usual, int most) {
        String text = parameters.get(name);
        return text.matches("[0-9]{1,6}") ? Math.min(Integer.parseInt(text), most) : usual;
    }
}
