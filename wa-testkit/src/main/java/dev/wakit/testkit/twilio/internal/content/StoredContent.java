package dev.wakit.testkit.twilio.internal.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A content at one moment. Immutable: nobody changes the trees. */
public record StoredContent(
        String sid,
        String friendlyName,
        String language,
        ObjectNode variables,
        ObjectNode types,
        Approval approval,
        Instant created,
        Instant updated) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]+)}}");

    /** Types that may be sent without approval to somebody who wrote within the last 24 hours. */
    private static final Set<String> FREE_IN_SESSION =
            Set.of("twilio/text", "twilio/media", "twilio/quick-reply", "twilio/location", "twilio/list-picker");

    /** Types that WhatsApp approves for nobody. */
    private static final Set<String> NEVER_APPROVED = Set.of("twilio/location", "twilio/list-picker");

    StoredContent with(Approval other, Instant now) {
        return new StoredContent(sid, friendlyName, language, variables, types, other, created, now);
    }

    /** Returns the type that WhatsApp gets: the richest one, which is the last that is not plain text. */
    public String type() {
        String type = "";
        for (Map.Entry<String, JsonNode> entry : types.properties()) {
            if (type.isEmpty() || !entry.getKey().equals("twilio/text")) {
                type = entry.getKey();
            }
        }
        return type;
    }

    public boolean isApproved() {
        return approval.status().equalsIgnoreCase("approved");
    }

    public boolean isFreeInSession() {
        return FREE_IN_SESSION.contains(type());
    }

    public boolean isNeverApproved() {
        return NEVER_APPROVED.contains(type());
    }

    public String body() {
        return types.path(type()).path("body").asText("");
    }

    /** Returns the names of all placeholders, wherever they are. */
    public Set<String> placeholders() {
        Set<String> names = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(types.path(type()).toString());
        while (matcher.find()) {
            names.add(matcher.group(1).trim());
        }
        return names;
    }

    /** Returns the body with the given values and samples, or nothing when a placeholder has neither. */
    public Optional<String> rendered(Map<String, String> values) {
        Map<String, String> all = new TreeMap<>();
        variables
                .properties()
                .forEach(sample -> all.put(sample.getKey(), sample.getValue().asText()));
        all.putAll(values);
        if (!all.keySet().containsAll(placeholders())) {
            return Optional.empty();
        }
        return Optional.of(PLACEHOLDER
                .matcher(body())
                .replaceAll(match ->
                        Matcher.quoteReplacement(all.getOrDefault(match.group(1).trim(), ""))));
    }
}
