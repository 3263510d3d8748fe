package dev.wakit.message;

import dev.wakit.internal.Check;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An emoji put on a message of the chat, or its removal. Immutable.
 *
 * <p>Only its "sent" status is reported. WhatsApp refuses it for messages older than 30 days, deleted ones and reactions.
 *
 * @since 0.1
 */
public final class ReactionMessage implements Message {
    // The longest emoji in use (families, flags of regions) are sequences of fewer code points than this.
    private static final int MAX_EMOJI = 20;

    private final MessageId target;
    private final @Nullable String emoji;

    private ReactionMessage(MessageId target, @Nullable String emoji) {
        this.target = Objects.requireNonNull(target, "target");
        this.emoji = Check.optionalText("reaction.emoji", emoji, MAX_EMOJI);
    }

    /**
     * Returns a reaction that puts one emoji on a message, replacing an earlier one.
     *
     * @throws dev.wakit.InvalidMessageException if the emoji is blank or longer than one emoji can be
     */
    public static ReactionMessage of(MessageId target, String emoji) {
        return new ReactionMessage(target, Objects.requireNonNull(emoji, "emoji"));
    }

    /** Returns a reaction that takes the emoji back. */
    public static ReactionMessage removal(MessageId target) {
        return new ReactionMessage(target, null);
    }

    /** Returns the message that is reacted to. */
    public MessageId target() {
        return target;
    }

    /** Returns the emoji, empty when an earlier reaction is removed. */
    public Optional<String> emoji() {
        return Optional.ofNullable(emoji);
    }

    @Override
    public MessageKind kind() {
        return MessageKind.REACTION;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReactionMessage that && target.equals(that.target) && Objects.equals(emoji, that.emoji);
    }

    @Override
    public int hashCode() {
        return Objects.hash(target, emoji);
    }

    @Override
    public String toString() {
        return "ReactionMessage[target=" + target + ", removal=" + (emoji == null) + "]";
    }
}
