package dev.wakit.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScriptServerTest {

    private final ScriptServer server = ScriptServer.start();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersInTurnAndThenWithTheLast() throws Exception {
        server.answers(WireAnswer.json(201, "one"), WireAnswer.json(202, "two"));

        assertThat(post("a").body()).isEqualTo("one");
        assertThat(post("b").body()).isEqualTo("two");
        assertThat(post("c").statusCode()).isEqualTo(202);
    }

    @Test
    void whatIsAnsweredAsideTakesNoAnswerOfTheScriptAndIsNotRemembered() throws Exception {
        server.answers(new WireAnswer.EarlyReset(), WireAnswer.json(201, "one"));
        server.answersAside(request ->
                request.header("X-Word").isPresent() && request.text().isEmpty()
                        ? Optional.of(WireAnswer.json(200, "aside"))
                        : Optional.empty());

        assertThat(post("a").body()).as("the body is not known yet").isEqualTo("aside");
        assertThat(post("b").body()).as("on the same connection").isEqualTo("aside");
        assertThat(server.requests()).isEmpty();

        server.answersAside(request -> Optional.empty());
        assertThatThrownBy(() -> post("c")).isInstanceOf(IOException.class);
        assertThat(post("d").body()).isEqualTo("one");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void answers404UntilItIsToldAnything() throws Exception {
        assertThat(post("a").statusCode()).isEqualTo(404);
    }

    @Test
    void remembersWhatCame() throws Exception {
        server.answers(WireAnswer.json(200, "{}"));

        post("to=%2B4915&text=a%20b");

        assertThat(server.posts()).isOne();
        assertThat(server.requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.target()).isEqualTo("/messages?x=1");
            assertThat(request.header("X-WORD")).contains("wren");
            assertThat(request.text()).isEqualTo("to=%2B4915&text=a%20b");
            assertThat(request.toString()).doesNotContain("4915", "wren", "/messages");
        });
    }

    @Test
    void findsWordsThroughThreeLayersOfPercentSigns() {
        var request = WireRequest.of(
                1, "POST", "/", Map.of(), "u=https%3A%2F%2Fa.b%3Fr%3Dx%252By".getBytes(StandardCharsets.UTF_8));

        assertThat(request.says("x%252By")).isTrue();
        assertThat(request.says("https://a.b?r=x%2By")).isTrue();
        assertThat(request.says("r=x+y")).isTrue();
        assertThat(request.says("r=x-y")).isFalse();
    }

    @Test
    void readsABodyOfUnknownLength() throws Exception {
        server.answers(WireAnswer.json(200, "{}"));
        String large = "0123456789".repeat(10_000);

        send(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))));

        assertThat(server.requests().get(0).text()).isEqualTo(large);
    }

    @Test
    void keepsAConnectionForTheNextRequest() throws Exception {
        server.answers(WireAnswer.json(200, "{}"));

        post("a");
        post("b");

        assertThat(server.connections()).isOne();
        assertThat(server.requests()).extracting(WireRequest::connection).containsExactly(1, 1);
    }

    @Test
    void resetsAfterTheRequestAndHasCountedIt() {
        server.answers(new WireAnswer.Reset());

        assertThatThrownBy(() -> post("a")).isInstanceOf(IOException.class);
        assertThat(server.requests()).extracting(WireRequest::text).containsExactly("a");
    }

    @Test
    void resetsInTheMiddleOfARequest() {
        server.answers(new WireAnswer.EarlyReset());

        assertThatThrownBy(() -> post("a")).isInstanceOf(IOException.class);
        assertThat(server.requests()).extracting(WireRequest::text).containsExactly("");
    }

    @Test
    void hangsUpBeforeItReadsAnything() throws Exception {
        server.answers(new WireAnswer.HangUp(), WireAnswer.json(200, "{}"));

        try (var socket = new Socket("127.0.0.1", server.base().getPort())) {
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class);
        }

        assertThat(server.requests()).isEmpty();
        assertThat(server.connections()).isOne();
        assertThat(post("a").statusCode()).isEqualTo(200);
    }

    @Test
    void breaksOffInTheMiddleOfAnAnswer() {
        server.answers(new WireAnswer.Cut(WireAnswer.json(200, "0123456789")));

        assertThatThrownBy(() -> post("a")).isInstanceOf(IOException.class);
    }

    @Test
    void dripsAWholeAnswer() throws Exception {
        server.answers(new WireAnswer.Dripping(WireAnswer.json(200, "0123456789"), Duration.ofMillis(1)));

        assertThat(post("a").body()).isEqualTo("0123456789");
    }

    @Test
    void answersByWhatWasAsked() throws Exception {
        server.answers(new WireAnswer.Computed(request -> WireAnswer.json(200, "heard " + request.text())));

        assertThat(post("a").body()).isEqualTo("heard a");
        assertThat(post("b").body()).isEqualTo("heard b");
    }

    @Test
    void endsTheWaitOfItsClientsWhenItCloses() {
        server.answers(new WireAnswer.Computed(request -> {
            server.close();
            return new WireAnswer.Silence();
        }));

        assertThatThrownBy(() -> post("a")).isInstanceOf(IOException.class);
    }

    private HttpResponse<String> post(String body) throws Exception {
        return send(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(BodyPublisher body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.base() + "/messages?x=1"))
                        .header("X-Word", "wren")
                        .timeout(Duration.ofSeconds(30))
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }
}
