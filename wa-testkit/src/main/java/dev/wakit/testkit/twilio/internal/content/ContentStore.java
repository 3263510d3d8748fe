package dev.wakit.testkit.twilio.internal.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.twilio.SimulatedContent;
import dev.wakit.testkit.twilio.internal.Sids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The contents of the account, in the order in which they were created. Thread-safe. */
public final class ContentStore {

    private final Map<String, StoredContent> contents = new LinkedHashMap<>();
    private final Sids sids;
    private final InstantSource clock;
    private long created;

    public ContentStore(Sids sids, InstantSource clock) {
        this.sids = sids;
        this.clock = clock;
    }

    /** Registers a content and returns its SID, which depends on the seed, the name and the language alone. */
    public synchronized String add(SimulatedContent content) {
        String sid = sids.sid("HX", content.friendlyName() + '/' + content.language(), 0);
        ObjectNode types = (ObjectNode) Json.parse(content.types().getBytes(StandardCharsets.UTF_8));
        ObjectNode samples = Json.object();
        content.samples().forEach(samples::put);
        Instant now = clock.instant();
        StoredContent stored = new StoredContent(
                sid, content.friendlyName(), content.language(), samples, types, Approval.NONE, now, now);
        if (!content.category().isEmpty()) {
            Approval approval = new Approval(content.friendlyName(), content.category(), stored.type(), "approved", "");
            stored = stored.with(approval, now);
        }
        contents.put(sid, stored);
        return sid;
    }

    synchronized StoredContent create(String friendlyName, String language, ObjectNode variables, ObjectNode types) {
        Instant now = clock.instant();
        String sid = sids.sid("HX", "created", ++created);
        StoredContent content =
                new StoredContent(sid, friendlyName, language, variables, types, Approval.NONE, now, now);
        contents.put(sid, content);
        return content;
    }

    public synchronized Optional<StoredContent> find(String sid) {
        return Optional.ofNullable(contents.get(sid));
    }

    /** Returns the first content with that name that only the business sees. */
    public synchronized Optional<StoredContent> named(String friendlyName) {
        return contents.values().stream()
                .filter(content -> content.friendlyName().equals(friendlyName))
                .findFirst();
    }

    /** Changes a content that is still there and returns what it is now. */
    synchronized Optional<StoredContent> change(String sid, UnaryOperator<StoredContent> change) {
        return Optional.ofNullable(contents.computeIfPresent(sid, (it, content) -> change.apply(content)));
    }

    synchronized boolean remove(String sid) {
        return contents.remove(sid) != null;
    }

    synchronized List<StoredContent> all() {
        return new ArrayList<>(contents.values());
    }

    Instant now() {
        return clock.instant();
    }
}
