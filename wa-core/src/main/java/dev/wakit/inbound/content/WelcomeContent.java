package dev.wakit.inbound.content;

/**
 * A person opened the chat for the first time and wrote nothing. Not sent any more since 2026. Immutable.
 *
 * @since 0.1
 */
public record WelcomeContent() implements InboundContent {

    @Override
    public boolean isAnswer() {
        return false;
    }

    @Override
    public String toString() {
        return "WelcomeContent[]";
    }
}
