package dev.wakit.media;

import dev.wakit.internal.Check;
import dev.wakit.internal.WebAddress;
import java.net.URI;

/**
 * A public URL that WhatsApp fetches; it keeps the answer for about 10 minutes by URL. Immutable.
 *
 * <p>{@code toString} shows the host only, because a query may carry a signature.
 *
 * @param url an absolute http or https URL, at most 2,000 characters
 * @since 0.1
 */
public record MediaLink(URI url) implements MediaSource {
    public MediaLink {
        Check.url("media.link", url);
    }

    /** Returns the link of a text. */
    public static MediaLink of(String url) {
        return new MediaLink(Check.url("media.link", url));
    }

    @Override
    public String toString() {
        return url.getScheme() + "://" + WebAddress.host(url).orElse("") + "/…";
    }
}
