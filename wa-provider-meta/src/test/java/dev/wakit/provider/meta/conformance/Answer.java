package dev.wakit.provider.meta.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a scripted server answers to one call.
 *
 * @param operation the id of the operation that the call is compared with; empty if the document does not have it, {@link #LACKING}
 *     if it has the path for other objects only
 * @param source the id of the operation whose example is the answer; empty if the answer is written here
 * @param text the name of the example, or the answer itself
 * @param url what stands in the field "url" in the place of the example's placeholder, under the server; empty for none
 */
record Answer(String operation, String source, String text, String url) {

    /** Stands for an operation where the path alone would tell a wrong one. */
    static final String LACKING = "none";

    /** An example of the operation. */
    static Answer documented(String operation, String example) {
        return new Answer(operation, operation, example, "");
    }

    /** An example that another operation has of the same object. */
    static Answer documented(String operation, String source, String example) {
        return new Answer(operation, source, example, "");
    }

    /** An answer of an operation for which the document has no example, or not of what is asked for. */
    static Answer written(String operation, String body) {
        return new Answer(operation, "", body, "");
    }

    /** An answer to a call that the document does not have. */
    static Answer undocumented(String body) {
        return new Answer("", "", body, "");
    }

    /** An answer to a call of an object that the document lacks, at a path that it has for other objects. */
    static Answer ofObject(String body) {
        return new Answer(LACKING, "", body, "");
    }

    /** The same answer with an address that leads to the server, where the document has a placeholder. */
    Answer withUrl(String path) {
        return new Answer(operation, source, text, path);
    }

    boolean isDocumented() {
        return !source.isEmpty();
    }

    /** The body, for a server at an address. */
    String body(OpenApiDocument document, String server) {
        if (!isDocumented()) {
            return text;
        }
        JsonNode example =
                document.examples(document.responses(source).path("200")).get(text);
        if (example == null) {
            throw new IllegalArgumentException("Operation " + source + " has no example '" + text + "' for HTTP 200.");
        }
        return url.isEmpty()
                ? example.toString()
                : ((ObjectNode) example.deepCopy()).put("url", server + url).toString();
    }
}
