package dev.wakit.inbound.content;

import java.util.Optional;

/**
 * What a person sent.
 *
 * @since 0.1
 */
public sealed interface InboundContent
        permits TextContent,
                MediaContent,
                LocationContent,
                ContactsContent,
                ReactionContent,
                ButtonContent,
                ChoiceContent,
                FormContent,
                CallPermissionContent,
                OrderContent,
                EditedContent,
                RevokedContent,
                WelcomeContent,
                UnsupportedContent,
                UnknownContent {

    /** The text written, the caption, or the title of the button or row pressed. */
    default Optional<String> text() {
        return Optional.empty();
    }

    /** The id or payload of the button or row pressed. */
    default Optional<String> payload() {
        return Optional.empty();
    }

    /** Whether the person said something by it; taking a message back says nothing. */
    default boolean isAnswer() {
        return true;
    }
}
