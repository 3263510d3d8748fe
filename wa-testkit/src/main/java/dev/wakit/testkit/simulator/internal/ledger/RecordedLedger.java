package dev.wakit.testkit.simulator.internal.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.Ledger;
import dev.wakit.testkit.simulator.LedgerEntry;
import dev.wakit.testkit.simulator.MagicNumber;
import dev.wakit.testkit.simulator.internal.Json;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The ledger in memory, and in a file when one is wanted. Thread-safe. */
public final class RecordedLedger implements Ledger, AutoCloseable {

    private final Object lock = new Object();
    private final InstantSource clock;
    private final @Nullable LedgerFile file;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final Map<String, List<LedgerEntry>> byRecipient = new HashMap<>();
    private final Set<String> knownFailures = new HashSet<>();
    private final Set<String> duplicates = new LinkedHashSet<>();
    private final Map<Integer, Long> rejections = new TreeMap<>();
    private final Map<MagicNumber, Long> outcomes = new EnumMap<>(MagicNumber.class);
    private long requests;

    public RecordedLedger(InstantSource clock, @Nullable Path file) {
        this.clock = clock;
        this.file = file == null ? null : LedgerFile.open(file);
    }

    /** An entry, and the promise that it is on the disk. */
    public record Recorded(LedgerEntry entry, CompletableFuture<Void> durable) {}

    public void requestArrived() {
        synchronized (lock) {
            requests++;
        }
    }

    /** Gives the next sequence to a new entry and records it. */
    public Recorded accepted(LongFunction<LedgerEntry> entryOf) {
        synchronized (lock) {
            LedgerEntry entry = entryOf.apply(entries.size() + 1L);
            entries.add(entry);
            outcomes.merge(entry.outcome(), 1L, Long::sum);
            List<LedgerEntry> earlier = byRecipient.computeIfAbsent(entry.recipient(), it -> new ArrayList<>(1));
            if (!earlier.stream().allMatch(it -> knownFailures.contains(it.wamid()))) {
                duplicates.add(entry.recipient());
            }
            earlier.add(entry);
            return new Recorded(entry, append(LedgerJson.of(entry).put("event", "accepted")));
        }
    }

    public CompletableFuture<Void> rejected(String phoneNumberId, String to, int code) {
        synchronized (lock) {
            rejections.merge(code, 1L, Long::sum);
            ObjectNode line = Json.object().put("event", "rejected");
            line.put("time", clock.instant().toString()).put("phone_number_id", phoneNumberId);
            return append(line.put("to", to).put("code", code));
        }
    }

    /** Notes that the sender is about to learn of a failure; a later message to the recipient is a second try. */
    public void failureAnnounced(String wamid) {
        synchronized (lock) {
            if (knownFailures.add(wamid)) {
                var unused = append(Json.object().put("event", "failed").put("wamid", wamid));
            }
        }
    }

    private CompletableFuture<Void> append(JsonNode line) {
        return file == null ? CompletableFuture.completedFuture(null) : file.append(line);
    }

    @Override
    public List<LedgerEntry> accepted() {
        synchronized (lock) {
            return List.copyOf(entries);
        }
    }

    @Override
    public List<LedgerEntry> acceptedAfter(long sequence, int limit) {
        synchronized (lock) {
            int from = (int) Math.min(Math.max(0, sequence), entries.size());
            return List.copyOf(entries.subList(from, Math.min(entries.size(), from + limit)));
        }
    }

    @Override
    public List<LedgerEntry> acceptedFor(String to) {
        String digits = to.replaceAll("[^0-9]", "");
        synchronized (lock) {
            return List.copyOf(byRecipient.getOrDefault(digits, List.of()));
        }
    }

    @Override
    public Set<String> duplicates() {
        synchronized (lock) {
            return Set.copyOf(duplicates);
        }
    }

    @Override
    public long requests() {
        synchronized (lock) {
            return requests;
        }
    }

    @Override
    public Map<Integer, Long> rejections() {
        synchronized (lock) {
            return Map.copyOf(rejections);
        }
    }

    @Override
    public Map<MagicNumber, Long> outcomes() {
        synchronized (lock) {
            return Map.copyOf(outcomes);
        }
    }

    @Override
    public int uniqueRecipients() {
        synchronized (lock) {
            return byRecipient.size();
        }
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
