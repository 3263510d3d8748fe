package dev.wakit.provider.dialog360.internal.http;

import dev.wakit.RequestRefusedException;
import dev.wakit.address.SenderId;
import dev.wakit.provider.dialog360.internal.error.Dialog360Errors;
import dev.wakit.provider.http.DownloadAccess;
import dev.wakit.provider.http.HttpAnswer;
import dev.wakit.provider.http.HttpBody;
import dev.wakit.provider.http.HttpCall;
import dev.wakit.provider.http.RequestUrl;
import dev.wakit.provider.meta.cloud.CloudApi;
import dev.wakit.provider.meta.cloud.CloudEndpoint;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * 360dialog's messaging API: Meta's paths without version and phone number id, which 360dialog adds itself, and a key in a header of
 * its own. Thread-safe.
 */
public final class Dialog360Endpoint implements CloudEndpoint {

    private static final String KEY = "D360-API-KEY";
    private static final Set<String> EDGES_OF_A_SENDER = Set.of("messages", "marketing_messages", "media");

    private final URI base;
    private final SenderId sender;
    private final boolean mediaThroughHost;
    private volatile String apiKey;

    /**
     * An endpoint.
     *
     * @param base scheme and host
     * @param apiKey the key of one number
     * @param sender that number
     * @param mediaThroughHost whether media is downloaded from this host rather than from Meta's
     */
    public Dialog360Endpoint(URI base, String apiKey, SenderId sender, boolean mediaThroughHost) {
        this.base = base;
        this.apiKey = apiKey;
        this.sender = sender;
        this.mediaThroughHost = mediaThroughHost;
    }

    /** Requests that are built from now on carry this key. */
    public void replaceApiKey(String key) {
        apiKey = key;
    }

    @Override
    public String name() {
        return "360dialog";
    }

    @Override
    public HttpCall call(HttpCall.Method method, List<String> path, Map<String, String> query, HttpBody body) {
        RequestUrl url = RequestUrl.of(base).path(ownPath(path)).query(query);
        return HttpCall.of(method, url, body).headers(credentials());
    }

    private List<String> ownPath(List<String> path) {
        if (path.size() != 2 || !EDGES_OF_A_SENDER.contains(path.get(1))) {
            return path;
        }
        if (!path.get(0).equals(sender.value())) {
            throw new RequestRefusedException("Sender " + path.get(0) + " is not " + sender
                    + ", the number of this provider's API key. " + Dialog360Errors.foreignSenderAdvice());
        }
        return path.subList(1, 2);
    }

    private Map<String, String> credentials() {
        return Map.of(KEY, apiKey);
    }

    @Override
    public HttpAnswer.Response inMetasWords(HttpAnswer.Response answer) {
        return Dialog360Errors.inMetasWords(answer);
    }

    /** Meta's address cannot be read without Meta's token; 360dialog serves the same path on its own host. */
    @Override
    public URI mediaAddress(URI told) {
        if (!mediaThroughHost || !CloudApi.isMetasMedia(told)) {
            return told;
        }
        String query = told.getRawQuery() == null ? "" : "?" + told.getRawQuery();
        return base.resolve(told.getRawPath() + query);
    }

    /** The key goes to 360dialog only; what it redirects to at Meta needs none. */
    @Override
    public DownloadAccess mediaAccess() {
        return url -> {
            if (isOwn(url)) {
                return Optional.of(credentials());
            }
            return CloudApi.isMetasMedia(url) ? Optional.of(Map.of()) : Optional.empty();
        };
    }

    private boolean isOwn(URI url) {
        return base.getScheme().equalsIgnoreCase(url.getScheme())
                && base.getHost().equalsIgnoreCase(url.getHost())
                && port(base) == port(url);
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    }
}
