package dev.wakit.testkit.meta.internal.template;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.SimulatedTemplate;
import dev.wakit.testkit.meta.internal.Json;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
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

    /** Returns the page; {@code address} is the edge's own address, for the link to the next page. */
    public static ObjectNode of(List<SimulatedTemplate> templates, Map<String, String> query, String address) {
        List<SimulatedTemplate> wanted =
                templates.stream().filter(it -> matches(it, query)).toList();
        int from = position(query.getOrDefault("after", ""));
        int to = Math.min(wanted.size(), from + limit(query));
        ObjectNode page = Json.object();
        ArrayNode data = page.putArray("data");
        Set<String> fields = fields(query);
        wanted.subList(Math.min(from, to), to)
                .forEach(it -> data.add(TemplateJson.of(it).retain(fields)));
        addPaging(page, from, to, wanted.size(), address);
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

    private static boolean matches(SimulatedTemplate template, Map<String, String> query) {
        return is(query, "name", template.name())
                && is(query, "language", template.language())
                && is(query, "status", template.status())
                && is(query, "category", template.category().name());
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
