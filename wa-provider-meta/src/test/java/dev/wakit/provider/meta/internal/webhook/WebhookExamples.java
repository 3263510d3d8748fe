package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.provider.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The examples under {@code src/test/resources/webhooks}: one change each, in a folder that is named like its field. */
final class WebhookExamples {

    private WebhookExamples() {}

    /**
     * A change in the envelope that Meta posts it in.
     *
     * @param name the field and the name of the file
     */
    record Example(String name, JsonNode body) {

        byte[] bytes() {
            return Json.write(body);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Example> all() {
        try {
            Path folder = Path.of(Objects.requireNonNull(WebhookExamples.class.getResource("/webhooks"))
                    .toURI());
            try (Stream<Path> files = Files.walk(folder)) {
                return files.filter(file -> file.toString().endsWith(".json"))
                        .sorted()
                        .map(file -> new Example(folder.relativize(file).toString(), envelope(read(file))))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    static Example named(String name) {
        return all().stream()
                .filter(example -> example.name().equals(name + ".json"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no example " + name));
    }

    static ObjectNode envelope(JsonNode... changes) {
        ObjectNode body = Json.object().put("object", "whatsapp_business_account");
        ObjectNode entry =
                body.putArray("entry").addObject().put("id", "102290129340398").put("time", 1739321024);
        entry.putArray("changes").addAll(List.of(changes));
        return body;
    }

    private static JsonNode read(Path file) {
        try {
            return Json.parse(Files.readAllBytes(file)).orElseThrow(() -> new AssertionError(file + " is no JSON"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
