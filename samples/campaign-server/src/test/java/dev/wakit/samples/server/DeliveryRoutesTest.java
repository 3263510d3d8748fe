package dev.wakit.samples.server;

import static dev.wakit.samples.server.RunningServer.error;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryRoutesTest {

    private static RunningServer server;
    private static String campaign;
    private static String path;

    @BeforeAll
    static void sendToThree(@TempDir Path folder) {
        server = RunningServer.in(folder);
        campaign = server.create("Three", true, "+919876543210", "+919876540026", "12", "+14155550123");
        path = "/api/campaigns/" + campaign + "/deliveries";
        server.await(
                campaign,
                now -> now.at("/progress/read").asInt() == 2
                        && now.at("/progress/states/FAILED").asInt() == 1);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void masksNumbersUnlessTheyAreAskedFor() {
        HttpResponse<String> masked = server.get(path);
        HttpResponse<String> revealed = server.get(path + "?reveal=true");

        assertThat(masked.body()).contains("+91•••••3210").doesNotContain("9876543210");
        assertThat(revealed.body()).contains("+919876543210");
    }

    @Test
    void filtersByStateAndByCode() {
        assertThat(server.json(path + "?state=FAILED").path("deliveries")).hasSize(1);
        assertThat(server.json(path + "?state=READ,FAILED").path("deliveries")).hasSize(3);
        assertThat(server.json(path + "?code=131026").path("deliveries")).hasSize(1);
        assertThat(server.json(path + "?code=131050").path("deliveries")).isEmpty();
    }

    @Test
    void findsAPersonInAnyNotation() {
        JsonNode found = server.json(path + "?number=098765%2043210").path("deliveries");

        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("state").asText()).isEqualTo("READ");
        assertThat(server.json(path + "?number=%2B919999999999").path("deliveries"))
                .isEmpty();
    }

    @Test
    void turnsPagesByKey() {
        JsonNode first = server.json(path + "?limit=3");
        JsonNode second =
                server.json(path + "?limit=3&after=" + first.path("next").asText());

        assertThat(first.path("deliveries")).hasSize(3);
        assertThat(second.path("deliveries")).hasSize(1);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void tellsTheStoryOfAFailure() {
        String id = server.json(path + "?state=FAILED").at("/deliveries/0/id").asText();

        JsonNode story = server.json(path + "/" + id);

        assertThat(story.path("timeline"))
                .extracting(step -> step.path("what").asText())
                .containsExactly("intent", "accepted", "failed");
        assertThat(story.path("errorAdvice").asText()).isNotEmpty();
        assertThat(story.path("region").asText()).isEqualTo("IN");
        assertThat(story.at("/variables/order").asText()).isEqualTo("A-1");
    }

    @Test
    void saysWhySomebodyWasSkipped() {
        JsonNode skipped = server.json(path + "?state=SKIPPED").at("/deliveries/0");

        assertThat(skipped.path("skipReason").asText()).isEqualTo("INVALID_NUMBER");
        assertThat(skipped.path("line").asInt()).isEqualTo(3);
    }

    @Test
    void refusesWhatCannotBeSearched() {
        assertThat(server.get(path + "?number=hello").statusCode()).isEqualTo(400);
        assertThat(server.get(path + "?state=LOST").statusCode()).isEqualTo(400);
        assertThat(server.get(path + "?limit=1001").statusCode()).isEqualTo(400);
        assertThat(server.get(path + "?after=nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void doesNotShowTheDeliveryOfAnotherCampaign() {
        String other = server.create("Other", false, "+919876543210");
        String id = server.json(path).at("/deliveries/0/id").asText();

        HttpResponse<String> answer = server.get("/api/campaigns/" + other + "/deliveries/" + id);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(error(answer, "code")).isEqualTo("not_found");
        assertThat(server.get(path + "/nonsense").statusCode()).isEqualTo(404);
    }
}
