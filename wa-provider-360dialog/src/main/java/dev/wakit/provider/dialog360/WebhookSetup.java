package dev.wakit.provider.dialog360;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.RequestRefusedException;
import dev.wakit.provider.http.HttpBody;
import dev.wakit.provider.http.HttpCall.Method;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.cloud.CloudApi;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells 360dialog where to post the events of the number. There is no handshake: what is set here counts at once.
 *
 * <p>Its calls block, and throw a {@link dev.wakit.WhatsAppException} by what the caller can do about it. Thread-safe.
 *
 * @since 0.1
 */
public final class WebhookSetup {

    private static final List<String> PATH = List.of("v1", "configs", "webhook");
    private static final List<String> FURTHER = List.of("multi_webhook");

    /** How many further webhooks a number has at most. */
    public static final int MOST_FURTHER = 3;

    private final CloudApi api;
    private final boolean local;

    /**
     * The calls of a number.
     *
     * @param local whether the API is a stand-in on this machine, which takes any address
     */
    WebhookSetup(CloudApi api, boolean local) {
        this.api = api;
        this.local = local;
    }

    /** What is set now; empty if nothing is. */
    public Optional<WebhookTarget> current() {
        JsonNode answer = api.call(Method.GET, PATH, Map.of(), HttpBody.none());
        return target(answer);
    }

    private static Optional<WebhookTarget> target(JsonNode node) {
        return Json.text(node, "url").flatMap(WebhookSetup::uri).map(url -> {
            var headers = new LinkedHashMap<String, String>();
            node.path("headers")
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().asText()));
            return new WebhookTarget(url, headers);
        });
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Sets the target, once, in place of the one before.
     *
     * @throws RequestRefusedException before anything is asked, if 360dialog is known to refuse the address: it must be https, its
     *     host without underscore, and without a port; a simulator takes any
     */
    public void set(WebhookTarget target) {
        api.call(Method.POST, PATH, Map.of(), HttpBody.json(written(target, Json.object())));
    }

    /** Where 360dialog posts events besides; empty if nowhere, or if that is switched off. */
    public List<FurtherWebhook> further() {
        JsonNode answer = api.call(Method.GET, FURTHER, Map.of(), HttpBody.none());
        var further = new ArrayList<FurtherWebhook>();
        if (answer.path("enabled").asBoolean()) {
            answer.path("destinations")
                    .forEach(node -> target(node)
                            .map(target ->
                                    new FurtherWebhook(Json.text(node, "name").orElse(""), target))
                            .ifPresent(further::add));
        }
        return List.copyOf(further);
    }

    /**
     * Sets where 360dialog posts events besides, once, in place of those before. It posts there only after the main address has answered
     * with 200.
     *
     * @param webhooks at most {@value #MOST_FURTHER}, each with a name of its own; none to switch it off
     * @throws IllegalArgumentException if there are more, or two have one name
     * @throws RequestRefusedException as {@link #set} does
     */
    public void setFurther(List<FurtherWebhook> webhooks) {
        long names = webhooks.stream().map(FurtherWebhook::name).distinct().count();
        if (webhooks.size() > MOST_FURTHER || names < webhooks.size()) {
            throw new IllegalArgumentException("A number has at most " + MOST_FURTHER
                    + " further webhooks at 360dialog, each with a name of its own, and these are " + webhooks.size()
                    + " with "
                    + names + " names. Leave some out, or give them other names.");
        }
        ObjectNode body = Json.object().put("enabled", !webhooks.isEmpty());
        ArrayNode destinations = body.putArray("destinations");
        webhooks.forEach(one -> written(one.target(), destinations.addObject().put("name", one.name())));
        api.call(Method.POST, FURTHER, Map.of(), HttpBody.json(body));
    }

    private ObjectNode written(WebhookTarget target, ObjectNode into) {
        if (!local) {
            check(target.url());
        }
        into.put("url", target.url().toString());
        ObjectNode headers = into.putObject("headers");
        target.headers().forEach(headers::put);
        return into;
    }

    private static void check(URI url) {
        String authority = Optional.ofNullable(url.getRawAuthority()).orElse("");
        if (!"https".equalsIgnoreCase(url.getScheme()) || authority.isEmpty()) {
            throw refused("is not an https address");
        }
        if (authority.contains("_")) {
            throw refused("has an underscore in its host");
        }
        if (authority.contains(":")) {
            throw refused("names a port");
        }
    }

    private static RequestRefusedException refused(String why) {
        return new RequestRefusedException("The webhook address " + why
                + ", and 360dialog takes only https addresses with a host without underscore and without a port."
                + " Nothing was set; put the endpoint behind such an address.");
    }
}
