package dev.wakit.testkit.meta.internal.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.internal.Identity;
import dev.wakit.testkit.meta.internal.account.Accounts;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.limit.ThroughputLimit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A sender's phone number as the Graph API shows it. Thread-safe. */
public final class PhoneNumberNode {

    private static final int STANDARD = 80;
    private static final String USUAL_FIELDS =
            "verified_name,code_verification_status,display_phone_number,quality_rating,platform_type,throughput,id";

    private final Identity identity;
    private final ThroughputLimit throughput;
    private final Accounts accounts;
    private volatile String quality = "GREEN";

    public PhoneNumberNode(Identity identity, ThroughputLimit throughput, Accounts accounts) {
        this.accounts = accounts;
        this.identity = identity;
        this.throughput = throughput;
    }

    public void quality(String rating) {
        quality = rating;
    }

    ObjectNode of(String id, Map<String, String> query) {
        ObjectNode node = Json.object();
        node.put("verified_name", identity.verifiedName());
        node.put("display_phone_number", identity.displayPhoneNumber());
        node.put("quality_rating", quality);
        node.put("platform_type", "CLOUD_API");
        int limit = throughput.perSecond();
        node.putObject("throughput").put("level", limit == 0 || limit > STANDARD ? "HIGH" : "STANDARD");
        node.put("name_status", "APPROVED");
        node.put("account_mode", "LIVE");
        node.put("whatsapp_business_manager_messaging_limit", "TIER_UNLIMITED");
        node.put("is_official_business_account", false);
        node.put("is_on_biz_app", false);
        node.put("last_onboarded_time", "2026-01-02T03:04:05+0000");
        node.put("id", id);
        accounts.describe(id, quality, node);
        return node.retain(fields(query.getOrDefault("fields", "")));
    }

    private static Set<String> fields(String wanted) {
        Set<String> fields = new HashSet<>(Set.of("id"));
        String names = wanted.isEmpty() ? USUAL_FIELDS : wanted;
        Arrays.stream(names.split(",")).map(String::trim).forEach(fields::add);
        return fields;
    }
}
