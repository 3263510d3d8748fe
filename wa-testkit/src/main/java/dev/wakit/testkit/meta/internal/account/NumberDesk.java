package dev.wakit.testkit.meta.internal.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.internal.Identity;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import dev.wakit.testkit.simulator.internal.http.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Verifying and registering numbers; all are verified and registered at the start. Thread-safe. */
public final class NumberDesk implements Desk {

    /** The code that each request for a code sends. */
    public static final String CODE = "123456";

    /** The PIN of every number until it is changed. */
    public static final String PIN = "123456";

    private final Identity identity;
    private final Map<String, State> states = new ConcurrentHashMap<>();

    NumberDesk(Identity identity) {
        this.identity = identity;
    }

    private record State(boolean requested, boolean verified, boolean registered, String pin) {

        static final State READY = new State(false, true, true, PIN);
        static final State NEW = new State(false, false, false, "");
    }

    /** Makes a number new: neither verified nor registered, and without a PIN. */
    public void makeNew(String id) {
        states.put(id, State.NEW);
    }

    public boolean isRegistered(String id) {
        return state(id).registered();
    }

    private State state(String id) {
        return states.getOrDefault(id, State.READY);
    }

    @Override
    public Optional<Reply> answer(AccountCall call) {
        if (!call.method().equals("POST")) {
            return Optional.empty();
        }
        return switch (call.segment(1)) {
            case "request_code" -> requestCode(call);
            case "verify_code" -> verifyCode(call);
            case "register" -> register(call);
            case "deregister" ->
                change(
                        call,
                        new State(
                                false,
                                state(call.id()).verified(),
                                false,
                                state(call.id()).pin()));
            case "" -> changeNode(call);
            default -> Optional.empty();
        };
    }

    private Optional<Reply> requestCode(AccountCall call) {
        String method = Answers.required(call, "code_method");
        Answers.required(call, "language");
        if (!method.equals("SMS") && !method.equals("VOICE")) {
            throw new Refusal(GraphErrors.invalidParameter("Param code_method must be one of {SMS, VOICE}"));
        }
        State state = state(call.id());
        if (state.verified()) {
            throw new Refusal(GraphErrors.account(136024, "The phone number is already verified."));
        }
        return change(call, new State(true, false, state.registered(), state.pin()));
    }

    private Optional<Reply> verifyCode(AccountCall call) {
        State state = state(call.id());
        if (!Answers.required(call, "code").equals(CODE) || !state.requested()) {
            throw new Refusal(GraphErrors.invalidParameter("The verification code is wrong, or none was requested."));
        }
        return change(call, new State(false, true, state.registered(), state.pin()));
    }

    private Optional<Reply> register(AccountCall call) {
        Answers.requireProduct(call);
        State state = state(call.id());
        String pin = Answers.required(call, "pin");
        if (!state.verified()) {
            throw new Refusal(GraphErrors.account(133006, "Phone number needs to be verified before registering."));
        }
        if (!pin.matches("[0-9]{6}")) {
            throw new Refusal(GraphErrors.invalidParameter("Param pin must be a string with 6 digits"));
        }
        if (!state.pin().isEmpty() && !state.pin().equals(pin)) {
            throw new Refusal(GraphErrors.account(133005, "Two step verification PIN is incorrect."));
        }
        return change(call, new State(false, true, true, pin));
    }

    private Optional<Reply> changeNode(AccountCall call) {
        String pin = call.text("pin");
        if (pin.isEmpty()) {
            return Optional.empty();
        }
        if (!pin.matches("[0-9]{6}")) {
            throw new Refusal(GraphErrors.invalidParameter("Param pin must be a string with 6 digits"));
        }
        State state = state(call.id());
        return change(call, new State(state.requested(), state.verified(), state.registered(), pin));
    }

    private Optional<Reply> change(AccountCall call, State state) {
        states.put(call.id(), state);
        return Answers.success();
    }

    void describe(String id, String quality, ObjectNode node) {
        State state = state(id);
        node.put("status", state.registered() ? "CONNECTED" : state.verified() ? "DISCONNECTED" : "UNVERIFIED");
        node.put("code_verification_status", state.verified() ? "VERIFIED" : "NOT_VERIFIED");
        String ability = !state.registered() ? "BLOCKED" : quality.equals("RED") ? "LIMITED" : "AVAILABLE";
        ObjectNode health = node.putObject("health_status").put("can_send_message", ability);
        ArrayNode entities = health.putArray("entities");
        ObjectNode number = entity(entities, "PHONE_NUMBER", id, ability);
        if (!state.registered()) {
            number.putArray("errors")
                    .addObject()
                    .put("error_code", 141000)
                    .put("error_description", "The phone number is not registered.")
                    .put("possible_solution", "Register the phone number.");
        }
        entity(entities, "WABA", identity.wabaId(), "AVAILABLE");
        entity(entities, "BUSINESS", Accounts.PORTFOLIO_ID, "AVAILABLE");
        entity(entities, "APP", Accounts.APP_ID, "AVAILABLE");
    }

    private static ObjectNode entity(ArrayNode entities, String type, String id, String ability) {
        return entities.addObject().put("entity_type", type).put("id", id).put("can_send_message", ability);
    }
}
