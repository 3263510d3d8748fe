package dev.wakit.provider.meta.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What cannot be compared with the document; the file {@code /conformance/uncompared.yaml} has a reason for each.
 *
 * @param calls calls that the document lacks, in the form of {@link #form}
 * @param answers examples of the document that are no answers to calls of this project: operation and name of the example
 * @param methods methods of facades that need no example
 */
record Exemptions(Set<String> calls, Set<String> answers, Set<String> methods) {

    private static final String FILE = "/conformance/uncompared.yaml";
    private static final Pattern ID = Pattern.compile("/[0-9]+(?=/|$)");
    private static final Pattern SESSION = Pattern.compile("upload:.*");

    static Exemptions read() {
        try (InputStream yaml = Objects.requireNonNull(Exemptions.class.getResourceAsStream(FILE), FILE)) {
            JsonNode root = new YAMLMapper().readTree(yaml);
            return new Exemptions(
                    names(root.required("calls")), names(root.required("answers")), names(root.required("methods")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(JsonNode reasons) {
        var names = new TreeSet<String>();
        reasons.properties().forEach(entry -> {
            if (entry.getValue().asText().isBlank()) {
                throw new IllegalStateException(FILE + " has no reason for " + entry.getKey());
            }
            names.add(entry.getKey());
        });
        return names;
    }

    /** A call with its ids and its version left out, such as {@code POST /{version}/{id}/unpause}. */
    static String form(RecordedCall call) {
        String path = ID.matcher(call.path().replaceFirst("^/v[0-9.]+/", "/{version}/"))
                .replaceAll("/{id}");
        return call.method() + " " + SESSION.matcher(path).replaceAll("{upload}");
    }
}
