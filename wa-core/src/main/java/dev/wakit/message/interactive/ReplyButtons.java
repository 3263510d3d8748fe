package dev.wakit.message.interactive;

import dev.wakit.internal.Check;
import java.util.List;

/**
 * One to three quick answers. Immutable.
 *
 * @param buttons 1 to 3 buttons with different ids and titles
 * @since 0.1
 */
public record ReplyButtons(List<ReplyButton> buttons) implements InteractiveAction {
    /** The most buttons: {@value}. */
    public static final int MAX_BUTTONS = 3;

    public ReplyButtons {
        buttons = Check.size("buttons", buttons, 1, MAX_BUTTONS);
        Check.unique("button ids", buttons, ReplyButton::id);
        Check.unique("button titles", buttons, ReplyButton::title);
    }

    /** Returns the buttons given, 1 to 3. */
    public static ReplyButtons of(ReplyButton... buttons) {
        return new ReplyButtons(List.of(buttons));
    }

    @Override
    public InteractiveKind kind() {
        return InteractiveKind.REPLY_BUTTONS;
    }
}
