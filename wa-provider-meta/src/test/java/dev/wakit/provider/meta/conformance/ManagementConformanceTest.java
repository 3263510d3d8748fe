package dev.wakit.provider.meta.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.error.ProviderError;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.internal.error.GraphErrors;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every management call puts on the wire is what Meta's OpenAPI document describes, and what the document shows as an answer
 * to it is understood, as are all refusals in the document, whoever calls.
 */
class ManagementConformanceTest {

    private static final List<Correction> CORRECTIONS = Correction.read("management.yaml");
    private static final Exemptions EXEMPTIONS = Exemptions.read();

    private static OpenApiDocument asWritten;
    private static OpenApiDocument corrected;
    private static WatchedFacades.Called called;
    private static List<Recording> recordings;
    private static List<RecordedCall> documented;
    private static List<RecordedCall> undocumented;

    @BeforeAll
    static void record() throws Exception {
        OpenApiDocument document = OpenApiDocument.require();
        List<CallExample> examples = Stream.of(
                        TemplateCallExamples.all(),
                        TemplateManagementExamples.all(),
                        MediaCallExamples.all(),
                        NumberCallExamples.all(),
                        SettingCallExamples.all(),
                        CatalogCallExamples.all(),
                        PeopleCallExamples.all(),
                        SubscriptionCallExamples.all())
                .flatMap(it -> it)
                .toList();
        called = new WatchedFacades.Called();
        recordings = new ArrayList<>();
        for (CallExample example : examples) {
            recordings.add(Recording.of(example, document, called));
        }
        // What the document does not declare is not allowed, as far as these calls are concerned.
        asWritten = document.closed(operations());
        corrected = asWritten.with(CORRECTIONS);
        List<RecordedCall> calls =
                recordings.stream().flatMap(it -> it.calls().stream()).toList();
        documented =
                calls.stream().filter(ManagementConformanceTest::isDocumented).toList();
        undocumented = calls.stream().filter(call -> !isDocumented(call)).toList();
    }

    private static boolean isDocumented(RecordedCall call) {
        return asWritten.has(call) && !call.operation().equals(Answer.LACKING);
    }

    private static Stream<Answer> answers() {
        return recordings.stream().flatMap(it -> it.example().answers().stream());
    }

