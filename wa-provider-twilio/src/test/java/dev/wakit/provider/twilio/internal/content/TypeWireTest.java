package dev.wakit.provider.twilio.internal.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.twilio.content.ContentType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type of Content is written as its file {@code content/<name>.json}, and read back from it. */
class TypeWireTest {

    static Stream<String> names() {
        return Samples.types().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isWrittenAsItsGoldenFileAndReadBack(String name) throws IOException {
        ContentType type = Objects.requireNonNull(Samples.types().get(name));
        JsonNode golden = golden(name);

        assertThat(Json.parse(Json.write(TypeWriter.write(type))).orElseThrow()).isEqualTo(golden);
        assertThat(TypeReader.read(type.name(), golden)).isEqualTo(type);
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsItBesideFieldsThatAreNew(String name) throws IOException {
        ContentType type = Objects.requireNonNull(Samples.types().get(name));
        ObjectNode later = golden(name).deepCopy();
        later.putObject("tomorrow").put("x", 1);

        assertThat(TypeReader.read(type.name(), later)).isEqualTo(type);
    }

    @Test
    void hasASampleOfEveryType() {
        assertThat(Samples.types().values().stream().map(Object::getClass).toList())
                .containsAll(Arrays.stream(ContentType.class.getPermittedSubclasses())
                        .filter(type -> type != ContentType.Other.class)
                        .toList());
    }

    @Test
    void keepsATypeThatIsNewAndDoesNotWriteIt() {
        ObjectNode json = Json.object().put("beam", "{{1}}");

        ContentType type = TypeReader.read("twilio/hologram", json);

        assertThat(type).isEqualTo(new ContentType.Other("twilio/hologram", "{\"beam\":\"{{1}}\"}"));
        assertThatThrownBy(() -> TypeWriter.write(type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twilio/hologram");
    }

    private static JsonNode golden(String name) throws IOException {
        try (InputStream file = TypeWireTest.class.getResourceAsStream("/content/" + name + ".json")) {
            return Json.parse(Objects.requireNonNull(file, name).readAllBytes()).orElseThrow();
        }
    }
}
