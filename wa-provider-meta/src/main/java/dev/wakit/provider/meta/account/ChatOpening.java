package dev.wakit.provider.meta.account;

import dev.wakit.internal.Check;
import java.util.List;

/**
 * What people see when they begin a chat with a number. Immutable.
 *
 * @param welcomeEvent whether the first opening of a chat is told by webhook, so that the business can greet
 * @param prompts questions to tap on, at most 4 of at most 80 characters each
 * @param commands commands to choose after typing a slash, at most 30
 * @since 0.1
 */
public record ChatOpening(boolean welcomeEvent, List<String> prompts, List<ChatCommand> commands) {

    private static final int MAX_PROMPTS = 4;
    private static final int MAX_PROMPT = 80;
    private static final int MAX_COMMANDS = 30;

    /** Checks the limits. */
    public ChatOpening {
        prompts = Check.size("opening.prompts", prompts, 0, MAX_PROMPTS);
        prompts.forEach(prompt -> Check.text("opening.prompts", prompt, MAX_PROMPT));
        commands = Check.size("opening.commands", commands, 0, MAX_COMMANDS);
    }
}
