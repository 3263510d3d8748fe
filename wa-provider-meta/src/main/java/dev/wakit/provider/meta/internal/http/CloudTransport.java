package dev.wakit.provider.meta.internal.http;

import dev.wakit.provider.http.HttpAnswer;
import dev.wakit.provider.http.HttpDownload;
import dev.wakit.provider.meta.ApiUsage;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Takes Cloud API requests to whoever answers them: Meta itself, or a BSP that passes them on. Thread-safe. */
public interface CloudTransport {

    /** Who answers, as it stands at the beginning of the texts of errors. */
    String name();

    /** Posts JSON once; the future always completes normally. */
    CompletableFuture<HttpAnswer> post(GraphRequest request, byte[] json);

    /** Makes a management call once, blocking. */
    HttpAnswer execute(GraphCall call);

    /** Begins to download from an address that Meta gave; credentials go to trusted hosts only. */
    HttpDownload fetch(URI url);

    /** What was last told about the budget of management calls. */
    Optional<ApiUsage> usage();

    /** What was last told about the budget of calls of catalogs, which is another one. */
    default Optional<ApiUsage> catalogUsage() {
        return Optional.empty();
    }
}
