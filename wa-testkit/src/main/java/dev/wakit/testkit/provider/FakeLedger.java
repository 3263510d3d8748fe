package dev.wakit.testkit.provider;

import dev.wakit.message.MessageId;
import dev.wakit.provider.LookupAnswer;
import dev.wakit.provider.LookupRequest;
import dev.wakit.provider.OutcomeLookup;
import dev.wakit.provider.SendRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a {@link FakeProvider} took, and its answers about it. Thread-safe. */
final class FakeLedger implements OutcomeLookup {

    private final InstantSource clock;
    private final List<Entry> entries = new ArrayList<>();

    FakeLedger(InstantSource clock) {
        this.clock = clock;
    }

    synchronized FakeMessage accept(SendRequest request) {
        var message = new FakeMessage(MessageId.of("fake-" + (entries.size() + 1)), request);
        entries.add(new Entry(message, clock.instant()));
        return message;
    }

    synchronized List<FakeMessage> accepted() {
        return entries.stream().map(Entry::message).toList();
    }

    FakeMessage sent(MessageId message) {
        return accepted().stream()
                .filter(one -> one.id().equals(message))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("No message with this id was accepted. Take one of accepted()."));
    }

    /** Lists by sender, person, content and time, as BSPs do that do not keep the callback data. */
    @Override
    public synchronized LookupAnswer find(LookupRequest wanted) {
        List<LookupAnswer.Found> found = entries.stream()
                .filter(entry -> entry.fits(wanted))
                .map(entry -> new LookupAnswer.Found(entry.message().id(), Optional.empty()))
                .toList();
        return switch (found.size()) {
            case 0 -> new LookupAnswer.NotFound();
            case 1 -> found.get(0);
            default -> new LookupAnswer.Several(found);
        };
    }

    private record Entry(FakeMessage message, Instant at) {

        boolean fits(LookupRequest wanted) {
            SendRequest sent = message.request();
            return sent.sender().equals(wanted.sender())
                    && sent.recipient().equals(wanted.recipient())
                    && sent.message().equals(wanted.message())
                    && !at.isBefore(wanted.from());
        }
    }
}
