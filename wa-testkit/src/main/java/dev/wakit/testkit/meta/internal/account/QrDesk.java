package dev.wakit.testkit.meta.internal.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import dev.wakit.testkit.simulator.internal.Dice;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.http.Reply;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** QR codes of each number. Thread-safe. */
final class QrDesk implements Desk {

    private static final String EDGE = "message_qrdls";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 14;
    private static final int MAX_MESSAGE = 140;

    private final Dice dice;
    private final InstantSource clock;
    private final AtomicLong count = new AtomicLong();
    private final Map<String, Map<String, ObjectNode>> codes = new ConcurrentHashMap<>();

    QrDesk(Dice dice, InstantSource clock) {
        this.dice = dice;
        this.clock = clock;
    }

    @Override
    public Optional<Reply> answer(AccountCall call) {
        if (!call.isOf(EDGE)) {
            return Optional.empty();
        }
        Map<String, ObjectNode> own = codes.computeIfAbsent(call.id(), any -> new ConcurrentSkipListMap<>());
        String code = call.path().size() > 2 ? call.segment(2) : call.query().getOrDefault("code", "");
        return switch (call.method()) {
            case "GET" -> Answers.of(list(own, code, call.query().getOrDefault("fields", "")));
            case "POST" -> Answers.of(put(own, call));
            case "DELETE" -> delete(own, code);
            default -> Optional.empty();
        };
    }

    private static ObjectNode list(Map<String, ObjectNode> own, String code, String fields) {
        ObjectNode answer = Json.object();
        ArrayNode data = answer.putArray("data");
        own.values().stream()
                .filter(it -> code.isEmpty() || it.path("code").asText().equals(code))
                .forEach(it -> {
                    ObjectNode shown = it.deepCopy();
                    if (!fields.contains("qr_image_url")) {
                        shown.remove("qr_image_url");
                    }
                    if (!fields.contains("creation_time")) {
                        shown.remove("creation_time");
                    }
                    data.add(shown);
                });
        return answer;
    }

    private ObjectNode put(Map<String, ObjectNode> own, AccountCall call) {
        String message = Answers.required(call, "prefilled_message");
        if (message.length() > MAX_MESSAGE) {
            throw new Refusal(GraphErrors.invalidParameter("Param prefilled_message must be at most 140 characters"));
        }
        String code = call.text("code");
        if (!code.isEmpty() && !own.containsKey(code)) {
            throw new Refusal(GraphErrors.unknownObject("post", code));
        }
        ObjectNode node = own.computeIfAbsent(code.isEmpty() ? next() : code, this::create)
                .deepCopy();
        node.put("prefilled_message", message);
        own.put(node.path("code").asText(), node);
        ObjectNode answer = node.deepCopy();
        answer.remove("creation_time");
        return call.text("generate_qr_image").isEmpty() ? answer.without("qr_image_url") : answer;
    }

    private ObjectNode create(String code) {
        return Json.object()
                .put("code", code)
                .put("deep_link_url", "https://wa.me/message/" + code)
                .put("qr_image_url", "https://scontent.fbcdn.net/simulated/" + code)
                .put("creation_time", clock.instant().getEpochSecond());
    }

    private static Optional<Reply> delete(Map<String, ObjectNode> own, String code) {
        if (own.remove(code) == null) {
            throw new Refusal(GraphErrors.unknownObject("delete", code));
        }
        return Answers.success();
    }

    private String next() {
        SplittableRandom random = dice.roll("qr", "", count.incrementAndGet());
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
