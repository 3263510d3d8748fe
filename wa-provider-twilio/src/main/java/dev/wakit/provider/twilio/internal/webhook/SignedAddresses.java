package dev.wakit.provider.twilio.internal.webhook;

import dev.wakit.webhook.WebhookRequest;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses that Twilio may have signed a request for.
 *
 * <p>Twilio signs the address that it was given, to the letter. Behind a proxy the request shows another host, port or path, so scheme
 * and host come from the configuration, the query from the request, and the path from either. Whoever has no token can sign none of
 * them, so that trying several weakens nothing.
 */
final class SignedAddresses {

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://[^/?#]+");
    private static final Pattern ORIGIN =
            Pattern.compile("(?i)(https?)://([^/?#:\\[]+|\\[[^]]*])(:\\d+)?(.*)", Pattern.DOTALL);

    private static final Pattern SHOWN_PATH = Pattern.compile("/[A-Za-z0-9/._~-]{0,100}");

    private final List<URI> publicUrls;

    SignedAddresses(List<URI> publicUrls) {
        this.publicUrls = List.copyOf(publicUrls);
    }

    /** Every address that comes into question, with and without its port. */
    Set<String> of(WebhookRequest request) {
        String target = withoutFragment(request.target());
        Matcher absolute = ABSOLUTE.matcher(target);
        boolean whole = absolute.lookingAt();
        String relative = whole ? target.substring(absolute.end()) : target;
        int question = relative.indexOf('?');
        String path = question < 0 ? relative : relative.substring(0, question);
        String query = question < 0 ? "" : relative.substring(question);
        var found = new LinkedHashSet<String>();
        for (URI base : publicUrls) {
            String origin = base.getScheme() + "://" + base.getRawAuthority();
            add(origin + base.getRawPath() + query, found);
            add(origin + path + query, found);
            if (query.isEmpty() && base.getRawQuery() != null) {
                add(origin + base.getRawPath() + "?" + base.getRawQuery(), found);
            }
        }
        if (whole) {
            add(target, found);
        }
        return found;
    }

    /** The same addresses for a log: without ports added and without queries, which may hold secrets. */
    Set<String> shown(WebhookRequest request) {
        String target = withoutFragment(request.target());
        String path = target.substring(0, target.indexOf('?') < 0 ? target.length() : target.indexOf('?'));
        var shown = new LinkedHashSet<String>();
        for (URI base : publicUrls) {
            String origin = base.getScheme() + "://" + base.getRawAuthority();
            shown.add(origin + base.getRawPath() + (base.getRawQuery() == null ? "" : "?…"));
            // Anybody can post anything: a log takes what looks like a path, and no more than a line of it.
            if (SHOWN_PATH.matcher(path).matches() && !path.equals(base.getRawPath())) {
                shown.add(origin + path);
            }
        }
        return shown;
    }

    private static String withoutFragment(String target) {
        int hash = target.indexOf('#');
        return hash < 0 ? target : target.substring(0, hash);
    }

    // Twilio itself is not of one mind about the port.
    private static void add(String address, Set<String> to) {
        to.add(address);
        Matcher parts = ORIGIN.matcher(address);
        if (parts.matches()) {
            String origin = parts.group(1) + "://" + parts.group(2);
            String usual = parts.group(1).toLowerCase(Locale.ROOT).equals("https") ? ":443" : ":80";
            String port = parts.group(3) == null ? usual : parts.group(3);
            to.add(origin + parts.group(4));
            to.add(origin + port + parts.group(4));
        }
    }
}
