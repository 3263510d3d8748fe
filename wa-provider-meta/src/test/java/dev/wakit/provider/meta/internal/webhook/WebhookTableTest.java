package dev.wakit.provider.meta.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.content.InboundContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of docs/meta.md name every field, every type of message and every type of ours. */
class WebhookTableTest {

    private final String page = read();

    @Test
    void everyFieldThatIsReadIsInTheTable() {
        assertThat(FieldReaders.fields()).isNotEmpty().allSatisfy(this::isNamed);
    }

    @Test
    void everyTypeOfMessageThatIsReadIsInTheTable() {
        assertThat(ContentReader.types()).isNotEmpty().allSatisfy(this::isNamed);
    }

    @Test
    void everyTypeOfEventAndContentIsInTheTable() {
        assertThat(Stream.of(InboundEvent.class.getPermittedSubclasses(), InboundContent.class.getPermittedSubclasses())
                        .flatMap(Stream::of)
                        .map(Class::getSimpleName))
                .allSatisfy(this::isNamed);
    }

    private void isNamed(String word) {
        assertThat(page).contains("`" + word + "`");
    }

    private static String read() {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.exists(here.resolve("docs")) ? here : here.getParent();
        try {
            return Files.readString(root.resolve("docs").resolve("meta.md"));
        } catch (IOException e) {
            throw new AssertionError("docs/meta.md is not there", e);
        }
    }
}
