package dev.wakit.inbound;

import dev.wakit.error.ProviderError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A voice call began, was connected, rings, or ended.
 *
 * <p>Immutable. Words are the BSP's.
 *
 * @param source where it came from
 * @param callId the BSP's id of the call
 * @param person the person called, or who calls
 * @param event what happened, such as {@code connect}, {@code terminate} or {@code RINGING}
 * @param direction who called, such as {@code USER_INITIATED}
 * @param status how it ended, such as {@code COMPLETED}
 * @param sdpType {@code offer} or {@code answer}
 * @param sdp the session description
 * @param startedAt when it was picked up; {@link Instant#MAX} if not named
 * @param endedAt when it ended; {@link Instant#MAX} if not named
 * @param duration how long it took; zero if not named
 * @param callbackData what we gave to the call
 * @param linkPayload the payload of the button or link that began it
 * @param errors why it failed
 * @since 0.1
 */
public record CallChanged(
        EventSource source,
        String callId,
        Person person,
        String event,
        String direction,
        String status,
        String sdpType,
        String sdp,
        Instant startedAt,
        Instant endedAt,
        Duration duration,
        String callbackData,
        String linkPayload,
        List<ProviderError> errors)
        implements InboundEvent {

    /** Copies the collections. */
    public CallChanged {
        errors = List.copyOf(errors);
    }

    @Override
    public String toString() {
        return "CallChanged[" + event + " at " + at() + "]";
    }
}
