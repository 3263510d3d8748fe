package dev.wakit.template;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a template is {@link TemplateStatus#PAUSED}, and what brings it back.
 *
 * <p>The listing of templates does not tell; the webhook of the pause does, in its title.
 *
 * @since 0.1
 */
public enum TemplatePause {
    /** Low quality for the first time: over after 3 hours by itself. */
    FIRST_PAUSE(Duration.ofHours(3)),
    /** Low quality for the second time: over after 6 hours by itself; a third time disables the template. */
    SECOND_PAUSE(Duration.ofHours(6)),
    /** New messages were held for assessment and people disliked them: somebody must unpause the template. */
    RATE_LIMITING_PAUSE(null),
    /** A reason that this version does not know: look at the template in the provider's console. */
    UNKNOWN(null);

    private final @Nullable Duration length;

    TemplatePause(@Nullable Duration length) {
        this.length = length;
    }

    /** Returns after how long it is over by itself; empty if it is not. */
    public Optional<Duration> length() {
        return Optional.ofNullable(length);
    }

    /** Tells whether somebody has to unpause the template. */
    public boolean needsUnpause() {
        return this == RATE_LIMITING_PAUSE;
    }

    /** Returns the constant that a webhook's title means, in any case; {@link #UNKNOWN} when there is none. */
    public static TemplatePause from(String title) {
        return switch (title.strip().toUpperCase(Locale.ROOT)) {
            case "FIRST_PAUSE" -> FIRST_PAUSE;
            case "SECOND_PAUSE" -> SECOND_PAUSE;
            case "RATE_LIMITING_PAUSE" -> RATE_LIMITING_PAUSE;
            default -> UNKNOWN;
        };
    }
}
