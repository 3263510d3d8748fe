package dev.wakit.samples.server.http;

import io.javalin.router.JavalinDefaultRoutingApi;

/** The headers that every response carries: nothing inline, nothing from elsewhere, nothing framed, no data cached. */
public final class SecurityHeaders {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'; trusted-types lit-html";

    /** Adds them before anything else is done. */
    public void register(JavalinDefaultRoutingApi routes) {
        routes.before(ctx -> {
            ctx.header("Content-Security-Policy", POLICY);
            ctx.header("X-Content-Type-Options", "nosniff");
            ctx.header("X-Frame-Options", "DENY");
            ctx.header("Referrer-Policy", "same-origin");
            ctx.header("Cross-Origin-Opener-Policy", "same-origin");
            ctx.header("Cross-Origin-Resource-Policy", "same-origin");
            ctx.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
            if (!ctx.path().startsWith("/assets/") && !ctx.path().startsWith("/webjars/")) {
                ctx.header("Cache-Control", "no-store");
            }
        });
    }
}
