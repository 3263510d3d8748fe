package dev.wakit.provider.meta.internal.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.message.Message;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.provider.meta.Requests;
import dev.wakit.provider.meta.conformance.Correction;
import dev.wakit.provider.meta.conformance.OpenApiDocument;
import dev.wakit.provider.meta.conformance.RecordedCall;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What goes over the wire for every example of a message is what Meta's OpenAPI document describes. */
class SendConformanceTest {

    private static final List<Correction> CORRECTIONS = Correction.read("sending.yaml");

    private static OpenApiDocument asWritten;
    private static List<RecordedCall> calls;

    @BeforeAll
    static void record() throws Exception {
        Path file = OpenApiDocument.file().orElse(null);
        Assumptions.assumeTrue(file != null, OpenApiDocument::absence);
        asWritten = OpenApiDocument.read(file);
        var examples = new LinkedHashMap<String, Message>();
        examples.putAll(MessageExamples.all());
        examples.putAll(InteractiveExamples.all());
        examples.putAll(TemplateExamples.all());
        calls = new ArrayList<>();
        try (var server = new MockWebServer()) {
            server.start();
            try (MetaProvider provider = Requests.provider(server).build()) {
                for (Map.Entry<String, Message> example : examples.entrySet()) {
                    server.enqueue(new MockResponse.Builder().body("{}").build());
                    provider.send(Requests.of(example.getValue())).toCompletableFuture().join();
                    calls.add(RecordedCall.of(example.getKey(), server.takeRequest()));
                }
            }
        }
    }

    @Test
    void everyCallIsAsTheDocumentSaysAfterTheCorrections() {
        OpenApiDocument document = asWritten.with(CORRECTIONS);

        for (var c : calls) { if (!document.problems(c).isEmpty()) System.out.println("## " + c + " " + document.problems(c)); }
        assertThat(calls).allSatisfy(call -> assertThat(document.problems(call)).as(call.name()).isEmpty());
    }
}
