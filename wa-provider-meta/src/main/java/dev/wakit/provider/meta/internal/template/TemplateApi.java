package dev.wakit.provider.meta.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.TemplateException;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.cloud.TemplateCache;
import dev.wakit.provider.meta.internal.api.GraphApi;
import dev.wakit.provider.meta.internal.http.GraphRequest;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateReceipt;
import dev.wakit.template.TemplateStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What all template calls of one account share.
 *
 * @param graph makes the calls
 * @param account the id of the WhatsApp business account
 * @param cache what is remembered
 */
public record TemplateApi(GraphApi graph, String account, TemplateCache cache) {

    private static final Pattern ID = Pattern.compile("\\d{1,32}");

    /**
     * The calls of an account.
     *
     * @param cacheTime how long a template that was found is remembered; zero for not at all
     */
    public static TemplateApi of(GraphApi graph, String account, Duration cacheTime, InstantSource clock) {
        return new TemplateApi(graph, account, new TemplateCache(cacheTime, clock));
    }

    /** A call to an edge of the account. */
    GraphRequest edge(String name, Map<String, String> query) {
        return new GraphRequest(List.of(account, name), query);
    }

    /** The first page of the listing, with filters. */
    GraphRequest listing(Map<String, String> filters, int pageSize) {
        var query = new HashMap<>(filters);
        query.put("fields", TemplateReader.FIELDS);
        query.put("limit", String.valueOf(pageSize));
        return edge("message_templates", query);
    }

    /** A template id, checked so that it cannot lead elsewhere. */
    static String id(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("A template id has digits only, but the " + id.length()
                    + " characters given are something else. Pass what Template.id() or the receipt says.");
        }
        return id;
    }

    static TemplateReceipt receipt(JsonNode answer) {
        return new TemplateReceipt(
                Json.text(answer, "id").orElse(""),
                TemplateStatus.from(Json.text(answer, "status").orElse("")),
                TemplateCategory.from(Json.text(answer, "category").orElse("")));
    }

    /** Throws if Meta answered that it did not do what was asked. */
    static void done(String what, JsonNode answer) {
        if (!answer.path("success").asBoolean(true)) {
            throw new TemplateException("Meta did not " + what + ": "
                    + Json.text(answer, "reason").orElse("it gave no reason")
                    + ". Look at the template in WhatsApp Manager.");
        }
    }
}
