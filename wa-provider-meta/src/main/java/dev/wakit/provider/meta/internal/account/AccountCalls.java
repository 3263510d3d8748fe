package dev.wakit.provider.meta.internal.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.address.Bsuid;
import dev.wakit.address.SenderId;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.account.BlockList;
import dev.wakit.provider.meta.account.BusinessAccount;
import dev.wakit.provider.meta.account.MessagingLimit;
import dev.wakit.provider.meta.account.MetaAccount;
import dev.wakit.provider.meta.account.ParentAccount;
import dev.wakit.provider.meta.account.QrCodes;
import dev.wakit.provider.meta.account.SenderNumbers;
import dev.wakit.provider.meta.account.SenderSettings;
import dev.wakit.provider.meta.account.TokenDetails;
import dev.wakit.provider.meta.account.Usernames;
import dev.wakit.provider.meta.account.WebhookSubscriptions;
import dev.wakit.provider.meta.account.Word;
import dev.wakit.provider.meta.internal.api.GraphApi;
import dev.wakit.provider.meta.internal.http.GraphCall;
import dev.wakit.provider.meta.internal.http.GraphRequest;
import dev.wakit.provider.meta.internal.http.GraphTransport;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The account, over Graph; see meta-cloud-api 6. Thread-safe. */
public final class AccountCalls implements MetaAccount {

    private static final String LIMIT = "whatsapp_business_manager_messaging_limit";
    private static final String FIELDS = String.join(
            ",",
            "id",
            "name",
            "currency",
            "timezone_id",
            "country",
            "account_review_status",
            "business_verification_status",
            "ownership_type",
            "message_template_namespace",
            "primary_business_location",
            "marketing_messages_onboarding_status",
            "disable_marketing_messages_on_cloud_api",
            "is_enabled_for_insights",
            LIMIT,
            "health_status");

    private final GraphApi api;
    private final GraphTransport transport;
    private final Waba waba;
    private final SenderNumbers numbers;
    private final SenderSettings settings;
    private final WebhookSubscriptions subscriptions;
    private final BlockList blockList;
    private final QrCodes qrCodes;
    private final Usernames usernames;

    /** The account that the configuration names. */
    public AccountCalls(GraphApi api, GraphTransport transport, Waba waba) {
        this.api = api;
        this.transport = transport;
        this.waba = waba;
        this.numbers = new NumberCalls(api, waba);
        this.settings = new SettingCalls(api);
        this.subscriptions = new SubscriptionCalls(api, waba, this::token);
        this.blockList = new BlockCalls(api);
        this.qrCodes = new QrCodeCalls(api);
        this.usernames = new UsernameCalls(api);
    }

    @Override
    public BusinessAccount details() {
        JsonNode node = api.get(new GraphRequest(List.of(waba.account()), Map.of("fields", FIELDS)));
        return new BusinessAccount(
                waba.account(),
                Json.text(node, "name"),
                Json.text(node, "currency"),
                Json.text(node, "timezone_id"),
                Json.text(node, "country"),
                Json.text(node, "account_review_status"),
                Json.text(node, "business_verification_status"),
                Json.text(node, "ownership_type"),
                Json.text(node, "message_template_namespace"),
                Json.text(node, "primary_business_location"),
                Json.text(node, "marketing_messages_onboarding_status"),
                Nodes.flag(node, "disable_marketing_messages_on_cloud_api"),
                Nodes.flag(node, "is_enabled_for_insights"),
                NumberReader.limit(node),
                HealthReader.read(node));
    }

    @Override
    public SenderNumbers numbers() {
        return numbers;
    }

    @Override
    public SenderSettings settings() {
        return settings;
    }

    @Override
    public WebhookSubscriptions subscriptions() {
        return subscriptions;
    }

    @Override
    public BlockList blockList() {
        return blockList;
    }

    @Override
    public QrCodes qrCodes() {
        return qrCodes;
    }

    @Override
    public Usernames usernames() {
        return usernames;
    }

    @Override
    public TokenDetails token() {
        // Meta takes the token to look at only as a parameter; nothing here logs addresses.
        JsonNode data = api.get(
                        new GraphRequest(List.of("debug_token"), Map.of("input_token", transport.accessToken())))
                .path("data");
        var scopes = new HashSet<>(Nodes.texts(data.path("scopes")));
        StreamSupport.stream(data.path("granular_scopes").spliterator(), false)
                .flatMap(scope -> Json.text(scope, "scope").stream())
                .forEach(scopes::add);
        return new TokenDetails(
                data.path("is_valid").asBoolean(false),
                Json.text(data, "app_id"),
                Json.text(data, "type"),
                Nodes.time(data, "expires_at"),
                Nodes.time(data, "data_access_expires_at"),
                scopes);
    }

    @Override
    public Word<MessagingLimit> messagingLimit(String portfolioId) {
        return NumberReader.limit(api.get(new GraphRequest(List.of(portfolioId), Map.of("fields", LIMIT))));
    }

    @Override
    public Optional<ParentAccount> parentAccount(String portfolioId) {
        GraphCall call = GraphCall.get(GraphRequest.to(portfolioId, "parent-bsuid-accounts"))
                .at(GraphCall.Host.API);
        JsonNode node = api.call(call);
        return Json.text(node, "parent_bsuid_account_id")
                .map(id -> new ParentAccount(id, Nodes.texts(node.path("enrolled_business_portfolios"))));
    }

    @Override
    public void forgetContact(SenderId sender, Bsuid person) {
        api.delete(new GraphRequest(
                List.of(sender.value(), "contact_book"),
                Map.of("messaging_product", "whatsapp", "bsuid", person.value())));
    }

    /** A body that names the product, as most calls ask for. */
    static ObjectNode product() {
        return Json.object().put("messaging_product", "whatsapp");
    }
}
