package dev.wakit.testkit.meta.internal.media;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import dev.wakit.testkit.simulator.internal.Dice;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.http.Reply;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The resumable upload: sessions, what each has got, and handles. Thread-safe. */
public final class UploadSessions {

    private static final Set<String> TYPES =
            Set.of("application/pdf", "image/jpeg", "image/jpg", "image/png", "video/mp4");
    private static final int UNBROKEN = -1;

    private final Dice dice;
    private final AtomicLong count = new AtomicLong();
    private final AtomicInteger breakAfter = new AtomicInteger(UNBROKEN);
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    public UploadSessions(Dice dice) {
        this.dice = dice;
    }

    /** What came so far; guarded by itself. */
    private static final class Session {

        private final String fileName;
        private final long length;
        private final ByteArrayOutputStream got = new ByteArrayOutputStream();

        private Session(String fileName, long length) {
            this.fileName = fileName;
            this.length = length;
        }
    }

    /** Lets the next piece end after this many bytes, with the connection closed instead of an answer. */
    public void breakAfter(int bytes) {
        breakAfter.set(bytes);
    }

    /** Begins a session. */
    public ObjectNode begin(Map<String, String> query) {
        String type = required(query, "file_type");
        if (!TYPES.contains(type)) {
            throw new Refusal(GraphErrors.invalidParameter("Param file_type must be one of " + TYPES));
        }
        long length = number(required(query, "file_length"));
        String key = "upload:MTp"
                + Long.toHexString(
                        dice.roll("upload", "", count.incrementAndGet()).nextLong());
        sessions.put(key, new Session(query.getOrDefault("file_name", "file"), length));
        return Json.object().put("id", key + "?sig=ARsimulated");
    }

    /** Tells how much of a session came. */
    public ObjectNode state(String key) {
        Session session = find(key, "get");
        synchronized (session) {
            return Json.object().put("id", key).put("file_offset", session.got.size());
        }
    }

    /** Takes a piece. */
    public Reply add(String key, String offset, byte[] piece) {
        Session session = find(key, "post");
        synchronized (session) {
            if (number(offset) != session.got.size()) {
                throw new Refusal(GraphErrors.invalidParameter("file_offset must be " + session.got.size()));
            }
            int limit = breakAfter.getAndSet(UNBROKEN);
            boolean broken = limit != UNBROKEN && limit < piece.length;
            session.got.writeBytes(broken ? Arrays.copyOf(piece, limit) : piece);
            if (broken) {
                return new Reply.Hangup();
            }
            if (session.got.size() != session.length) {
                throw new Refusal(GraphErrors.invalidParameter("The file is not complete"));
            }
            String name = Base64.getEncoder().encodeToString(session.fileName.getBytes(StandardCharsets.UTF_8));
            return Reply.json(Json.object().put("h", "4:" + name + ":" + key.substring(key.indexOf(':') + 1)));
        }
    }

    private Session find(String key, String method) {
        return Optional.ofNullable(sessions.get(key))
                .orElseThrow(() -> new Refusal(GraphErrors.unknownObject(method, key)));
    }

    private static String required(Map<String, String> query, String name) {
        return Optional.ofNullable(query.get(name))
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new Refusal(GraphErrors.required(name)));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Refusal(GraphErrors.invalidParameter("'" + text + "' is not a number"));
        }
    }
}
