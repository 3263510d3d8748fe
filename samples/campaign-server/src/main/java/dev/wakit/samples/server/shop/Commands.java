package dev.wakit.samples.server.shop;

import dev.wakit.catalog.order.CommandContext;
import io.javalin.http.Context;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes what is asked for happen once: for each {@code Idempotency-Key}, or for each request without one. */
final class Commands {

    private static final String UNNAMED = "api";

    private Commands() {}

    static String id(Context ctx) {
        String key = ctx.header("Idempotency-Key");
        return key == null ? UUID.randomUUID().toString() : key;
    }

    /**
     * @param by who decides it; never a phone number
     * @param version the version that was read; any if not given
     */
    static CommandContext context(Context ctx, @Nullable String by, @Nullable Long version) {
        return new CommandContext(id(ctx), by == null || by.isBlank() ? UNNAMED : by, version == null ? 0 : version);
    }
}
