package dev.wakit.media;

import java.net.URI;

/**
 * Where WhatsApp takes a media file from: an upload at the provider or a public URL. Implementations are immutable.
 *
 * @since 0.1
 */
public sealed interface MediaSource permits MediaId, MediaLink {
    /** Returns a source that was uploaded to the provider before. */
    static MediaId id(String id) {
        return new MediaId(id);
    }

    /** Returns a source that WhatsApp fetches from an http or https URL. */
    static MediaLink link(String url) {
        return MediaLink.of(url);
    }

    /** Returns a source that WhatsApp fetches from an http or https URL. */
    static MediaLink link(URI url) {
        return new MediaLink(url);
    }
}
