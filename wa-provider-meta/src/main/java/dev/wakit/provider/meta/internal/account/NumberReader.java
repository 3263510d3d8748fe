package dev.wakit.provider.meta.internal.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.address.SenderId;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.account.AccountMode;
import dev.wakit.provider.meta.account.CodeVerification;
import dev.wakit.provider.meta.account.MessagingLimit;
import dev.wakit.provider.meta.account.NameStatus;
import dev.wakit.provider.meta.account.NumberStatus;
import dev.wakit.provider.meta.account.PlatformType;
import dev.wakit.provider.meta.account.SenderNumber;
import dev.wakit.provider.meta.account.ThroughputLevel;
import dev.wakit.provider.meta.account.Word;
import dev.wakit.template.QualityRating;
import java.util.Optional;

/** Reads a phone number node. */
final class NumberReader {

    static final String FIELDS = String.join(
            ",",
            "id",
            "display_phone_number",
            "verified_name",
            "status",
            "quality_rating",
            "throughput",
            "whatsapp_business_manager_messaging_limit",
            "name_status",
            "new_name_status",
            "code_verification_status",
            "platform_type",
            "account_mode",
            "is_official_business_account",
            "is_on_biz_app",
            "last_onboarded_time",
            "username");

    private NumberReader() {}

    /** The number; empty if it has no id. */
    static Optional<SenderNumber> read(JsonNode node) {
        return Json.text(node, "id").map(SenderId::of).map(id -> read(id, node));
    }

    private static SenderNumber read(SenderId id, JsonNode node) {
        return new SenderNumber(
                id,
                Json.text(node, "display_phone_number"),
                Json.text(node, "verified_name"),
                Nodes.word(NumberStatus.class, node, "status"),
                QualityRating.from(Json.text(node, "quality_rating").orElse("")),
                Nodes.word(ThroughputLevel.class, node, "throughput", "level"),
                limit(node),
                Nodes.word(NameStatus.class, node, "name_status"),
                Nodes.word(NameStatus.class, node, "new_name_status"),
                Nodes.word(CodeVerification.class, node, "code_verification_status"),
                Nodes.word(PlatformType.class, node, "platform_type"),
                Nodes.word(AccountMode.class, node, "account_mode"),
                Nodes.flag(node, "is_official_business_account"),
                Nodes.flag(node, "is_on_biz_app"),
                Nodes.time(node, "last_onboarded_time"),
                Json.text(node, "username"),
                HealthReader.read(node));
    }

    /** The limit of the portfolio; the field of one number is the older form. */
    static Word<MessagingLimit> limit(JsonNode node) {
        Word<MessagingLimit> limit =
                Nodes.word(MessagingLimit.class, node, "whatsapp_business_manager_messaging_limit");
        return limit.isAbsent() ? Nodes.word(MessagingLimit.class, node, "messaging_limit_tier") : limit;
    }
}
