package dev.wakit.message.interactive;

import dev.wakit.internal.Check;
import dev.wakit.internal.WebAddress;
import java.net.URI;

/**
 * A button that opens a web page. Immutable.
 *
 * @param displayText the text of the button, at most 20 characters
 * @param url an absolute http or https URL, at most 2,000 characters
 * @since 0.1
 */
public record UrlButton(String displayText, URI url) implements InteractiveAction {
    /** The most characters of the text: {@value}. */
    public static final int MAX_DISPLAY_TEXT = 20;

    public UrlButton {
        Check.text("button.display_text", displayText, MAX_DISPLAY_TEXT);
        Check.url("button.url", url);
    }

    /** Returns a button for the URL of a text. */
    public static UrlButton of(String displayText, String url) {
        return new UrlButton(displayText, Check.url("button.url", url));
    }

    @Override
    public InteractiveKind kind() {
        return InteractiveKind.URL_BUTTON;
    }

    @Override
    public String toString() {
        return "UrlButton[host=" + WebAddress.host(url).orElse("") + "]";
    }
}
