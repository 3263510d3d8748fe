package dev.wakit.provider.meta.internal.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.address.SenderId;
import dev.wakit.provider.http.HttpCall;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.account.BusinessProfile;
import dev.wakit.provider.meta.account.ChatOpening;
import dev.wakit.provider.meta.account.CommerceSettings;
import dev.wakit.provider.meta.account.NumberSettings;
import dev.wakit.provider.meta.account.ProfileChange;
import dev.wakit.provider.meta.account.SenderSettings;
import dev.wakit.provider.meta.account.SettingChange;
import dev.wakit.provider.meta.internal.api.GraphApi;
import dev.wakit.provider.meta.internal.http.GraphCall;
import dev.wakit.provider.meta.internal.http.GraphRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of numbers, over Graph. */
final class SettingCalls implements SenderSettings {

    private static final String SETTINGS = "settings";
    private static final String PROFILE = "whatsapp_business_profile";
    private static final String COMMERCE = "whatsapp_commerce_settings";
    private static final String OPENING = "conversational_automation";
    private static final String PROFILE_FIELDS =
            "about,address,description,email,profile_picture_url,websites,vertical";

    private final GraphApi api;

    SettingCalls(GraphApi api) {
        this.api = api;
    }

    @Override
    public NumberSettings get(SenderId sender) {
        return SettingReader.settings(api.get(GraphRequest.to(sender.value(), SETTINGS)));
    }

    @Override
    public void change(SenderId sender, SettingChange change) {
        api.post(GraphRequest.to(sender.value(), SETTINGS), body(change));
    }

    private static ObjectNode body(SettingChange change) {
        ObjectNode body = Json.object();
        if (change instanceof SettingChange.Calling calling) {
            ObjectNode node = body.putObject("calling").put("status", calling.enabled() ? "ENABLED" : "DISABLED");
            calling.iconVisible()
                    .ifPresent(visible -> node.put("call_icon_visibility", visible ? "DEFAULT" : "DISABLE_ALL"));
        } else if (change instanceof SettingChange.IdentityCheck check) {
            body.putObject("user_identity_change").put("enable_identity_key_check", check.enabled());
        } else {
            var storage = (SettingChange.Storage) change;
            ObjectNode node = body.putObject("storage_configuration");
            storage.region()
                    .ifPresentOrElse(
                            region -> node.put("status", "IN_COUNTRY_STORAGE_ENABLED")
                                    .put("data_localization_region", region),
                            () -> node.put("status", "IN_COUNTRY_STORAGE_DISABLED"));
        }
        return body;
    }

    @Override
    public BusinessProfile profile(SenderId sender) {
        JsonNode answer = api.get(new GraphRequest(List.of(sender.value(), PROFILE), Map.of("fields", PROFILE_FIELDS)));
        return SettingReader.profile(answer);
    }

    @Override
    public void changeProfile(SenderId sender, ProfileChange change) {
        ObjectNode body = AccountCalls.product();
        change.fields().forEach((name, value) -> body.set(name, Json.tree(value)));
        api.post(GraphRequest.to(sender.value(), PROFILE), body);
    }

    @Override
    public CommerceSettings commerce(SenderId sender) {
        JsonNode node =
                api.get(GraphRequest.to(sender.value(), COMMERCE)).path("data").path(0);
        return new CommerceSettings(
                Json.text(node, "id"),
                Nodes.flag(node, "is_cart_enabled").orElse(false),
                Nodes.flag(node, "is_catalog_visible").orElse(false));
    }

    @Override
    public void changeCommerce(SenderId sender, boolean cart, boolean catalogVisible) {
        var query = Map.of(
                "is_cart_enabled", Boolean.toString(cart), "is_catalog_visible", Boolean.toString(catalogVisible));
        api.call(new GraphCall(
                HttpCall.Method.POST,
                GraphCall.Host.GRAPH,
                new GraphRequest(List.of(sender.value(), COMMERCE), query),
                Optional.empty()));
    }

    @Override
    public ChatOpening opening(SenderId sender) {
        return SettingReader.opening(api.get(new GraphRequest(List.of(sender.value()), Map.of("fields", OPENING)))
                .path(OPENING));
    }

    @Override
    public void changeOpening(SenderId sender, ChatOpening opening) {
        ObjectNode body = Json.object().put("enable_welcome_message", opening.welcomeEvent());
        var prompts = body.putArray("prompts");
        opening.prompts().forEach(prompts::add);
        var commands = body.putArray("commands");
        opening.commands()
                .forEach(command -> commands.addObject()
                        .put("command_name", command.name())
                        .put("command_description", command.description()));
        api.post(GraphRequest.to(sender.value(), OPENING), body);
    }
}
