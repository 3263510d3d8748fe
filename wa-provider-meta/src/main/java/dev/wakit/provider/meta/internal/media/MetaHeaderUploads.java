package dev.wakit.provider.meta.internal.media;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.InvalidMessageException;
import dev.wakit.ProviderUnavailableException;
import dev.wakit.media.MediaFile;
import dev.wakit.media.MediaKind;
import dev.wakit.provider.http.HttpAnswer;
import dev.wakit.provider.http.HttpBody;
import dev.wakit.provider.http.HttpCall;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.internal.api.GraphApi;
import dev.wakit.provider.meta.internal.http.GraphCall;
import dev.wakit.provider.meta.internal.http.GraphRequest;
import dev.wakit.provider.meta.media.HeaderHandle;
import dev.wakit.provider.meta.media.HeaderUploads;
import dev.wakit.provider.meta.media.UploadSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The resumable upload; see meta-cloud-api 5.5. Thread-safe. */
public final class MetaHeaderUploads implements HeaderUploads {

    private static final Set<String> TYPES =
            Set.of("application/pdf", "image/jpeg", "image/jpg", "image/png", "video/mp4");
    private static final int ATTEMPTS = 3;
    private static final int SERVER_FAULT = 500;

    private final GraphApi api;
    private final String appId;

    /**
     * Uploads to an app.
     *
     * @param appId the id of the app that the token belongs to
     */
    public MetaHeaderUploads(GraphApi api, String appId) {
        this.api = api;
        this.appId = appId;
    }

    @Override
    public HeaderHandle upload(MediaFile file) {
        UploadSession session = begin(file);
        Optional<HeaderHandle> handle = attempt(session, file, 0);
        for (int attempt = 2; attempt <= ATTEMPTS && handle.isEmpty() && file.isRepeatable(); attempt++) {
            handle = attempt(session, file, offset(session));
        }
        return handle.orElseThrow(MetaHeaderUploads::broken);
    }

    @Override
    public UploadSession begin(MediaFile file) {
        long length = check(file);
        var query = Map.of(
                "file_name", file.fileName(),
                "file_length", Long.toString(length),
                "file_type", file.type().essence());
        GraphCall call = new GraphCall(
                HttpCall.Method.POST,
                GraphCall.Host.GRAPH,
                new GraphRequest(List.of(appId, "uploads"), query),
                Optional.empty());
        return Json.text(api.call(call), "id")
                .map(UploadSession::new)
                .orElseThrow(() -> new ProviderUnavailableException(
                        "Meta began an upload without naming it. Nothing was uploaded; try again later."));
    }

    @Override
    public HeaderHandle resume(UploadSession session, MediaFile file) {
        check(file);
        return attempt(session, file, offset(session)).orElseThrow(MetaHeaderUploads::broken);
    }

    private static ProviderUnavailableException broken() {
        return new ProviderUnavailableException(
                "The connection broke before the whole file was uploaded. Resume the session, or upload the file again.");
    }

    /** How many bytes Meta has. */
    private long offset(UploadSession session) {
        return api.get(target(session)).path("file_offset").asLong(0);
    }

    /** The handle; empty if the connection broke or Meta's service is in trouble, so that it can be gone on with. */
    private Optional<HeaderHandle> attempt(UploadSession session, MediaFile file, long offset) {
        long length = check(file);
        if (offset < 0 || offset > length) {
            throw new InvalidMessageException(
                    "media.length",
                    "is " + length + " bytes, but " + offset
                            + " were uploaded already. Resume with the file that the upload was begun with.");
        }
        var content = new WatchedContent(file, offset, length);
        var raw =
                new HttpBody.Raw(new HttpBody.File(file.fileName(), file.type().essence(), length - offset, content));
        GraphCall call = GraphCall.post(target(session), raw).header("file_offset", Long.toString(offset));
        HttpAnswer answer = api.answer(call);
        content.unreadable().ifPresent(MetaMedia::unreadable);
        if (answer instanceof HttpAnswer.Response response && response.status() < SERVER_FAULT) {
            Optional<HeaderHandle> handle = response.json().flatMap(MetaHeaderUploads::handle);
            if (handle.isEmpty() && !response.isSuccess()) {
                throw api.refusal(call, answer);
            }
            return handle;
        }
        return Optional.empty();
    }

    private static Optional<HeaderHandle> handle(JsonNode body) {
        return Json.text(body, "h").map(HeaderHandle::new);
    }

    // Meta's ids of sessions carry a signature as a query: "upload:MTphd…?sig=ARZ…".
    private static GraphRequest target(UploadSession session) {
        String[] parts = session.id().split("\\?sig=", 2);
        return new GraphRequest(List.of(parts[0]), parts.length == 1 ? Map.of() : Map.of("sig", parts[1]));
    }

    private static long check(MediaFile file) {
        if (!TYPES.contains(file.type().essence())) {
            throw new InvalidMessageException(
                    "media.type",
                    "is '" + file.type().essence()
                            + "', but a header or a picture is one of application/pdf, image/jpeg, image/png, video/mp4.");
        }
        MediaKind kind = file.type().essence().equals("image/jpg") ? MediaKind.IMAGE : MediaRules.check(file);
        long length = file.length()
                .orElseThrow(() -> new InvalidMessageException(
                        "media.length",
                        "must be known before a resumable upload. Use a file, bytes, or a stream with its length."));
        MediaRules.checkLength(kind, length);
        return length;
    }
}
