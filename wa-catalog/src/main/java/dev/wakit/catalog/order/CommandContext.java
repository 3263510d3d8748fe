package dev.wakit.catalog.order;

/**
 * Who does something to an order, once. Immutable.
 *
 * @param commandId the same id again changes nothing; 1 to 100 characters
 * @param actor who does it, 1 to 100 characters; kept for ever, so never a phone number
 * @param expectedVersion the version that the caller decided on; 0 if any version will do
 * @since 0.1
 */
public record CommandContext(String commandId, String actor, long expectedVersion) {

    /** Checks the lengths. */
    public CommandContext {
        Limits.text("commandId", commandId, 1, 100);
        Limits.text("actor", actor, 1, 100);
    }

    /** For any version of the order. */
    public static CommandContext of(String commandId, String actor) {
        return new CommandContext(commandId, actor, 0);
    }
}
