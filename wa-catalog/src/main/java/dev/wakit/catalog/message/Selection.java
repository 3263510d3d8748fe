package dev.wakit.catalog.message;

import dev.wakit.message.MessageWithheldException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What of the products that were asked for may be shown, and what was left out. Immutable.
 *
 * @param <T> a part of a message, such as {@link dev.wakit.message.interactive.ProductList}
 * @param part what to send; empty if too few products are left
 * @param leftOut what was left out, in the order in which it was asked for
 * @since 0.1
 */
public record Selection<T>(Optional<T> part, List<LeftOut> leftOut) {

    private static final int NAMED = 3;

    /** Copies the list. */
    public Selection {
        leftOut = List.copyOf(leftOut);
    }

    static <T> Selection<T> of(T part, List<LeftOut> leftOut) {
        return new Selection<>(Optional.of(part), leftOut);
    }

    static <T> Selection<T> none(List<LeftOut> leftOut) {
        return new Selection<>(Optional.empty(), leftOut);
    }

    /**
     * What to send.
     *
     * @throws MessageWithheldException if too few products are left, naming up to three and why
     */
    public T orThrow() {
        return part.orElseThrow(() -> new MessageWithheldException(reason()));
    }

    private String reason() {
        String first = leftOut.stream().limit(NAMED).map(LeftOut::toString).collect(Collectors.joining(" "));
        int more = leftOut.size() - NAMED;
        return "Too few products are left. " + first + (more > 0 ? " And " + more + " more." : "");
    }
}
