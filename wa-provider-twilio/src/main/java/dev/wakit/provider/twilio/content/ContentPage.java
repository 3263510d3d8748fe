package dev.wakit.provider.twilio.content;

import java.util.List;
import java.util.Optional;

/**
 * One page of a listing. Immutable.
 *
 * @param contents the Contents of the page, each with its approval
 * @param next the pointer for {@link TwilioContents#page}; empty on the last page
 * @since 0.1
 */
public record ContentPage(List<Content> contents, Optional<String> next) {

    /** Copies the list. */
    public ContentPage {
        contents = List.copyOf(contents);
    }
}
