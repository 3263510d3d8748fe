package dev.wakit.testkit.twilio.internal.message;

import dev.wakit.testkit.simulator.internal.http.Parameters;
import dev.wakit.testkit.twilio.internal.error.TwilioError;
import dev.wakit.testkit.twilio.internal.error.TwilioErrors;
import dev.wakit.testkit.twilio.internal.error.TwilioRefusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** When a message is sent, and how long it may wait. Thread-safe. */
final class ScheduleRules {

    private static final Duration NEAREST = Duration.ofMinutes(15);
    private static final Duration FARTHEST = Duration.ofDays(35);
    private static final int LONGEST_VALIDITY = 36_000;

    private final InstantSource clock;

    ScheduleRules(InstantSource clock) {
        this.clock = clock;
    }

    /** Returns the time to send at, or null for at once. */
    @Nullable Instant sendAt(Parameters form) {
        String type = form.get("ScheduleType");
        String sendAt = form.get("SendAt");
        if (type.isEmpty() && sendAt.isEmpty()) {
            return null;
        }
        refuseIf(!type.equals("fixed"), TwilioErrors.scheduleType());
        refuseIf(sendAt.isEmpty(), TwilioErrors.noSendAt());
        refuseIf(form.get("MessagingServiceSid").isEmpty(), TwilioErrors.scheduleWithoutService());
        Instant time = parse(sendAt);
        Duration ahead = Duration.between(clock.instant(), time);
        refuseIf(ahead.compareTo(NEAREST) < 0, TwilioErrors.sendAtTooEarly());
        refuseIf(ahead.compareTo(FARTHEST) > 0, TwilioErrors.sendAtTooLate());
        return time;
    }

    void checkValidity(Parameters form) {
        String text = form.get("ValidityPeriod");
        refuseIf(
                form.has("ValidityPeriod") && (!text.matches("[0-9]{1,6}") || !isValidity(Integer.parseInt(text))),
                TwilioErrors.validityPeriod());
    }

    private static boolean isValidity(int seconds) {
        return seconds >= 1 && seconds <= LONGEST_VALIDITY;
    }

    private static Instant parse(String sendAt) {
        try {
            return OffsetDateTime.parse(sendAt).toInstant();
        } catch (DateTimeParseException e) {
            throw new TwilioRefusal(TwilioErrors.sendAtTooEarly());
        }
    }

    private static void refuseIf(boolean wrong, TwilioError error) {
        if (wrong) {
            throw new TwilioRefusal(error);
        }
    }
}
