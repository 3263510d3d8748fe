package dev.wakit.testkit.meta.internal.webhook;

import dev.wakit.testkit.simulator.internal.Dice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The GET verification of a webhook address. */
public final class Handshake {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private Handshake() {}

    /** Returns true when the address answers 200 with exactly the challenge. */
    public static boolean succeeds(URI url, String verifyToken, long seed) {
        String challenge =
                Integer.toString(new Dice(seed).roll("challenge", "", 0).nextInt(100_000_000, Integer.MAX_VALUE));
        String separator = url.getRawQuery() == null ? "?" : "&";
        URI address = URI.create(url + separator + "hub.mode=subscribe&hub.challenge=" + challenge
                + "&hub.verify_token=" + URLEncoder.encode(verifyToken, StandardCharsets.UTF_8));
        try {
            HttpClient client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TIMEOUT)
                    .build();
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(TIMEOUT).GET().build();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return response.statusCode() == 200 && response.body().equals(challenge);
        } catch (IOException e) {
            throw new UncheckedIOException("The webhook address does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during the handshake", e);
        }
    }
}
