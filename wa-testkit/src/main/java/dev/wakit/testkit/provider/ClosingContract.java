package dev.wakit.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.message.MessageId;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendOutcome.Accepted;
import dev.wakit.provider.SendOutcome.Ambiguous;
import dev.wakit.provider.SendOutcome.NotSent;
import dev.wakit.provider.TransportFailure.Kind;
import dev.wakit.testkit.http.WireAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Many threads send at once, each send is answered by itself, and a closed provider sends nothing.
 *
 * @since 0.1
 */
public abstract class ClosingContract extends ProviderFixture {

    private static final int AT_ONCE = 200;

    /** For subclasses. */
    protected ClosingContract() {}

    @Test
    void twoHundredSendsAtOnceAreAcceptedOnceEach() throws Exception {
        Set<String> calledBack = Collections.synchronizedSet(new HashSet<>());
        List<String> tokens =
                IntStream.range(0, AT_ONCE).mapToObj(i -> "token-" + i + "-end").toList();
        wire().answers(new WireAnswer.Computed(request -> {
            tokens.stream().filter(request::says).forEach(calledBack::add);
            return acceptance();
        }));
        provider();

        List<SendOutcome> outcomes = atOnce(tokens);

        Set<MessageId> ids = new HashSet<>();
        outcomes.forEach(outcome -> ids.add(acceptedId(outcome)));
        assertThat(ids).hasSize(AT_ONCE);
        assertThat(wire().posts()).isEqualTo(AT_ONCE);
        assertThat(calledBack).hasSize(provider().capabilities().echoesCallbackData() ? AT_ONCE : calledBack.size());
    }

    private List<SendOutcome> atOnce(List<String> tokens) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        var start = new CountDownLatch(1);
        try {
            List<Future<CompletionStage<SendOutcome>>> sending = tokens.stream()
                    .map(token -> threads.submit(() -> {
                        start.await();
                        return provider().send(request(token));
                    }))
                    .toList();
            start.countDown();
            List<SendOutcome> outcomes = new ArrayList<>();
            for (Future<CompletionStage<SendOutcome>> one : sending) {
                outcomes.add(await(one.get(10, TimeUnit.SECONDS)));
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aClosedProviderSendsNothingAndSaysSo() {
        wire().answers(acceptingAll());
        var request = request();
        provider().close();

        SendOutcome outcome = await(provider().send(request));

        assertThat(outcome).isInstanceOf(NotSent.class);
        assertThat(((NotSent) outcome).failure().kind()).isEqualTo(Kind.CLOSED);
        assertThat(wire().requests()).isEmpty();
    }

    @Test
    void closingTwiceIsClosingOnce() {
        provider().close();
        provider().close();

        assertThat(await(provider().send(request()))).isInstanceOf(NotSent.class);
    }

    @Test
    void whatIsOnItsWayWhenTheProviderIsClosedIsNotCalledUnsent() throws Exception {
        var arrived = new CountDownLatch(1);
        wire().answers(new WireAnswer.Computed(request -> {
            arrived.countDown();
            return new WireAnswer.Late(acceptance(), Duration.ofMillis(300));
        }));
        CompletionStage<SendOutcome> sending = provider().send(request());
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

        provider().close();

        assertThat(await(sending)).isInstanceOfAny(Accepted.class, Ambiguous.class);
    }

    @Test
    void aProviderClosesWithoutHavingSentAnything() {
        provider().close();

        assertThat(wire().connections()).isZero();
    }
}
