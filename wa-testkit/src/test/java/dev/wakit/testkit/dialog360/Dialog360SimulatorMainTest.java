package dev.wakit.testkit.dialog360;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.testkit.meta.Simulators;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Dialog360SimulatorMainTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void helpNamesItsOwnFlagsAndThoseOfTheCloudApi() throws InterruptedException {
        assertThat(run(Map.of(), "--help")).isZero();

        assertThat(output()).contains("--api-key", "--platform-secret", "--mps", "WAKIT_DIALOG360_SIMULATOR_API_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--nonsense 1", "--mps many", "--webhook-url localhost", "--token EAAG", "--api-key"})
    void aBadFlagIsAnErrorThatNamesIt(String line) throws InterruptedException {
        assertThat(run(Map.of(), line.split(" "))).isEqualTo(2);

        assertThat(output()).startsWith("Error: ").contains(line.split(" ")[0]);
    }

    @Test
    @Timeout(120)
    void takesItsOwnKeyOnlyAndRunsUntilShutDown() throws Exception {
        Thread main = new Thread(() -> {
            try {
                run(Map.of("WAKIT_DIALOG360_SIMULATOR_API_KEY", "d360-k"), "--port", "0", "--allow-shutdown");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        main.start();
        Simulators.await(() -> output().contains("Ctrl-C"));
        URI url = URI.create(output().replaceAll("(?s).*base URL +(\\S+).*", "$1"));

        assertThat(output()).contains("d360-k", "phone number id", "platform secret", "seed");
        assertThat(templates(url, "d360-k")).isEqualTo(200);
        assertThat(templates(url, "another")).isEqualTo(401);
        send(HttpRequest.newBuilder(url.resolve("/_simulator/shutdown")).POST(HttpRequest.BodyPublishers.noBody()));
        main.join(Simulators.SOON.toMillis());
        assertThat(main.isAlive()).isFalse();
    }

    private static int templates(URI url, String key) throws Exception {
        return send(HttpRequest.newBuilder(url.resolve("/v1/configs/templates")).header("D360-API-KEY", key));
    }

    private static int send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private int run(Map<String, String> environment, String... args) throws InterruptedException {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return Dialog360SimulatorMain.run(List.of(args), environment, out);
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
