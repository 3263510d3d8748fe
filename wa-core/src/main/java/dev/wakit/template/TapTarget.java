package dev.wakit.template;

import dev.wakit.internal.Check;
import dev.wakit.internal.WebAddress;
import java.net.URI;

/**
 * The web page that opens when any part of a template message is tapped. Immutable.
 *
 * @param url an absolute http or https URL, at most 2,000 characters
 * @param title what the page is called
 * @since 0.1
 */
public record TapTarget(URI url, String title) {
    public TapTarget {
        Check.url("tap_target.url", url);
        Check.present("tap_target.title", title);
    }

    /** Returns the page at the URL of a text. */
    public static TapTarget of(String url, String title) {
        return new TapTarget(Check.url("tap_target.url", url), title);
    }

    @Override
    public String toString() {
        return "TapTarget[host=" + WebAddress.host(url).orElse("") + "]";
    }
}
