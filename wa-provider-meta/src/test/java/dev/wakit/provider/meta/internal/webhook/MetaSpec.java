package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Meta's OpenAPI document, which is not part of this repository. */
final class MetaSpec {

    static final String MISSING =
            "Skipped: Meta's OpenAPI document is not here. Put meta-business-messaging-v23.yaml into ../shared/specs beside the"
                    + " project, or name its folder with -Dwakit.specs=FOLDER.";

    private static final String FILE = "meta-business-messaging-v23.yaml";

    private MetaSpec() {}

    /** The document, or empty if it is in neither place. */
    static Optional<JsonNode> find() {
        String named = System.getProperty("wakit.specs");
        Stream<Path> folders = named != null
                ? Stream.of(Path.of(named))
                : Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                        .map(folder -> folder.resolve("shared").resolve("specs"));
        return folders.map(folder -> folder.resolve(FILE))
                .filter(Files::isReadable)
                .findFirst()
                .map(MetaSpec::read);
    }

    private static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
