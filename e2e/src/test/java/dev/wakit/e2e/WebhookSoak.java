package dev.wakit.e2e;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignProgress;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.content.TextContent;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.message.MessageId;
import dev.wakit.message.MessageKind;
import dev.wakit.provider.Capabilities;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.rate.RateLimit;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.webhook.WebhookRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

/**
 * Takes statuses at a steady rate in a JVM of its own, and prints how long each body waited for its 200 and how long after the last
 * one everything was applied.
 *
 * <p>Three statuses of each message; nothing comes twice, so that every one of them changes a row and the counters.
 */
public final class WebhookSoak {

    static final int STATUSES_A_SECOND = 3_000;

    private static final List<String> STATUSES = List.of("sent", "delivered", "read");
    private static final int STATUSES_A_BODY = 100;
    private static final String SECRET = "soak-secret";
    private static final ProviderId META = ProviderId.of("meta");

    private WebhookSoak() {}

    /** Arguments: a SQLite file, and for how many seconds statuses come. */
    public static void main(String[] args) throws Exception {
        int seconds = Integer.parseInt(args[1]);
        long people = (long) STATUSES_A_SECOND * seconds / STATUSES.size();
        var accepted = new ConcurrentLinkedQueue<SendRequest>();
        try (JdbcStores stores = JdbcStores.sqlite(Path.of(args[0]));
                var meta = MetaProvider.builder("token", "1")
                        .appSecret(SECRET)
                        .verifyToken("verify")
                        .build();
                var provider = new YesProvider(meta, accepted);
                CampaignEngine engine =
                        CampaignEngine.builder(stores).provider(provider).build()) {
            engine.start();
            CampaignId id = engine.campaigns()
                    .create(CampaignSpec.builder("soak")
                            .content(TextContent.of("Hello"))
                            .audience(Audience.from(LongStream.range(0, people)
                                    .mapToObj(i -> AudienceMember.of("+9199" + (10_000_000 + i)))
                                    .iterator()))
                            .build())
                    .id();
            engine.campaigns().launch(id);
            await(() -> progress(engine, id).in(DeliveryState.ACCEPTED) == people);
            List<byte[]> bodies = bodies(accepted);

            long begun = System.nanoTime();
            long[] waits = post(engine, bodies);
            long posted = System.nanoTime();
            await(() -> progress(engine, id).in(DeliveryState.READ) == people);

            CampaignProgress done = progress(engine, id);
            Arrays.sort(waits);
            System.out.printf(
                    "WEBHOOKS statuses=%d seconds=%d tookMs=%d p99Ms=%d maxMs=%d appliedMs=%d read=%d parked=%d%n",
                    (long) bodies.size() * STATUSES_A_BODY,
                    seconds,
                    millis(posted - begun),
                    millis(waits[(int) Math.ceil(waits.length * 0.99) - 1]),
                    millis(waits[waits.length - 1]),
                    millis(System.nanoTime() - posted),
                    done.read(),
                    stores.inbox().parked());
        }
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    private static CampaignProgress progress(CampaignEngine engine, CampaignId id) {
        return engine.campaigns().get(id).progress();
    }

    private static void await(BooleanSupplier condition) {
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(50))
                .until(condition::getAsBoolean);
    }

    private static List<byte[]> bodies(Queue<SendRequest> accepted) {
        String now = Long.toString(Instant.now().getEpochSecond());
        var statuses = new ArrayList<String>();
        for (String status : STATUSES) {
            accepted.forEach(request -> {
                String ref = request.callbackData().orElseThrow();
                statuses.add("{\"id\":\"wamid." + ref + "\",\"status\":\"" + status + "\",\"timestamp\":\"" + now
                        + "\",\"recipient_id\":\"1\",\"biz_opaque_callback_data\":\"" + ref + "\"}");
            });
        }
        var bodies = new ArrayList<byte[]>();
        for (int from = 0; from < statuses.size(); from += STATUSES_A_BODY) {
            List<String> some = statuses.subList(from, Math.min(from + STATUSES_A_BODY, statuses.size()));
            bodies.add(SignedWebhook.body("1", "messages", "\"statuses\":[" + String.join(",", some) + "]"));
        }
        return bodies;
    }

    /** Posts each body at its time, late only if nobody is free. Returns how long each waited for its answer, in nanoseconds. */
    private static long[] post(CampaignEngine engine, List<byte[]> bodies) throws Exception {
        ScheduledExecutorService posting = Executors.newScheduledThreadPool(8);
        long everyNanos = TimeUnit.SECONDS.toNanos(STATUSES_A_BODY) / STATUSES_A_SECOND;
        try {
            var answers = new ArrayList<Future<Long>>();
            for (int i = 0; i < bodies.size(); i++) {
                byte[] body = bodies.get(i);
                answers.add(posting.schedule(() -> answered(engine, body), i * everyNanos, TimeUnit.NANOSECONDS));
            }
            var waits = new long[answers.size()];
            for (int i = 0; i < waits.length; i++) {
                waits[i] = answers.get(i).get();
            }
            return waits;
        } finally {
            posting.shutdownNow();
        }
    }

    private static long answered(CampaignEngine engine, byte[] body) {
        WebhookRequest request = SignedWebhook.request(SECRET, body);
        long begun = System.nanoTime();
        int status = engine.webhooks().receive(META, request).status();
        long took = System.nanoTime() - begun;
        if (status != 200) {
            throw new IllegalStateException("A body was answered with " + status);
        }
        return took;
    }

    /** A BSP that takes everything at once and names each message after its attempt. */
    private static final class YesProvider extends ForwardingProvider {

        private final Queue<SendRequest> accepted;

        YesProvider(WhatsAppProvider meta, Queue<SendRequest> accepted) {
            super(meta);
            this.accepted = accepted;
        }

        @Override
        public Capabilities capabilities() {
            return Capabilities.builder(RateLimit.perSecond(100_000))
                    .addMessageKinds(super.capabilities().messageKinds().toArray(new MessageKind[0]))
                    .echoesCallbackData(true)
                    .build();
        }

        @Override
        public CompletionStage<SendOutcome> send(SendRequest request) {
            accepted.add(request);
            return CompletableFuture.completedFuture(new SendOutcome.Accepted(
                    MessageId.of("wamid." + request.callbackData().orElseThrow()), false));
        }
    }
}
