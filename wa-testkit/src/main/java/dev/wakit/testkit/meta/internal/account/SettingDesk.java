package dev.wakit.testkit.meta.internal.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.http.Reply;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Settings, business profile, commerce settings and the opening of a chat, each kept as it was posted. Thread-safe. */
final class SettingDesk implements Desk {

    private static final Set<String> PROFILE_FIELDS =
            Set.of("about", "address", "description", "email", "profile_picture_handle", "websites", "vertical");
    private static final Set<String> SETTING_FIELDS =
            Set.of("calling", "user_identity_change", "payload_encryption", "storage_configuration");
    private static final int MAX_ABOUT = 139;
    private static final int MAX_WEBSITES = 2;

    private final Map<String, ObjectNode> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<Reply> answer(AccountCall call) {
        return switch (call.method() + " " + call.segment(1)) {
            case "GET settings" -> Answers.of(settings(call.id()));
            case "POST settings" -> changeSettings(call);
            case "GET whatsapp_business_profile" -> Answers.of(profile(call));
            case "POST whatsapp_business_profile" -> changeProfile(call);
            case "GET whatsapp_commerce_settings" -> Answers.of(data(read("commerce", call.id(), commerce())));
            case "POST whatsapp_commerce_settings" -> changeCommerce(call);
            case "POST conversational_automation" -> keep("opening", call.id(), call.body());
            default -> Optional.empty();
        };
    }

    void describe(String id, ObjectNode node) {
        node.set("conversational_automation", read("opening", id, Json.object().put("enable_welcome_message", false)));
    }

    private ObjectNode settings(String id) {
        ObjectNode usual = Json.object();
        usual.putObject("calling").put("status", "DISABLED").put("call_icon_visibility", "DEFAULT");
        usual.putObject("user_identity_change").put("enable_identity_key_check", false);
        usual.putObject("storage_configuration").put("status", "DEFAULT");
        return read("settings", id, usual);
    }

    private Optional<Reply> changeSettings(AccountCall call) {
        if (call.body().size() != 1
                || !SETTING_FIELDS.contains(call.body().fieldNames().next())) {
            throw new Refusal(GraphErrors.invalidParameter("Set exactly one of " + SETTING_FIELDS));
        }
        ObjectNode changed = settings(call.id());
        changed.setAll((ObjectNode) call.body());
        return keep("settings", call.id(), changed);
    }

    private ObjectNode profile(AccountCall call) {
        ObjectNode usual = Json.object().put("messaging_product", "whatsapp").put("vertical", "OTHER");
        ObjectNode all = read("profile", call.id(), usual);
        Set<String> wanted = new HashSet<>(List.of("messaging_product"));
        wanted.addAll(Arrays.asList(call.query().getOrDefault("fields", "").split(",")));
        return data(all.retain(wanted));
    }

    private Optional<Reply> changeProfile(AccountCall call) {
        Answers.requireProduct(call);
        if (call.text("about").length() > MAX_ABOUT
                || call.body().path("websites").size() > MAX_WEBSITES) {
            throw new Refusal(GraphErrors.invalidParameter("A field of the profile is too long"));
        }
        ObjectNode changed = read("profile", call.id(), Json.object().put("vertical", "OTHER"));
        changed.put("messaging_product", "whatsapp");
        call.body().fieldNames().forEachRemaining(name -> {
            if (name.equals("profile_picture_handle")) {
                changed.put("profile_picture_url", "https://pps.whatsapp.net/v/simulated");
            } else if (PROFILE_FIELDS.contains(name)) {
                changed.set(name, call.body().path(name));
            }
        });
        return keep("profile", call.id(), changed);
    }

    private static ObjectNode commerce() {
        return Json.object()
                .put("is_cart_enabled", true)
                .put("is_catalog_visible", false)
                .put("id", "527759822865714");
    }

    private Optional<Reply> changeCommerce(AccountCall call) {
        ObjectNode changed = read("commerce", call.id(), commerce());
        for (String name : List.of("is_cart_enabled", "is_catalog_visible")) {
            Optional.ofNullable(call.query().get(name))
                    .ifPresent(value -> changed.put(name, Boolean.parseBoolean(value)));
        }
        return keep("commerce", call.id(), changed);
    }

    private static ObjectNode data(ObjectNode only) {
        ObjectNode list = Json.object();
        list.putArray("data").add(only);
        return list;
    }

    private ObjectNode read(String kind, String id, ObjectNode usual) {
        return kept.getOrDefault(kind + "/" + id, usual).deepCopy();
    }

    private Optional<Reply> keep(String kind, String id, JsonNode body) {
        if (!(body instanceof ObjectNode object)) {
            throw new Refusal(GraphErrors.notJson());
        }
        kept.put(kind + "/" + id, object.deepCopy());
        return Answers.success();
    }
}
