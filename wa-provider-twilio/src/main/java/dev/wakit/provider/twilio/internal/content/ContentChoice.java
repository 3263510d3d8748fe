package dev.wakit.provider.twilio.internal.content;

import dev.wakit.AuthenticationException;
import dev.wakit.ProviderUnavailableException;
import dev.wakit.RateLimitedException;
import dev.wakit.WhatsAppException;
import dev.wakit.message.TemplateMessage;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.TransportFailure;
import dev.wakit.provider.twilio.internal.content.ContentBook.Known;
import dev.wakit.provider.twilio.internal.content.ContentBook.TemplateKey;
import dev.wakit.provider.twilio.internal.error.TwilioErrors;
import dev.wakit.provider.twilio.internal.message.ContentUse;
import dev.wakit.template.TemplateStatus;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Chooses the Content of a template message and fills it, before anything is sent.
 *
 * <p>What is remembered is used at once. Otherwise Twilio is asked on another thread, since a send must not block. A template that
 * cannot be sent is refused with the code that Twilio would answer. Thread-safe.
 */
public final class ContentChoice {

    private static final Map<TemplateStatus, String> CODES = Map.of(
            TemplateStatus.REJECTED, "63040",
            TemplateStatus.PAUSED, "63041",
            TemplateStatus.DISABLED, "63042");

    private final ContentBook book;
    private final Executor readers;

    /**
     * Choices.
     *
     * @param readers runs what asks Twilio
     */
    public ContentChoice(ContentBook book, Executor readers) {
        this.book = book;
        this.readers = readers;
    }

    /** What came of it: a Content to send, or the outcome of a send that was not made. */
    public sealed interface Choice {

        /** The Content. */
        record Chosen(ContentUse content) implements Choice {}

        /** Nothing is to be sent. */
        record Refused(SendOutcome outcome) implements Choice {}
    }

    /** Chooses; the future always completes normally. */
    public CompletableFuture<Choice> choose(TemplateMessage message) {
        var key = new TemplateKey(message.name(), message.language());
        Optional<Optional<Known>> known = book.remembered(key);
        if (known.isPresent()) {
            return CompletableFuture.completedFuture(choice(message, key, known.get()));
        }
        try {
            return CompletableFuture.supplyAsync(() -> choice(message, key, book.find(key)), readers)
                    .exceptionally(ContentChoice::notRead);
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.completedFuture(notSent(TransportFailure.Kind.CLOSED, "the provider was closed"));
        }
    }

    /** The text of the message as Twilio lists it; empty if that is not known. Blocks, and throws as listing does. */
    public Optional<String> body(TemplateMessage message) {
        return book.find(new TemplateKey(message.name(), message.language()))
                .flatMap(known -> known.shape()
                        .body(VariableFit.fit(message, known.shape()).variables()));
    }

    private static Choice choice(TemplateMessage message, TemplateKey key, Optional<Known> found) {
        if (found.isEmpty()) {
            return refused(
                    TwilioErrors.NO_TEMPLATE,
                    ContentBook.words(key) + " is no Content of the account: create it, or name its ContentSid with"
                            + " content(...) on the builder of the provider");
        }
        Known known = found.get();
        if (!known.status().isSendable()) {
            return refused(
                    CODES.getOrDefault(known.status(), TwilioErrors.NO_TEMPLATE),
                    ContentBook.words(key) + " is Content " + known.content().sid() + ", which is " + known.status()
                            + " at WhatsApp and not APPROVED: "
                            + (known.status() == TemplateStatus.UNSUBMITTED
                                    ? "request its approval"
                                    : "wait for the review, or use another one"));
        }
        VariableFit.Result fit = VariableFit.fit(message, known.shape());
        return fit.problems().isEmpty()
                ? new Choice.Chosen(new ContentUse(known.content().sid().value(), fit.variables()))
                : refused(
                        TwilioErrors.WRONG_VARIABLES,
                        "The values do not fit " + ContentBook.words(key) + ". " + String.join(" ", fit.problems()));
    }

    private static Choice refused(String code, String sentence) {
        return new Choice.Refused(new SendOutcome.Rejected(TwilioErrors.ofOurs(code, sentence)));
    }

    private static Choice notSent(TransportFailure.Kind kind, String detail) {
        return new Choice.Refused(new SendOutcome.NotSent(TransportFailure.of(kind, detail)));
    }

    private static Choice notRead(Throwable thrown) {
        Throwable failure =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (failure instanceof AuthenticationException) {
            return refused("20003", "Twilio refused the credentials when it was asked for the Content");
        } else if (failure instanceof RateLimitedException) {
            return refused(TwilioErrors.TOO_MANY_REQUESTS, "Twilio was asked for Contents too often");
        } else if (failure instanceof WhatsAppException && !(failure instanceof ProviderUnavailableException)) {
            return refused(TwilioErrors.NO_TEMPLATE, "Twilio refused to tell the Content");
        }
        return notSent(
                TransportFailure.Kind.CONNECT, "the Content of the template could not be read, so nothing was sent");
    }
}
