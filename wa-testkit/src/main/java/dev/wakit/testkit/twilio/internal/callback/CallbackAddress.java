package dev.wakit.testkit.twilio.internal.callback;

import java.net.URI;
import java.util.Locale;

/** An address that a client gave for callbacks: its query is kept as it is, and its fragment is for Twilio alone. Immutable. */
public record CallbackAddress(URI given) {

    /** Tells whether Twilio takes the address: absolute, http or https, no underscore in the name of the host. */
    public static boolean isValid(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https"))
                    && uri.getHost() != null
                    && !uri.getHost().contains("_");
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }

    /** Returns what is posted to and signed: everything before the fragment, letter by letter. */
    public String signed() {
        String text = given.toString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? text : text.substring(0, fragment);
    }

    ConnectionOverride override() {
        String fragment = given.getRawFragment();
        return ConnectionOverride.parse(fragment == null ? "" : fragment);
    }
}
