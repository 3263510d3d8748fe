package dev.wakit.testkit.store.catalog;

import dev.wakit.outbound.DurableReceipt;
import dev.wakit.outbound.DurableSend;
import dev.wakit.outbound.DurableSender;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps what it takes over, the first of each key, and does to each call what a test wants. Thread-safe. */
final class TellingSender implements DurableSender {

    private final Map<String, DurableSend> taken = new LinkedHashMap<>();
    private Consumer<DurableSend> before = send -> {};
    private Consumer<DurableSend> after = send -> {};

    @Override
    public synchronized DurableReceipt send(DurableSend send) {
        before.accept(send);
        boolean isKnown = taken.putIfAbsent(send.key(), send) != null;
        after.accept(send);
        return new DurableReceipt("delivery-" + send.key(), isKnown);
    }

    synchronized void before(Consumer<DurableSend> doing) {
        before = doing;
    }

    synchronized void after(Consumer<DurableSend> doing) {
        after = doing;
    }

    synchronized List<DurableSend> taken() {
        return new ArrayList<>(taken.values());
    }
}
