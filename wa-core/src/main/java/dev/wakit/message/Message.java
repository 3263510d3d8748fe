package dev.wakit.message;

/**
 * What can be sent to a person on WhatsApp. Every implementation is immutable, and its limits are checked when it is built.
 *
 * <p>A message does not know its recipient or what it replies to: the same instance may be sent to many people. Its
 * {@code toString} shows neither text nor numbers nor parameter values. All kinds but {@link TemplateMessage} need an open
 * customer service window: 24 hours since the person last wrote or called.
 *
 * @since 0.1
 */
public sealed interface Message
        permits TextMessage,
                ImageMessage,
                VideoMessage,
                DocumentMessage,
                AudioMessage,
                StickerMessage,
                LocationMessage,
                ContactsMessage,
                ReactionMessage,
                InteractiveMessage,
                TemplateMessage {
    /** Returns the kind, which is the same for all instances of a class. */
    MessageKind kind();
}
