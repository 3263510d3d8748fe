package dev.wakit.e2e;

import com.sun.management.GarbageCollectionNotificationInfo;
import dev.wakit.address.SenderId;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignProgress;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.message.MessageId;
import dev.wakit.message.MessageKind;
import dev.wakit.provider.Capabilities;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.WebhookCodec;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.rate.RateLimit;
import dev.wakit.store.jdbc.JdbcStores;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.awaitility.Awaitility;

/**
 * Plans and sends one large campaign to its end in a JVM of its own, and prints how much memory was in use after collections.
 *
 * <p>The provider answers yes at once, so that the engine and its database are what is measured.
 */
public final class Soak {

    private Soak() {}

    /** Arguments: a SQLite file or a PostgreSQL URL, and the number of recipients. */
    public static void main(String[] args) {
        long recipients = Long.parseLong(args[1]);
        AtomicLong peak = watchMemory();
        long begun = System.nanoTime();
        try (JdbcStores stores = Database.open(args[0]);
                var provider = new YesProvider();
                CampaignEngine engine =
                        CampaignEngine.builder(stores).provider(provider).build()) {
            engine.start();
            CampaignId id = engine.campaigns()
                    .create(dev.wakit.campaign.CampaignSpec.builder("soak")
                            .content(dev.wakit.campaign.content.TextContent.of("Hello {{name}}, your number is {{n}}."))
                            .audience(Audience.from(LongStream.range(0, recipients)
                                    .mapToObj(i -> AudienceMember.of("+9199" + String.format("%08d", 10_000_000 + i))
                                            .named("Asha")
                                            .with("n", Long.toString(i)))
                                    .iterator()))
                            .build())
                    .id();
            engine.campaigns().launch(id);
            CampaignProgress progress = Awaitility.await()
                    .forever()
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> engine.campaigns().get(id), campaign -> campaign.status() == CampaignStatus.COMPLETED)
                    .progress();
            System.out.printf(
                    "SOAK recipients=%d accepted=%d sent=%d peakMb=%d seconds=%d%n",
                    recipients,
                    progress.in(DeliveryState.ACCEPTED),
                    provider.sent.get(),
                    peak.get() / (1024 * 1024),
                    Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        }
    }

    /** The most bytes that were alive after a collection. */
    private static AtomicLong watchMemory() {
        var peak = new AtomicLong();
        List<String> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .map(MemoryPoolMXBean::getName)
                .toList();
        ManagementFactory.getGarbageCollectorMXBeans()
                .forEach(collector -> ((NotificationEmitter) collector)
                        .addNotificationListener(
                                (notification, handback) -> {
                                    var info = GarbageCollectionNotificationInfo.from(
                                            (CompositeData) notification.getUserData());
                                    long used = info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                                            .filter(entry -> heap.contains(entry.getKey()))
                                            .mapToLong(entry -> entry.getValue().getUsed())
                                            .sum();
                                    peak.accumulateAndGet(used, Math::max);
                                },
                                null,
                                null));
        return peak;
    }

    /** A BSP that takes everything at once and never calls back. */
    private static final class YesProvider implements WhatsAppProvider {

        private final AtomicLong sent = new AtomicLong();

        @Override
        public ProviderId id() {
            return ProviderId.of("yes");
        }

        @Override
        public SenderId defaultSender() {
            return SenderId.of("soak");
        }

        @Override
        public Capabilities capabilities() {
            return Capabilities.builder(RateLimit.perSecond(100_000))
                    .addMessageKinds(MessageKind.TEXT)
                    .echoesCallbackData(true)
                    .build();
        }

        @Override
        public ErrorPolicy errors() {
            return ErrorPolicy.of(List.of());
        }

        @Override
        public CompletionStage<SendOutcome> send(SendRequest request) {
            return CompletableFuture.completedFuture(
                    new SendOutcome.Accepted(MessageId.of("m" + sent.incrementAndGet()), false));
        }

        @Override
        public WebhookCodec webhooks() {
            throw new IllegalStateException("This provider never calls back.");
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
