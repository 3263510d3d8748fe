package dev.wakit.testkit.provider;

import dev.wakit.message.MessageId;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendOutcome.Ambiguous;
import dev.wakit.provider.SendOutcome.NotSent;
import dev.wakit.provider.SendOutcome.Rejected;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.TransportFailure;
import dev.wakit.provider.TransportFailure.Kind;
import dev.wakit.testkit.http.BspWire;
import dev.wakit.testkit.http.WireAnswer;
import dev.wakit.testkit.http.WireAnswer.Whole;
import dev.wakit.testkit.http.WireRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A wire without a network: requests are written down, and a fault of the script becomes the outcome that it proves. */
final class FakeWire implements BspWire {

    private static final Pattern LINE = Pattern.compile("(id|code)=([^;]+);.*");
    private static final Set<Integer> GIVEN_UP = Set.of(408, 409, 425, 499);

    private final Deque<WireAnswer> script = new ArrayDeque<>(List.of(WireAnswer.html(404)));
    private final List<WireRequest> requests = new ArrayList<>();
    private int hangups;

    CompletionStage<SendOutcome> receive(SendRequest request, Duration timeout) {
        WireAnswer answer;
        WireRequest seen = WireRequest.of(
                1, "POST", "/messages", Map.of(), Rendering.of(request).getBytes(StandardCharsets.UTF_8));
        synchronized (this) {
            answer = script.size() > 1 ? script.remove() : script.element();
            if (answer instanceof WireAnswer.HangUp) {
                hangups++;
                return now(new NotSent(TransportFailure.of(Kind.CONNECT, "hung up")));
            }
            requests.add(seen);
        }
        return outcome(
                answer instanceof WireAnswer.Computed computed
                        ? computed.answer().apply(seen)
                        : answer,
                timeout);
    }

    private static CompletionStage<SendOutcome> outcome(WireAnswer answer, Duration timeout) {
        if (answer instanceof Whole whole) {
            return now(judge(whole));
        } else if (answer instanceof WireAnswer.Late late && late.delay().compareTo(timeout) < 0) {
            return after(late.delay(), judge(late.answer()));
        } else if (answer instanceof WireAnswer.Cut) {
            return now(lost(Kind.UNREADABLE, 0));
        } else if (answer instanceof WireAnswer.Reset || answer instanceof WireAnswer.EarlyReset) {
            return now(lost(Kind.CONNECTION_LOST, 0));
        }
        return after(timeout, lost(Kind.TIMEOUT, 0));
    }

    private static SendOutcome judge(Whole answer) {
        int status = answer.status();
        Matcher line = LINE.matcher(answer.text());
        if (status >= 500 || GIVEN_UP.contains(status)) {
            return lost(Kind.SERVER_ERROR, status);
        } else if (status < 300 && line.matches() && line.group(1).equals("id")) {
            return new SendOutcome.Accepted(MessageId.of(line.group(2)), false);
        } else if (status >= 400 && line.matches() && line.group(1).equals("code")) {
            return new Rejected(FakeRefusal.valueOf(line.group(2)).error());
        } else if (status == 429) {
            return new Rejected(FakeRefusal.THROTTLED.error());
        }
        return lost(Kind.UNREADABLE, status);
    }

    private static SendOutcome lost(Kind kind, int status) {
        return new Ambiguous(new TransportFailure(kind, "scripted", status));
    }

    private static CompletionStage<SendOutcome> now(SendOutcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }

    private static CompletionStage<SendOutcome> after(Duration delay, SendOutcome outcome) {
        return CompletableFuture.supplyAsync(
                () -> outcome, CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public URI base() {
        return URI.create("memory://fake");
    }

    @Override
    public synchronized void answers(WireAnswer first, WireAnswer... then) {
        script.clear();
        script.add(first);
        script.addAll(List.of(then));
    }

    @Override
    public synchronized List<WireRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public synchronized int connections() {
        return hangups + (requests.isEmpty() ? 0 : 1);
    }

    @Override
    public void close() {}
}
