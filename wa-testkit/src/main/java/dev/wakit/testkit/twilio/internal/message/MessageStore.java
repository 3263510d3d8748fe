package dev.wakit.testkit.twilio.internal.message;

import dev.wakit.testkit.simulator.internal.http.Parameters;
import dev.wakit.testkit.twilio.internal.error.TwilioErrors;
import dev.wakit.testkit.twilio.internal.error.TwilioRefusal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** All messages, sent and received. Thread-safe. */
public final class MessageStore {

    private final Map<String, StoredMessage> messages = new LinkedHashMap<>();
    private final Map<String, List<StoredMessage>> byPerson = new LinkedHashMap<>();
    private final LongSupplier nanos;
    private final long listedAfter;

    /** A message is in lists so long after it was made; it can be fetched at once. */
    public MessageStore(Duration listedAfter, LongSupplier nanos) {
        this.listedAfter = listedAfter.toNanos();
        this.nanos = nanos;
    }

    synchronized void add(StoredMessage message) {
        messages.put(message.sid(), message);
        byPerson.computeIfAbsent(message.order().to(), it -> new ArrayList<>(1)).add(message);
    }

    synchronized Optional<StoredMessage> find(String sid) {
        return Optional.ofNullable(messages.get(sid));
    }

    synchronized boolean remove(String sid) {
        StoredMessage removed = messages.remove(sid);
        if (removed == null) {
            return false;
        }
        byPerson.getOrDefault(removed.order().to(), List.of()).remove(removed);
        return true;
    }

    synchronized List<StoredMessage> scheduled() {
        return messages.values().stream()
                .filter(message -> message.view().status().equals("scheduled"))
                .toList();
    }

    /** Returns what the parameters ask for, newest first. */
    List<StoredMessage> list(Parameters query) {
        String to = query.get("To");
        String from = query.get("From");
        Predicate<StoredMessage> wanted = message -> nanos.getAsLong() - message.createdNanos() >= listedAfter;
        wanted = wanted.and(message -> to.isEmpty() || to.equals(message.to()));
        wanted = wanted.and(message -> from.isEmpty() || from.equals(message.from()));
        wanted = wanted.and(dated(query, "DateSent", LocalDate::isEqual));
        wanted = wanted.and(dated(query, "DateSent<", (sent, date) -> !sent.isAfter(date)));
        wanted = wanted.and(dated(query, "DateSent>", (sent, date) -> !sent.isBefore(date)));
        List<StoredMessage> found =
                new ArrayList<>(candidates(to, from).stream().filter(wanted).toList());
        Collections.reverse(found);
        return found;
    }

    /** Most look-ups name the person: then only that person's messages are looked at. */
    private synchronized List<StoredMessage> candidates(String to, String from) {
        List<StoredMessage> ofPerson = byPerson.getOrDefault(to, byPerson.get(from));
        return List.copyOf(ofPerson == null ? messages.values() : ofPerson);
    }

    private static Predicate<StoredMessage> dated(
            Parameters query, String name, BiPredicate<LocalDate, LocalDate> test) {
        String text = query.get(name);
        if (text.isEmpty()) {
            return message -> true;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            return message -> {
                var sent = message.view().sent();
                return sent != null && test.test(LocalDate.ofInstant(sent, ZoneOffset.UTC), date);
            };
        } catch (DateTimeParseException e) {
            throw new TwilioRefusal(TwilioErrors.parameter(name + ": not a date such as 2026-01-02"));
        }
    }
}
