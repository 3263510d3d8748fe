package dev.wakit.samples.server.http;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets only this server's own pages, and programs that mean it, change anything.
 *
 * <p>The host must be this computer or a configured name, so that a foreign name that is pointed here gets nothing. A browser's
 * request must come from the same origin. A request without a browser's marks must carry JSON or the header
 * {@code X-WaKit-Request}, which a foreign page cannot send. Webhooks are exempt: they are signed.
 */
public final class RequestGuard {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final long FORM_OVERHEAD = 256 * 1024;
    private static final String WEBHOOKS = "/webhooks/";

    private final Set<String> hosts;
    private static final Logger LOG = LoggerFactory.getLogger(RequestGuard.class);
    private static final int DRAIN_FACTOR = 4;

    private final long maxUploadBytes;

    /** Takes further host names and the largest upload. */
    public RequestGuard(Set<String> hosts, long maxUploadBytes) {
        this.hosts = Set.copyOf(hosts);
        this.maxUploadBytes = maxUploadBytes;
    }

    /** Looks at every request before its route does. */
    public void register(JavalinDefaultRoutingApi routes) {
        routes.before(ctx -> {
            if (!ctx.path().startsWith(WEBHOOKS)) {
                checkHost(ctx);
                if (!SAFE.contains(ctx.req().getMethod())) {
                    checkOrigin(ctx);
                    checkSize(ctx);
                }
            }
        });
    }

    private void checkHost(Context ctx) {
        String host = String.valueOf(ctx.req().getHeader("Host")).toLowerCase(Locale.ROOT);
        String name = host.replaceFirst(":[0-9]+$", "");
        if (!LOOPBACK.contains(name) && !hosts.contains(name)) {
            throw new ApiException(
                    421, "unknown_host", "This server does not answer for that host name. Use the address it printed.");
        }
    }

    private static void checkOrigin(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        String origin = ctx.header("Origin");
        boolean fromBrowser = site != null || origin != null;
        boolean foreign = (site != null && !site.equals("same-origin"))
                || (origin != null && !isOwn(origin, String.valueOf(ctx.header("Host"))));
        boolean meant = ctx.header("X-WaKit-Request") != null
                || String.valueOf(ctx.contentType()).startsWith("application/json");
        if (foreign || (!fromBrowser && !meant)) {
            throw new ApiException(
                    403,
                    "foreign_request",
                    "Changes are taken from this server's own pages only. A program sends the header X-WaKit-Request.");
        }
    }

    private static boolean isOwn(String origin, String host) {
        try {
            return host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private void checkSize(Context ctx) {
        if (ctx.req().getContentLengthLong() > maxUploadBytes + FORM_OVERHEAD) {
            drain(ctx, maxUploadBytes);
            throw tooLarge(maxUploadBytes);
        }
    }

    /**
     * Reads on for a while: a client that still writes when the connection closes never sees the answer. Bounded, so that nobody
     * keeps the server reading.
     */
    static void drain(Context ctx, long limit) {
        long left = DRAIN_FACTOR * limit;
        try {
            InputStream body = ctx.req().getInputStream();
            byte[] buffer = new byte[64 * 1024];
            int read = 0;
            while (left > 0 && read >= 0) {
                read = body.read(buffer);
                left -= read;
            }
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("The rest of a large upload could not be read: {}", gone.getMessage());
        }
    }

    /** The answer to an upload above the limit. */
    public static ApiException tooLarge(long limit) {
        return new ApiException(
                413,
                "too_large",
                "The upload is larger than " + limit / (1024 * 1024)
                        + " MB. Split the file, or raise WAKIT_MAX_UPLOAD_MB.");
    }
}
