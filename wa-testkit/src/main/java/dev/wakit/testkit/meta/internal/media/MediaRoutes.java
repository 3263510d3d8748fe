package dev.wakit.testkit.meta.internal.media;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.http.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where media is described, downloaded and deleted. The addresses of downloads expire. Thread-safe. */
public final class MediaRoutes {

    private static final List<String> DOWNLOAD = List.of("whatsapp_business", "attachments");
    private static final Duration ADDRESS_LIFETIME = Duration.ofMinutes(5);

    private final MediaShelf media;
    private final InstantSource clock;
    private final String baseUrl;

    public MediaRoutes(MediaShelf media, InstantSource clock, String baseUrl) {
        this.media = media;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** Tells whether a request goes to the host of downloads, which has no version in its addresses. */
    public static boolean isDownload(List<String> path) {
        return path.equals(DOWNLOAD);
    }

    /** Hands out bytes, until the address has expired. */
    public Reply download(Map<String, String> query) {
        boolean alive = number(query.getOrDefault("ext", "0")) > clock.instant().getEpochSecond();
        Optional<MediaShelf.Medium> medium = alive ? media.find(query.getOrDefault("mid", "")) : Optional.empty();
        return medium.<Reply>map(it -> new Reply.Complete(200, it.mimeType(), it.content()))
                .orElseGet(() -> Reply.html(404, "Not Found"));
    }

    /** Answers a request about one file, or empty if there is no such file. */
    public Optional<Reply> answer(String method, String id, Map<String, String> query) {
        return media.find(id).flatMap(medium -> switch (method) {
            case "GET" -> Optional.of(Reply.json(describe(id, medium, query.getOrDefault("phone_number_id", ""))));
            case "DELETE" -> Optional.of(Reply.json(Json.object().put("success", media.delete(id))));
            default -> Optional.empty();
        });
    }

    private ObjectNode describe(String id, MediaShelf.Medium medium, String owner) {
        if (!owner.isEmpty() && !owner.equals(medium.phoneNumberId())) {
            throw new Refusal(GraphErrors.unknownObject("get", id));
        }
        Instant until = clock.instant().plus(ADDRESS_LIFETIME);
        String url = baseUrl + "/" + String.join("/", DOWNLOAD) + "/?mid=" + id + "&ext=" + until.getEpochSecond();
        return media.describe(id, medium, url);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
