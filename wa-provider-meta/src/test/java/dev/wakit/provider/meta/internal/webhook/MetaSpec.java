package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.provider.meta.internal.json.Json;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

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
        var options = new LoaderOptions();
        options.setCodePointLimit(8 * 1024 * 1024);
        options.setMaxAliasesForCollections(1_000);
        try (Reader text = Files.newBufferedReader(file)) {
            return Json.tree(new Yaml(new SafeConstructor(options)).<Object>load(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
