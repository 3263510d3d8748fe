package dev.wakit.testkit.meta.internal.catalog;

import dev.wakit.testkit.meta.internal.error.GraphError;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;

/** Refusals of the catalog API, worded as Meta words them where its pages tell. */
final class CatalogErrors {

    private CatalogErrors() {}

    static Refusal tooManyBatches() {
        return throttled(80014, "There have been too many calls for the batch uploads to this catalog account.");
    }

    static Refusal tooManyCalls() {
        return throttled(80009, "There have been too many calls to this Catalog account.");
    }

    private static Refusal throttled(int code, String message) {
        return new Refusal(new GraphError(
                400,
                code,
                0,
                "OAuthException",
                "(#" + code + ") " + message + " Wait a bit and try again.",
                "",
                false));
    }

    static Refusal tooLarge() {
        return new Refusal(new GraphError(
                500,
                1,
                0,
                "OAuthException",
                "Please reduce the amount of data you're asking for, then retry your request",
                "",
                false));
    }

    static Refusal invalid(String details) {
        return new Refusal(GraphErrors.invalidParameter(details));
    }

    static Refusal required(String field) {
        return new Refusal(GraphErrors.required(field));
    }

    static Refusal unknown(String method, String id) {
        return new Refusal(GraphErrors.unknownObject(method, id));
    }
}
