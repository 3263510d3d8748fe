package dev.wakit.testkit.meta.internal.template;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import dev.wakit.testkit.simulator.internal.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One page of the template edge: filtered, cut by cursor, reduced to the wanted fields. */
public final class TemplatePage {

    private static final int USUAL_LIMIT = 25;
    private static final List<String> USUAL_FIELDS =
            List.of("name", "parameter_format", "components", "language", "status", "category", "id");

    private TemplatePage() {}

    /**
     * Returns the page.
     *
     * @param most how many templates the account may have
     * @param address the edge's own address, for the link to the next page
     */
    public static ObjectNode of(List<StoredTemplate> templates, Map<String, String> query, int most, String address) {
        List<StoredTemplate> wanted =
                templates.stream().filter(it -> matches(it, query)).toList();
        int from = position(query.getOrDefault("after", ""));
        int to = Math.min(wanted.size(), from + limit(query));
        ObjectNode page = Json.object();
        ArrayNode data = page.putArray("data");
        Set<String> fields = fields(query);
        wanted.subList(Math.min(from, to), to)
                .forEach(it -> data.add(it.json().deepCopy().retain(fields)));
        addPaging(page, from, to, wanted.size(), address);
        if (query.containsKey("summary")) {
            page.putObject("summary")
                    .put("total_count", wanted.size())
                    .put("message_template_count", templates.size())
                    .put("message_template_limit", most)
                    .put("are_translations_complete", false)
                    .retain(List.of(query.get("summary").split(",")));
        }
        return page;
    }

    private static void addPaging(ObjectNode page, int from, int to, int size, String address) {
        if (from >= to) {
            return;
        }
        ObjectNode paging = page.putObject("paging");
        paging.putObject("cursors").put("before", cursor(from)).put("after", cursor(to));
        if (to < size) {
            paging.put("next", address + "?after=" + cursor(to) + "&limit=" + (to - from));
        }
    }

    /** One template with the fields asked for. */
    public static ObjectNode one(StoredTemplate template, Map<String, String> query) {
        return template.json().deepCopy().retain(fields(query));
    }

    private static boolean matches(StoredTemplate template, Map<String, String> query) {
        return is(query, "name", template.name())
                && is(query, "language", template.language())
                && is(query, "status", template.status())
                && is(query, "category", template.category())
                && is(query, "quality_score", template.quality())
                && contains(query, "content", template.json().path("components").toString())
                && contains(
                        query,
                        "name_or_content",
                        template.name() + template.json().path("components"));
    }

    private static boolean contains(Map<String, String> query, String filter, String text) {
        return text.toLowerCase(Locale.ROOT)
                .contains(query.getOrDefault(filter, "").toLowerCase(Locale.ROOT));
    }

    private static boolean is(Map<String, String> query, String filter, String value) {
        String wanted = query.getOrDefault(filter, "");
        return wanted.isEmpty() || wanted.toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT));
    }

    private static Set<String> fields(Map<String, String> query) {
        String fields = query.getOrDefault("fields", "");
        return fields.isEmpty()
                ? Set.copyOf(USUAL_FIELDS)
                : Set.copyOf(List.of((fields + ",id").split(",")).stream()
                        .map(String::trim)
                        .distinct()
                        .toList());
    }

    private static int limit(Map<String, String> query) {
        try {
            return Math.max(1, Integer.parseInt(query.getOrDefault("limit", "" + USUAL_LIMIT)));
        } catch (NumberFormatException e) {
            throw new Refusal(GraphErrors.invalidParameter("Param limit must be an integer"));
        }
    }

    private static String cursor(int position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("t:" + position).getBytes(StandardCharsets.US_ASCII));
    }

    private static int position(String cursor) {
        if (cursor.isEmpty()) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return Integer.parseInt(text.substring("t:".length()));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw new Refusal(GraphErrors.invalidParameter("Invalid cursors values: after"));
        }
    }
}
