package dev.wakit.provider.meta.internal.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.WhatsAppException;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.account.BusinessProfile;
import dev.wakit.provider.meta.account.ChatCommand;
import dev.wakit.provider.meta.account.ChatOpening;
import dev.wakit.provider.meta.account.NumberSettings;
import dev.wakit.provider.meta.account.Vertical;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads what is set for a number. */
final class SettingReader {

    private SettingReader() {}

    static NumberSettings settings(JsonNode node) {
        JsonNode storage = node.path("storage_configuration");
        return new NumberSettings(
                switched(node, "calling", "status"),
                switched(node, "calling", "call_icon_visibility"),
                Nodes.flag(node.path("user_identity_change"), "enable_identity_key_check")
                        .or(() -> Nodes.flag(node.path("user_identity_change"), "enabled")),
                Json.text(storage, "status"),
                Json.text(storage, "data_localization_region"),
                node.toString());
    }

    // Meta's pages and its own specification write these words differently.
    private static Optional<Boolean> switched(JsonNode node, String group, String name) {
        return Json.text(node, group, name).flatMap(word -> switch (word.toUpperCase(Locale.ROOT)) {
            case "ENABLED", "VISIBLE", "DEFAULT" -> Optional.of(true);
            case "DISABLED", "HIDDEN", "DISABLE_ALL" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** The profile, which some versions wrap once more. */
    static BusinessProfile profile(JsonNode answer) {
        JsonNode first = answer.path("data").path(0);
        JsonNode node = first.has("business_profile") ? first.path("business_profile") : first;
        return new BusinessProfile(
                Json.text(node, "about"),
                Json.text(node, "address"),
                Json.text(node, "description"),
                Json.text(node, "email"),
                Nodes.address(node, "profile_picture_url"),
                Nodes.texts(node.path("websites")).stream()
                        .flatMap(url -> Nodes.address(url).stream())
                        .toList(),
                Nodes.word(Vertical.class, node, "vertical"));
    }

    static ChatOpening opening(JsonNode node) {
        return new ChatOpening(
                Nodes.flag(node, "enable_welcome_message").orElse(false),
                Nodes.texts(node.path("prompts")),
                commands(node.path("commands")));
    }

    private static List<ChatCommand> commands(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .flatMap(node -> command(node).stream())
                .toList();
    }

    private static Optional<ChatCommand> command(JsonNode node) {
        try {
            return Json.text(node, "command_name")
                    .map(name -> new ChatCommand(
                            name, Json.text(node, "command_description").orElse(name)));
        } catch (WhatsAppException unusable) {
            return Optional.empty();
        }
    }
}
