package dev.wakit.internal;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads web addresses as browsers do, not as RFC 2396 does; not API. */
public final class WebAddress {
    private static final int MAX_HOST = 253;
    private static final Pattern AUTHORITY = Pattern.compile("(?:[^@]*@)?([^@:]+)(?::\\d{0,5})?");
    private static final Pattern LABELS = Pattern.compile(
            "[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?(?:\\.[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?)*\\.?");

    private WebAddress() {}

    /** Tells whether an address is absolute, has the scheme http or https, and a host. */
    public static boolean isWeb(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        return (scheme.equals("https") || scheme.equals("http"))
                && host(address).isPresent();
    }

    /**
     * Returns the host as it was written. {@link URI#getHost()} knows neither letters outside of ASCII nor underscores, which
     * hosts on the web have all the same.
     */
    public static Optional<String> host(URI address) {
        if (address.getHost() != null) {
            return Optional.of(address.getHost());
        }
        Matcher authority = AUTHORITY.matcher(String.valueOf(address.getRawAuthority()));
        return address.getRawAuthority() != null && authority.matches()
                ? Optional.of(authority.group(1)).filter(WebAddress::isHost)
                : Optional.empty();
    }

    private static boolean isHost(String host) {
        try {
            String ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
            return ascii.length() <= MAX_HOST && LABELS.matcher(ascii).matches();
        } catch (IllegalArgumentException noHost) {
            return false;
        }
    }
}
