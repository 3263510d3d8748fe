package dev.wakit.testkit.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetaSimulatorMainTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void helpNamesEveryFlagAndItsDefault() throws InterruptedException {
        assertThat(run(Map.of(), "--help")).isZero();

        assertThat(output()).contains("--webhook-url", "--mps", "[20-80]", "WAKIT_SIMULATOR_WEBHOOK_URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nonsense 1",
                "--mps many",
                "--seed x",
                "--mps -1",
                "--latency 20..80",
                "--latency 80-20",
                "--drop 2",
                "--webhook-url localhost",
                "--batch 5000",
                "--port"
            })
    void aBadFlagIsAnErrorThatNamesIt(String line) throws InterruptedException {
        assertThat(run(Map.of(), line.split(" "))).isEqualTo(2);

        assertThat(output()).startsWith("Error: ").contains(line.split(" ")[0]);
    }

    @Test
    void aBadEnvironmentVariableIsAnError() throws InterruptedException {
        assertThat(run(Map.of("WAKIT_SIMULATOR_DROP", "x"))).isEqualTo(2);

        assertThat(output()).contains("--drop: 'x' is not a share between 0 and 1");
    }

    @Test
    @Timeout(120)
    void printsWhatAClientNeedsAndRunsUntilShutDown() throws Exception {
        Thread main = new Thread(() -> {
            try {
                run(
                        Map.of("WAKIT_SIMULATOR_MPS", "7"),
                        "--port",
                        "0",
                        "--allow-shutdown",
                        "--verify-token",
                        "v-tok",
                        "--seed",
                        "4711");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        main.start();
        Simulators.await(() -> output().contains("Ctrl-C"));
        String url = output().replaceAll("(?s).*base URL +(\\S+).*", "$1");

        assertThat(output()).contains("v-tok", "4711", "access token", "phone number id", "WABA id", "app secret");
        java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(java.net.URI.create(url + "/_simulator/shutdown"))
                                .POST(java.net.http.HttpRequest.BodyPublishers.noBody())
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.discarding());
        main.join(Simulators.SOON.toMillis());
        assertThat(main.isAlive()).isFalse();
    }

    private int run(Map<String, String> environment, String... args) throws InterruptedException {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return MetaSimulatorMain.run(List.of(args), environment, out);
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
