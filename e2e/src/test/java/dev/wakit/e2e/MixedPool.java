package dev.wakit.e2e;

import dev.wakit.address.SenderId;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.SenderPool;
import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.provider.twilio.TwilioCredentials;
import dev.wakit.provider.twilio.TwilioProvider;
import dev.wakit.rate.RateLimit;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.simulator.LedgerEntry;
import dev.wakit.testkit.twilio.TwilioSimulator;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Meta and Twilio side by side, and campaigns over both, whose template has another name at each. */
final class MixedPool implements AutoCloseable {

    static final ProviderId META = ProviderId.of("meta");
    static final ProviderId TWILIO = ProviderId.of("twilio");

    final MetaSimulator meta;
    final TwilioSimulator twilio;
    private final URI webhooks;

    private MixedPool(URI webhooks) {
        this.webhooks = webhooks;
        this.meta = Stage.quick().duplicateWebhooks(0).start();
        this.twilio = TwilioSimulator.builder()
                .latency(Duration.ofMillis(5), Duration.ofMillis(20))
                .messagesPerSecond(1_000)
                .concurrentRequests(1_000)
                .pairLimit(Duration.ofMillis(1), 1_000)
                .webhookDelay(Duration.ofMillis(5), Duration.ofMillis(100))
                .listedAfter(Duration.ofMillis(100))
                .unreadRecipients(0)
                .start();
        meta.webhooksTo(uri("meta"));
        twilio.webhooksTo(uri("twilio"));
    }

    /** With BSPs that post their webhooks to a server at this port. */
    static MixedPool start(int webhookPort) {
        return new MixedPool(URI.create("http://127.0.0.1:" + webhookPort + "/webhooks/"));
    }

    private URI uri(String provider) {
        return webhooks.resolve(provider);
    }

    MetaProvider metaProvider() {
        return Worker.provider(meta);
    }

    TwilioProvider twilioProvider() {
        return TwilioProvider.builder(
                        twilio.accountSid(),
                        TwilioCredentials.apiKey(twilio.apiKeySid(), twilio.apiKeySecret()),
                        twilio.sender())
                .authToken(twilio.authToken())
                .baseUrl(twilio.baseUrl())
                .contentUrl(twilio.baseUrl())
                .messagingUrl(twilio.baseUrl())
                .webhookUrl(uri("twilio"))
                .throughput(RateLimit.perSecond(500))
                .build();
    }

    /** Both providers as a host writes them into a properties file. */
    String properties() {
        return Map.of(
                        "meta.access-token", meta.accessToken(),
                        "meta.phone-number-id", meta.phoneNumberId(),
                        "meta.business-account-id", meta.wabaId(),
                        "meta.app-secret", meta.appSecret(),
                        "meta.base-url", meta.baseUrl().toString(),
                        "twilio.account-sid", twilio.accountSid(),
                        "twilio.auth-token", twilio.authToken(),
                        "twilio.sender", twilio.sender(),
                        "twilio.webhook-url", uri("twilio").toString(),
                        "twilio.base-url", twilio.baseUrl().toString())
                .entrySet()
                .stream()
                .map(setting -> "wakit.provider." + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** An engine with both. */
    CampaignEngine.Builder engine(CampaignStores stores, MetaProvider first, TwilioProvider second) {
        return Worker.builder(stores, first).provider(second);
    }

    SenderPool.Builder senders(int metaWeight, int twilioWeight) {
        return SenderPool.builder()
                .add(META, SenderId.of(meta.phoneNumberId()), metaWeight)
                .add(TWILIO, twilioSender(), twilioWeight)
                .failoverAfter(Duration.ofMillis(500));
    }

    /** The number as the provider has it, without the channel in front. */
    SenderId twilioSender() {
        return SenderId.of(twilio.sender().replace("whatsapp:", ""));
    }

    /** The same message under the name that it has at each BSP. */
    CampaignSpec.Builder spec(List<AudienceMember> people, SenderPool senders) {
        return CampaignSpec.builder("Order news")
                .content(TemplateContent.of("order_update", "en_US").body("{{package}}", "on its way"))
                .contentFor(TWILIO, TemplateContent.of("order_update", "en").body("{{package}}", "{{price}} paid"))
                .audience(Audience.of(people))
                .senders(senders);
    }

    /** How many messages each person got, over both BSPs. */
    Map<String, Long> messages() {
        return Stream.concat(meta.ledger().accepted().stream(), twilio.ledger().accepted().stream())
                .collect(Collectors.groupingBy(entry -> digits(entry.to()), Collectors.counting()));
    }

    /** Whom Twilio has a message for. */
    Set<String> peopleOfTwilio() {
        return twilio.ledger().accepted().stream()
                .map(LedgerEntry::to)
                .map(MixedPool::digits)
                .collect(Collectors.toSet());
    }

    static Set<String> digits(List<AudienceMember> people) {
        return people.stream().map(AudienceMember::phone).map(MixedPool::digits).collect(Collectors.toSet());
    }

    private static String digits(String address) {
        return address.replaceAll("\\D", "");
    }

    @Override
    public void close() {
        meta.close();
        twilio.close();
    }
}
