package dev.wakit.message;

/**
 * The kinds of {@link Message}, one per permitted subtype; for table look-ups by providers.
 *
 * @since 0.1
 */
public enum MessageKind {
    /** {@link TextMessage}. */
    TEXT,
    /** {@link ImageMessage}. */
    IMAGE,
    /** {@link VideoMessage}. */
    VIDEO,
    /** {@link DocumentMessage}. */
    DOCUMENT,
    /** {@link AudioMessage}. */
    AUDIO,
    /** {@link StickerMessage}. */
    STICKER,
    /** {@link LocationMessage}. */
    LOCATION,
    /** {@link ContactsMessage}. */
    CONTACTS,
    /** {@link ReactionMessage}. */
    REACTION,
    /** {@link InteractiveMessage}. */
    INTERACTIVE,
    /** {@link TemplateMessage}. */
    TEMPLATE
}
