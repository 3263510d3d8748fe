package dev.wakit.provider.meta.internal.http;

import java.io.InputStream;

/** What came of fetching media. */
public sealed interface MediaAnswer {

    /**
     * The bytes come.
     *
     * @param mimeType as the host tells; empty if it does not
     * @param length how many; -1 if that is not known
     * @param content whoever reads it closes it
     */
    record Content(String mimeType, long length, InputStream content) implements MediaAnswer {}

    /** They do not. */
    record Failed(GraphAnswer answer) implements MediaAnswer {}

    /**
     * The address, or one that it redirects to, is not one of Meta's hosts of media; nothing was sent there.
     *
     * @param host which
     */
    record Foreign(String host) implements MediaAnswer {}
}
