package dev.wakit.samples.server.http;

import dev.wakit.InvalidMessageException;
import dev.wakit.WhatsAppException;
import dev.wakit.campaign.CampaignNotFoundException;
import dev.wakit.campaign.CampaignStateException;
import dev.wakit.campaign.InvalidCampaignException;
import dev.wakit.campaign.ResendRefusedException;
import dev.wakit.campaign.outbox.IdempotencyConflictException;
import dev.wakit.campaign.outbox.InvalidSendException;
import dev.wakit.campaign.outbox.OutboxFullException;
import dev.wakit.campaign.store.StoreException;
import dev.wakit.catalog.CatalogException;
import dev.wakit.catalog.InvalidOrderException;
import dev.wakit.catalog.InvalidProductException;
import dev.wakit.catalog.NotFoundException;
import dev.wakit.catalog.OutOfStockException;
import dev.wakit.catalog.StaleVersionException;
import dev.wakit.message.MessageWithheldException;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.JavalinDefaultRoutingApi;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns every exception into {@code {"error":{"code","message","reference"}}}.
 *
 * <p>What is meant for the caller is told; everything else becomes one sentence and a reference that stands in the log.
 */
public final class ErrorAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
    private static final String PROMISE = " Nothing was changed.";

    private final SecureRandom random = new SecureRandom();
    private final long maxUploadBytes;

    /** Names the largest upload to whom exceeds it. */
    public ErrorAnswers(long maxUploadBytes) {
        this.maxUploadBytes = maxUploadBytes;
    }

    /** Takes over the exceptions of all routes. */
    public void register(JavalinDefaultRoutingApi routes) {
        routes.exception(ApiException.class, (e, ctx) -> answer(ctx, e.status(), e.code(), text(e)));
        routes.exception(CampaignNotFoundException.class, (e, ctx) -> answer(ctx, 404, "not_found", text(e)));
        routes.exception(CampaignStateException.class, (e, ctx) -> answer(ctx, 409, "wrong_state", text(e)));
        routes.exception(ResendRefusedException.class, (e, ctx) -> answer(ctx, 409, "not_unknown", text(e)));
        routes.exception(
                InvalidCampaignException.class,
                (e, ctx) -> answer(ctx, 422, e.problem().name().toLowerCase(Locale.ROOT), text(e) + PROMISE));
        routes.exception(
                InvalidMessageException.class, (e, ctx) -> answer(ctx, 422, "invalid_content", text(e) + PROMISE));
        routes.exception(
                IdempotencyConflictException.class, (e, ctx) -> answer(ctx, 409, "idempotency_conflict", text(e)));
        routes.exception(InvalidSendException.class, (e, ctx) -> answer(ctx, 422, "invalid_send", text(e) + PROMISE));
        routes.exception(
                OutboxFullException.class,
                (e, ctx) -> answer(ctx.header("Retry-After", "1"), 503, "busy", text(e) + PROMISE));
        routes.exception(
                MessageWithheldException.class, (e, ctx) -> answer(ctx, 422, "nothing_to_send", text(e) + PROMISE));
        routes.exception(CatalogException.class, this::refusedByShop);
        routes.exception(HttpResponseException.class, (e, ctx) -> refused(ctx, e.getStatus()));
        routes.exception(ServletException.class, this::unreadableForm);
        routes.exception(
                StoreException.class, (e, ctx) -> failed(ctx, 503, "database", "The database does not answer.", e));
        routes.exception(
                WhatsAppException.class,
                (e, ctx) -> failed(ctx, 502, "provider", "WhatsApp did not answer as expected: " + text(e), e));
        routes.exception(
                Exception.class, (e, ctx) -> failed(ctx, 500, "internal", "Something went wrong on the server.", e));
    }

    private void refusedByShop(CatalogException e, Context ctx) {
        if (e instanceof NotFoundException) {
            answer(ctx, 404, "not_found", text(e));
        } else if (e instanceof InvalidProductException) {
            answer(ctx, 422, "invalid_product", text(e) + PROMISE);
        } else if (e instanceof InvalidOrderException) {
            answer(ctx, 422, "invalid_order", text(e) + PROMISE);
        } else if (e instanceof StaleVersionException) {
            answer(ctx, 409, "stale_version", text(e) + PROMISE);
        } else if (e instanceof OutOfStockException) {
            answer(ctx, 409, "out_of_stock", text(e) + PROMISE);
        } else {
            answer(ctx, 409, "wrong_state", text(e) + PROMISE);
        }
    }

    /** The web server says only in words of its own why it could not read a form. */
    private void unreadableForm(ServletException e, Context ctx) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("size exceeded")) {
                RequestGuard.drain(ctx, maxUploadBytes);
                ApiException tooLarge = RequestGuard.tooLarge(maxUploadBytes);
                answer(ctx, tooLarge.status(), tooLarge.code(), text(tooLarge));
                return;
            }
        }
        answer(
                ctx,
                400,
                "invalid_request",
                "The form cannot be read. Send multipart/form-data with 'spec' and 'file'.");
    }

    private void refused(Context ctx, int status) {
        String message = switch (status) {
            case 404 -> "There is no " + ctx.method() + " " + ctx.path() + ".";
            case 405 -> ctx.method() + " is not possible here.";
            case 413 -> "The request is too large.";
            default -> "The request was refused.";
        };
        answer(ctx, status, status == 404 ? "not_found" : "refused", message);
    }

    private void failed(Context ctx, int status, String code, String message, Exception e) {
        String reference =
                answer(ctx, status, code, message + " The log of the server tells more under the reference.");
        LOG.error("{} {} failed, reference {}", ctx.method(), ctx.path(), reference, e);
    }

    private String answer(Context ctx, int status, String code, String message) {
        if (status == 413 || leftUnread(ctx)) {
            // The server ends such a connection, and says so: a client that sent its next request over it would get no
            // answer.
            ctx.header("Connection", "close");
        }
        String reference = Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
        LOG.debug("{} {} answered {} {}, reference {}", ctx.method(), ctx.path(), status, code, reference);
        Json.answer(
                ctx.status(status), Map.of("error", Map.of("code", code, "message", message, "reference", reference)));
        return reference;
    }

    private static boolean leftUnread(Context ctx) {
        boolean hasBody = ctx.req().getContentLengthLong() > 0 || ctx.header("Transfer-Encoding") != null;
        try {
            return hasBody && !ctx.req().getInputStream().isFinished();
        } catch (IOException | IllegalStateException unreadable) {
            LOG.debug("Nobody can tell whether the body was read: {}", text(unreadable));
            return true;
        }
    }

    private static String text(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
