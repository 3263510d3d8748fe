package dev.wakit.samples.quickstart.provider;

import dev.wakit.provider.TransportFailure;

/** What came of one POST. */
sealed interface SparrowAnswer {

    /** An answer of the BSP, or of something before it. */
    record Response(int status, String text) implements SparrowAnswer {}

    /**
     * No answer.
     *
     * @param begun whether a byte of the form may have left
     */
    record Broken(boolean begun, TransportFailure failure) implements SparrowAnswer {}
}
