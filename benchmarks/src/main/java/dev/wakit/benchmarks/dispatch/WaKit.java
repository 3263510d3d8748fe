package dev.wakit.benchmarks.dispatch;

import dev.wakit.TenantId;
import dev.wakit.address.SenderId;
import dev.wakit.benchmarks.measure.Settings;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.rate.RateLimit;
import dev.wakit.store.jdbc.JdbcStores;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;

/** The parts of WaKit that a run uses, built as a host builds them. */
public final class WaKit {

    /** More than anything here can send, so that the limiter runs and never holds. */
    public static final RateLimit UNLIMITED = RateLimit.perSecond(100_000);

    /** What a lane may send while its campaign is being planned. */
    public static final RateLimit NEARLY_NOTHING = RateLimit.perHour(1);

    /** What the mock BSP's webhooks are signed with. */
    public static final String APP_SECRET = "benchmark-secret";

    /** The provider and sender of {@link #provider}. */
    public static final LaneKey LANE = new LaneKey(TenantId.DEFAULT, ProviderId.of("meta"), SenderId.of("1"));

    private WaKit() {}

    /** Opens the stores that the settings name: {@code database}, and {@code url} or {@code file}. */
    public static JdbcStores stores(Settings settings) {
        String database = settings.text("database");
        return switch (database) {
            case "sqlite" -> JdbcStores.sqlite(Path.of(settings.text("file")));
            case "postgresql" ->
                JdbcStores.postgresql(settings.text("url"), settings.text("user"), settings.text("password"));
            case "mariadb" ->
                JdbcStores.mariadb(settings.text("url"), settings.text("user"), settings.text("password"));
            default ->
                throw new IllegalArgumentException(
                        "There is no database '" + database + "'. Use sqlite, postgresql or mariadb.");
        };
    }

    /** The provider for the Cloud API, at the mock BSP, with so many requests on the wire at once. */
    public static MetaProvider provider(Settings settings, int inFlight) {
        return MetaProvider.builder("benchmark", "1")
                .baseUrl(URI.create(settings.text("bsp")))
                .appSecret(APP_SECRET)
                .verifyToken("benchmark")
                .throughput(UNLIMITED)
                .maxInFlight(inFlight)
                .build();
    }

    /** An engine whose limiters hold nothing back. */
    public static CampaignEngine.Builder engine(JdbcStores stores, WhatsAppProvider provider) {
        return CampaignEngine.builder(stores)
                .provider(provider)
                .pairSpacing(Duration.ZERO)
                .inboundReserve(0);
    }

    /** Creates the campaign that is measured everywhere, to so many people beginning with the n-th, from this sender. */
    public static CampaignId campaign(CampaignEngine engine, SenderId sender, long first, long people) {
        return engine.campaigns()
                .create(CampaignSpec.builder("benchmark")
                        .sender(sender)
                        .content(TemplateContent.of("tour_package_marketing", "en_US")
                                .body("{{package}}", "{{price|on request}}"))
                        .audience(Audience.from(LongStream.range(first, first + people)
                                .mapToObj(n -> AudienceMember.of(People.phone(n))
                                        .named("Asha")
                                        .with("package", "Bali Premium")
                                        .with("price", "45,000"))
                                .iterator()))
                        .build())
                .id();
    }
}
