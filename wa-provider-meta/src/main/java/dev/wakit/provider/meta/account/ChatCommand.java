package dev.wakit.provider.meta.account;

import dev.wakit.internal.Check;
import java.util.regex.Pattern;

/**
 * A command that people can choose after typing a slash. Immutable.
 *
 * @param name at most 30 letters, digits and underscores
 * @param description what it does, at most 256 characters
 * @since 0.1
 */
public record ChatCommand(String name, String description) {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_]{1,30}");
    private static final int MAX_DESCRIPTION = 256;

    /** Checks both. */
    public ChatCommand {
        Check.matches("command.name", name, NAME, "be 1 to 30 letters, digits or underscores");
        Check.text("command.description", description, MAX_DESCRIPTION);
    }
}
