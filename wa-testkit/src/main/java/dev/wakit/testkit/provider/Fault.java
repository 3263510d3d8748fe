package dev.wakit.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.message.MessageId;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendOutcome.Accepted;
import dev.wakit.provider.SendOutcome.Ambiguous;
import dev.wakit.provider.SendOutcome.NotSent;
import dev.wakit.provider.TransportFailure.Kind;
import dev.wakit.testkit.http.WireAnswer;
import dev.wakit.testkit.http.WireAnswer.Whole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Something that a BSP, or what stands between, does to a send, and what it proves.
 *
 * @param name what happens
 * @param answer how
 * @param judge fails unless the outcome says what is proven
 */
record Fault(String name, WireAnswer answer, Consumer<SendOutcome> judge) {

    private static final Duration TOO_LONG = Duration.ofMinutes(1);
    private static final int ENDLESS = 3_000_000;

    /** All faults of a BSP. */
    static List<Fault> all(BspScript script) {
        MessageId id = script.messageId(1);
        Whole accepted = script.accepted(id);
        var faults = new ArrayList<Fault>();
        statuses(script).forEach(faults::add);
        successes(accepted).forEach(faults::add);
        breaks(accepted).forEach(faults::add);
        faults.add(new Fault(
                "an acceptance that calls itself a page",
                accepted.with("Content-Type", "text/html"),
                outcome -> assertThat(outcome).isInstanceOfAny(Accepted.class, Ambiguous.class)));
        faults.add(new Fault(
                "an acceptance that comes late, but in time",
                new WireAnswer.Late(accepted, Duration.ofMillis(300)),
                outcome -> assertThat(ProviderFixture.acceptedId(outcome)).isEqualTo(id)));
        return faults;
    }

    /** Whether only the time limit of the provider ends it. */
    boolean isWaitedFor() {
        return answer instanceof WireAnswer.Silence
                || answer instanceof WireAnswer.Dripping
                || (answer instanceof WireAnswer.Late late && late.delay().equals(TOO_LONG));
    }

    private static Stream<Fault> statuses(BspScript script) {
        Whole refusal = script.refusalQuoting("a word");
        return Stream.of(
                        IntStream.of(408, 409, 425, 499)
                                .mapToObj(status -> ofStatus(
                                        "a page that asks to come again", comeAgain(status), Kind.SERVER_ERROR)),
                        IntStream.of(408, 409, 425, 499)
                                .mapToObj(
                                        status -> ofStatus("a refusal", refusal.withStatus(status), Kind.SERVER_ERROR)),
                        IntStream.of(500, 502, 503, 504)
                                .mapToObj(status -> ofStatus(
                                        "a page that asks to come again", comeAgain(status), Kind.SERVER_ERROR)),
                        IntStream.of(400, 403, 404, 421)
                                .mapToObj(status ->
                                        ofStatus("a page that asks to come again", comeAgain(status), Kind.UNREADABLE)),
                        Stream.of(ofStatus(
                                "a page that asks who is there",
                                WireAnswer.html(401).with("WWW-Authenticate", "Basic realm=\"bsp\""),
                                Kind.UNREADABLE)),
                        // Some clients take the word of a proxy that they do not use for a broken connection.
                        Stream.of(new Fault(
                                "HTTP 407, a page that asks who is there",
                                WireAnswer.html(407).with("Proxy-Authenticate", "Basic realm=\"bsp\""),
                                ambiguous(Kind.UNREADABLE, Kind.CONNECTION_LOST))),
                        IntStream.of(300, 301, 302, 303, 307, 308)
                                .mapToObj(status -> ofStatus(
                                        "that leads elsewhere",
                                        WireAnswer.html(status).with("Location", "/elsewhere"),
                                        Kind.UNREADABLE)))
                .flatMap(some -> some);
    }

    /** Some HTTP clients do so at once, with any request. */
    private static Whole comeAgain(int status) {
        return WireAnswer.html(status).with("Retry-After", "0");
    }

    private static Fault ofStatus(String what, Whole answer, Kind kind) {
        return new Fault("HTTP " + answer.status() + ", " + what, answer, outcome -> {
            ambiguous(kind).accept(outcome);
            assertThat(((Ambiguous) outcome).failure().httpStatus()).isEqualTo(answer.status());
        });
    }

    private static Stream<Fault> successes(Whole accepted) {
        return Stream.of(
                success("without a body", accepted, ""),
                success("that is an empty object", accepted, "{}"),
                success("that is an empty list", accepted, "[]"),
                success("that is null", accepted, "null"),
                success("that is a page", accepted, WireAnswer.html(200).text()),
                success("that ends half way", accepted, accepted.halved().text()),
                success("without end", accepted, "{\"x\":\"" + "x".repeat(ENDLESS) + "\"}"));
    }

    private static Fault success(String what, Whole accepted, String body) {
        return new Fault("a success " + what, accepted.withText(body), ambiguous(Kind.UNREADABLE));
    }

    private static Stream<Fault> breaks(Whole accepted) {
        return Stream.of(
                new Fault(
                        "a success whose connection closes half way",
                        new WireAnswer.Cut(accepted),
                        ambiguous(Kind.UNREADABLE, Kind.CONNECTION_LOST)),
                new Fault("no answer", new WireAnswer.Silence(), ambiguous(Kind.TIMEOUT)),
                new Fault("an answer too late", new WireAnswer.Late(accepted, TOO_LONG), ambiguous(Kind.TIMEOUT)),
                new Fault(
                        "a success byte by byte",
                        new WireAnswer.Dripping(accepted, Duration.ofMillis(200)),
                        ambiguous(Kind.TIMEOUT, Kind.UNREADABLE)),
                new Fault("a reset after the request", new WireAnswer.Reset(), ambiguous(Kind.CONNECTION_LOST)),
                new Fault(
                        "a reset in the middle of the request",
                        new WireAnswer.EarlyReset(),
                        ambiguous(Kind.CONNECTION_LOST)),
                // Whether bytes had left by then depends on how fast the reset travels. A client that saw that none had
                // may
                // connect again.
                new Fault(
                        "a reset before the request",
                        new WireAnswer.HangUp(),
                        outcome ->
                                assertThat(outcome).isInstanceOfAny(Ambiguous.class, NotSent.class, Accepted.class)));
    }

    /** The message may have been sent: nothing proves that it was not. */
    private static Consumer<SendOutcome> ambiguous(Kind... kinds) {
        return outcome -> {
            assertThat(outcome).isInstanceOf(Ambiguous.class);
            assertThat(((Ambiguous) outcome).failure().kind()).isIn((Object[]) kinds);
        };
    }
}
