package dev.wakit.provider.meta.internal.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.provider.http.Json;
import dev.wakit.template.TemplateCategory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every definition gives exactly the JSON of its file {@code template/<name>.json}. */
class DefinitionWireTest {

    private static final Set<String> OTHERS = Set.of("library", "upsert", "edit");

    static Set<String> names() {
        return DefinitionExamples.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void writesTheDefinitionAsInItsFile(String name) throws IOException {
        JsonNode written = DefinitionEncoder.encode(
                Objects.requireNonNull(DefinitionExamples.all().get(name)));

        assertThat(read(written)).isEqualTo(file(name));
    }

    @Test
    void writesAChoiceFromTheLibrary() throws IOException {
        assertThat(read(LibraryCodec.encode(DefinitionExamples.library()))).isEqualTo(file("library"));
    }

    @Test
    void writesAnEdit() throws IOException {
        assertThat(read(DefinitionEncoder.encode(DefinitionExamples.edit(), TemplateCategory.MARKETING)))
                .isEqualTo(file("edit"));
    }

    @Test
    void hasAnExampleForEveryFile() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(DefinitionWireTest.class.getResource("/template"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            names.removeAll(OTHERS);

            assertThat(names).isEqualTo(new TreeSet<>(names()));
        }
    }

    /** What a reader of the bytes sees. */
    private static JsonNode read(JsonNode written) {
        return Json.parse(Json.write(written)).orElseThrow();
    }

    static JsonNode file(String name) throws IOException {
        try (InputStream file = DefinitionWireTest.class.getResourceAsStream("/template/" + name + ".json")) {
            return Json.parse(Objects.requireNonNull(file, name).readAllBytes()).orElseThrow();
        }
    }
}
