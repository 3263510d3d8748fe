package dev.wakit.provider.http;

import java.io.InputStream;

/**
 * What came of beginning a download.
 *
 * @since 0.1
 */
public sealed interface HttpDownload {

    /**
     * The bytes come.
     *
     * @param mimeType as the host tells; empty if it does not
     * @param length how many; -1 if that is not known
     * @param content whoever reads it closes it
     */
    record Content(String mimeType, long length, InputStream content) implements HttpDownload {}

    /**
     * They do not.
     *
     * @param answer what came instead; a redirect if there were more than five
     */
    record Failed(HttpAnswer answer) implements HttpDownload {}

    /**
     * The address, or one that it redirects to, is not to be asked; nothing was sent there.
     *
     * @param host which
     */
    record Foreign(String host) implements HttpDownload {}
}