    /** The operations that the examples call. */
    private static Set<String> operations() {
        return answers()
                .map(Answer::operation)
                .filter(id -> !id.isEmpty() && !id.equals(Answer.LACKING))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<Recording> recordings() {
        return recordings;
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void theAnswerIsUnderstood(Recording recording) {
        assertThat(recording.failure()).isEmpty();
        assertThat(recording.calls()).hasSameSizeAs(recording.example().answers());
    }

    @Test
    void everyCallIsAsTheCorrectedDocumentSays() {
        assertThat(documented)
                .hasSizeGreaterThan(70)
                .allSatisfy(call -> assertThat(corrected.problems(call)).isEmpty());
    }

    @Test
    void everyCorrectionIsStillNeeded() {
        assertThat(asWritten.unneeded(CORRECTIONS, documented)).isEmpty();
        assertThat(CORRECTIONS).isNotEmpty();
    }

    @Test
    void theCallsThatTheDocumentLacksAreListed() {
        assertThat(undocumented.stream().map(Exemptions::form).collect(Collectors.toSet()))
                .isEqualTo(EXEMPTIONS.calls());
    }

    @Test
    void everyMethodOfAFacadeHasAnExample() {
        Set<String> missing = new TreeSet<>(WatchedFacades.reachable());
        missing.removeAll(called.methods());

        assertThat(missing).isEqualTo(EXEMPTIONS.methods());
    }

    @Test
    void everyAnswerThatTheDocumentShowsIsAmongTheExamples() {
        Set<String> shown = new TreeSet<>();
        operations()
                .forEach(operation -> asWritten
                        .examples(asWritten.responses(operation).path("200"))
                        .keySet()
                        .forEach(example -> shown.add(operation + ": " + example)));
        answers().filter(Answer::isDocumented).forEach(answer -> shown.remove(answer.source() + ": " + answer.text()));

        assertThat(shown).isEqualTo(EXEMPTIONS.answers());
    }

    @Test
    void everyRefusalThatTheDocumentShowsIsUnderstood() {
        int refusals = 0;
        for (String operation : asWritten.operationIds()) {
            for (var response : asWritten.responses(operation).properties()) {
                if (response.getKey().startsWith("2")) {
                    continue;
                }
                int status = Integer.parseInt(response.getKey());
                for (var example : asWritten.examples(response.getValue()).entrySet()) {
                    refusals++;
                    JsonNode error = example.getValue().path("error");
                    assertThat(GraphErrors.fromResponse(example.getValue(), status))
                            .as(operation + " " + status + " " + example.getKey())
                            .hasValueSatisfying(read -> isAs(read, error, status));
                }
            }
        }
        assertThat(refusals).isGreaterThan(500);
    }

    private static void isAs(ProviderError read, JsonNode error, int status) {
        assertThat(read.code()).isEqualTo(error.path("code").asText());
        assertThat(read.subcode().orElse(""))
                .isEqualTo(error.path("error_subcode").asText());
        assertThat(read.traceId().orElse("")).isEqualTo(error.path("fbtrace_id").asText());
        assertThat(read.detail()).contains(error.path("message").asText());
        assertThat(read.httpStatus()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "templates-create-named | /components/0/kind | \"x\"",
                "templates-create-named | /components/1/type | \"HOLOGRAM\"",
                "templates-create-positional | /components/2/buttons/1/urls | \"x\"",
                "templates-create-carousel | /components/1/cards/0/components/0/format | 7",
                "templates-create-library | /library_template_name | 7",
                "templates-edit | /message_send_ttl_seconds | \"1\"",
                "media-a.jpg | /kind | \"image/jpeg\"",
                "numbers-register | /pin | \"12345\"",
                "numbers-request-code | /code_method | \"PIGEON\"",
                "settings-calls-on | /calling/status | \"on\"",
                "settings-identity-check | /user_identity_change/enabled | true",
                "settings-stored-in | /storage_configuration/region | \"IN\"",
                "profile-change | /vertical | \"SPACE\"",
                "opening-change | /prompts/0 | 7",
                "qr-change | /code | \"short\"",
                "block | /block_users/0/bsuid | \"US.1a\"",
                "subscriptions-override | /webhook_configuration/url | \"https://x.example\"",
            })
    void aMistakeIsFound(String name, String place, String json) {
        RecordedCall call = documented.stream()
                .filter(it -> it.name().equals(name) && it.body().isObject())
                .findFirst()
                .orElseThrow();
        JsonPointer pointer = JsonPointer.compile(place);
        JsonNode body = call.body().deepCopy();
        JsonNode value = Json.parse(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        JsonNode parent = body.at(pointer.head());
        if (parent.isArray()) {
            ((ArrayNode) parent).set(pointer.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(pointer.last().getMatchingProperty(), value);
        }

        assertThat(corrected.problems(call)).isEmpty();
        assertThat(corrected.problems(call.withBody(body))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "templates-list | feilds | id",
                "templates-list-by | category | SPAM",
                "templates-delete-all | hsm_ids | 1,2",
                "templates-get | limit | 5",
                "numbers-list | limit | 101",
                "qr-find-default_fields | code | short",
                "commerce-change | is_cart_visible | true",
                "catalog-settings-cart | is_cart | true",
            })
    void aWrongParameterIsFound(String name, String key, String value) {
        RecordedCall call = documented.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();

        assertThat(corrected.problems(call)).isEmpty();
        assertThat(corrected.problems(call.withQuery(key, value))).isNotEmpty();
    }
}
