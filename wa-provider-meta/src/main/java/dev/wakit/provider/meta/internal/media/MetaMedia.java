package dev.wakit.provider.meta.internal.media;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.InvalidMessageException;
import dev.wakit.ProviderUnavailableException;
import dev.wakit.RequestRefusedException;
import dev.wakit.address.SenderId;
import dev.wakit.error.ProviderError;
import dev.wakit.media.MediaDownload;
import dev.wakit.media.MediaFile;
import dev.wakit.media.MediaId;
import dev.wakit.media.MediaKind;
import dev.wakit.media.MediaType;
import dev.wakit.media.StoredMedia;
import dev.wakit.provider.MediaGateway;
import dev.wakit.provider.http.HttpAnswer;
import dev.wakit.provider.http.HttpBody;
import dev.wakit.provider.http.HttpDownload;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.internal.api.GraphApi;
import dev.wakit.provider.meta.internal.error.GraphErrors;
import dev.wakit.provider.meta.internal.http.CloudTransport;
import dev.wakit.provider.meta.internal.http.GraphCall;
import dev.wakit.provider.meta.internal.http.GraphRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The media of one account; see meta-cloud-api 5. Thread-safe. */
public final class MetaMedia implements MediaGateway {

    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final String WHATSAPP = "whatsapp";
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final MediaType UNTOLD = MediaType.of("application/octet-stream");

    private final GraphApi api;
    private final CloudTransport transport;

    /** A gateway. */
    public MetaMedia(GraphApi api, CloudTransport transport) {
        this.api = api;
        this.transport = transport;
    }

    @Override
    public Duration lifetime() {
        return LIFETIME;
    }

    @Override
    public MediaId upload(SenderId sender, MediaFile file) {
        MediaKind kind = MediaRules.check(file);
        var content = new WatchedContent(file, 0, MediaRules.maxBytes(kind));
        var form = new HttpBody.Multipart(
                List.of(
                        Map.entry("messaging_product", WHATSAPP),
                        Map.entry("type", file.type().value())),
                "file",
                new HttpBody.File(
                        file.fileName(), file.type().value(), file.length().orElse(-1), content));
        GraphCall call = GraphCall.post(GraphRequest.to(sender.value(), "media"), form);
        HttpAnswer answer = api.answer(call);
        if (content.isTooLarge()) {
            throw MediaRules.tooLarge(kind, "more");
        }
        content.unreadable().ifPresent(MetaMedia::unreadable);
        return uploaded(answer).orElseThrow(() -> api.refusal(call, answer));
    }

    /** Throws that a file could not be read while it was sent. */
    static void unreadable(IOException failure) {
        throw new UncheckedIOException(
                "The media file cannot be read. Nothing was uploaded; mend it and try again.", failure);
    }

    private static Optional<MediaId> uploaded(HttpAnswer answer) {
        return Optional.of(answer)
                .filter(HttpAnswer.Response.class::isInstance)
                .map(HttpAnswer.Response.class::cast)
                .filter(HttpAnswer.Response::isSuccess)
                .flatMap(HttpAnswer.Response::json)
                .flatMap(body -> Json.text(body, "id"))
                .map(MediaId::new);
    }

    @Override
    public Optional<StoredMedia> find(MediaId id) {
        GraphCall call = GraphCall.get(GraphRequest.to(id.value()));
        HttpAnswer answer = api.answer(call);
        if (isUnknown(answer)) {
            return Optional.empty();
        }
        if (answer instanceof HttpAnswer.Response response && response.isSuccess()) {
            return Optional.of(response.json()
                    .flatMap(body -> read(id, body))
                    .orElseThrow(() -> new ProviderUnavailableException(transport.name()
                            + " describes the media without an address that can be read. Try again later.")));
        }
        throw api.refusal(call, answer);
    }

    private static Optional<StoredMedia> read(MediaId id, JsonNode body) {
        return Json.text(body, "url").flatMap(MetaMedia::address).map(url -> {
            StoredMedia.Builder media = StoredMedia.builder(
                    id, Json.text(body, "mime_type").flatMap(MetaMedia::type).orElse(UNTOLD), url);
            // Meta writes the size as a number or as a text.
            Json.text(body, "file_size").flatMap(MetaMedia::number).ifPresent(media::length);
            Json.text(body, "sha256").ifPresent(media::sha256);
            return media.build();
        });
    }

    private static Optional<URI> address(String text) {
        try {
            URI url = URI.create(text);
            return Optional.of(url).filter(it -> it.getHost() != null);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<MediaType> type(String text) {
        try {
            return Optional.of(MediaType.of(text));
        } catch (InvalidMessageException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public MediaDownload download(MediaId id, long maxBytes) {
        StoredMedia media = known(id);
        HttpDownload answer = transport.fetch(media.url());
        if (isExpired(answer)) {
            // An address lives for five minutes, and a host may be behind: a fresh one is worth one more try.
            media = known(id);
            answer = transport.fetch(media.url());
        }
        return begun(media, answer, maxBytes);
    }

    private StoredMedia known(MediaId id) {
        return find(id).orElseThrow(() -> new RequestRefusedException(transport.name() + " does not have media " + id
                + ": an upload is kept for 30 days, media that a person sent for 7. Upload it or ask for it again."));
    }

    private static boolean isExpired(HttpDownload answer) {
        return answer instanceof HttpDownload.Failed failed
                && failed.answer() instanceof HttpAnswer.Response response
                && (response.status() == NOT_FOUND || response.status() == GONE);
    }

    private MediaDownload begun(StoredMedia media, HttpDownload answer, long maxBytes) {
        if (answer instanceof HttpDownload.Foreign foreign) {
            throw new RequestRefusedException("The address of the media leads to " + foreign.host()
                    + ", which is not one of the hosts of media of " + transport.name()
                    + ", so no credentials were sent there. Check what stands between this machine and "
                    + transport.name() + ".");
        }
        if (answer instanceof HttpDownload.Failed failed) {
            if (isExpired(answer)) {
                throw new RequestRefusedException(transport.name() + " has no content for media " + media.id()
                        + ", even at a fresh address. Check that the credentials may read it.");
            }
            throw api.refusal(GraphCall.get(GraphRequest.to(media.id().value())), failed.answer());
        }
        return ((HttpDownload.Content) answer).begun(media.type(), maxBytes);
    }

    @Override
    public boolean delete(MediaId id) {
        GraphCall call = GraphCall.delete(GraphRequest.to(id.value()));
        HttpAnswer answer = api.answer(call);
        if (isUnknown(answer)) {
            return false;
        }
        if (answer instanceof HttpAnswer.Response response && response.isSuccess()) {
            return response.json()
                    .map(body -> body.path("success").asBoolean(true))
                    .orElse(true);
        }
        throw api.refusal(call, answer);
    }

    // "Object does not exist" is code 100 with subcode 33 in Graph's own words.
    private static boolean isUnknown(HttpAnswer answer) {
        return answer instanceof HttpAnswer.Response response
                && !response.isSuccess()
                && response.json()
                        .flatMap(body -> GraphErrors.fromResponse(body, response.status()))
                        .filter(MetaMedia::saysUnknown)
                        .isPresent();
    }

    private static boolean saysUnknown(ProviderError error) {
        return error.code().equals("100")
                && error.subcode().filter("33"::equals).isPresent();
    }
}
