package dev.wakit.samples.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wakit.campaign.store.StoreException;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorAnswersTest {

    private static final String SECRET = "EAAplantedToken at dev.wakit.Secret SELECT * FROM wa_setting";

    private Javalin web;

    static List<Exception> unforeseen() {
        return List.of(
                new IllegalStateException(SECRET),
                new NullPointerException(SECRET),
                new SQLException(SECRET),
                new UncheckedIOException(new IOException(SECRET)),
                new IllegalArgumentException(SECRET, new RuntimeException(SECRET)),
                new StoreException(SECRET, new SQLException(SECRET)));
    }

    @ParameterizedTest
    @MethodSource("unforeseen")
    void tellsNothingOfWhatNobodyForesaw(Exception exception) throws Exception {
        HttpResponse<String> answer = answer(exception);

        JsonNode error = new ObjectMapper().readTree(answer.body()).path("error");
        assertThat(answer.statusCode()).isIn(500, 503);
        assertThat(answer.body())
                .doesNotContain("planted")
                .doesNotContain("SELECT")
                .doesNotContain("dev.wakit");
        assertThat(error.path("reference").asText()).hasSizeGreaterThan(6);
    }

    @Test
    void tellsWhatIsMeantForTheCaller() throws Exception {
        HttpResponse<String> answer = answer(new ApiException(418, "teapot", "It is a teapot. Brew tea."));

        assertThat(answer.statusCode()).isEqualTo(418);
        assertThat(answer.body()).contains("\"teapot\"").contains("Brew tea.");
    }

    private HttpResponse<String> answer(Exception exception) throws Exception {
        web = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            new ErrorAnswers(1024).register(config.routes);
            config.routes.get("/", ctx -> {
                throw exception;
            });
        });
        web.start("127.0.0.1", 0);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + "/"))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @AfterEach
    void stop() {
        web.stop();
    }
}
