package dev.wakit.testkit.meta.internal.http;

import dev.wakit.testkit.simulator.internal.http.Call;

/** The access token of a request, from the header or from the query. */
final class BearerToken {

    private static final String BEARER = "Bearer ";

    /** The scheme of the resumable upload. */
    private static final String OAUTH = "OAuth ";

    private BearerToken() {}

    static String of(Call call) {
        String authorization = call.header("Authorization");
        if (authorization.startsWith(BEARER)) {
            return authorization.substring(BEARER.length());
        }
        return authorization.startsWith(OAUTH)
                ? authorization.substring(OAUTH.length())
                : call.parameters().get("access_token");
    }
}
