package dev.wakit.provider.meta.cloud;

import dev.wakit.provider.http.DownloadAccess;
import dev.wakit.provider.http.HttpAnswer;
import dev.wakit.provider.http.HttpBody;
import dev.wakit.provider.http.HttpCall;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * How a BSP wants Cloud API requests, and what its answers mean in Meta's words.
 *
 * <p>Implementations are thread-safe and make no request themselves.
 *
 * @since 0.1
 */
public interface CloudEndpoint {

    /** The name of the BSP, as it stands at the beginning of the texts of errors. */
    String name();

    /**
     * Addresses and signs a request.
     *
     * @param method the HTTP method
     * @param path as Meta has it below the version, such as the id of a phone number and {@code messages}, or the id of a medium
     * @param query unescaped parameters
     * @param body what is sent along
     * @throws dev.wakit.WhatsAppException if the BSP has no such path, such as one of a sender that is not its own
     */
    HttpCall call(HttpCall.Method method, List<String> path, Map<String, String> query, HttpBody body);

    /**
     * The same answer with the BSP's own form of errors put into Meta's: {@code {"error":{"code":…,"message":…}}}, with a code
     * that the provider's table knows. An answer in Meta's form, or in none that is documented, is returned as it is.
     */
    HttpAnswer.Response inMetasWords(HttpAnswer.Response answer);

    /** Where to download from, for an address that Meta gave. */
    URI mediaAddress(URI told);

    /** Where a download may go, and with which headers. */
    DownloadAccess mediaAccess();
}
