package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.Campaigns;
import dev.wakit.campaign.consent.People;
import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.internal.codec.MessageCodec;
import dev.wakit.campaign.outbox.Outbox;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.LaneStatus;
import dev.wakit.campaign.schedule.Schedules;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.store.StoreException;
import dev.wakit.campaign.webhook.WebhookChannel;
import dev.wakit.campaign.webhook.WebhookEndpoint;
import dev.wakit.campaign.worker.Quarantine;
import dev.wakit.campaign.worker.RunSummary;
import dev.wakit.campaign.worker.WorkerStatus;
import dev.wakit.error.ErrorRule;
import dev.wakit.outbound.DurableSender;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.rate.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** The parts of an engine, put together. Thread-safe. */
public final class EngineCore {

    private static final int SECRET_BYTES = 32;

    private final EngineSettings settings;
    private final String worker;
    private final Ids ids;
    private final RandomGenerator random;
    private final SpecCodec codec = new SpecCodec();
    private final Notifier notifier;
    private final Outgoing outgoing;
    private final CampaignBook book;
    private final AttemptRefs refs;
    private final ErrorJudge judge;
    private final StatusMerger merger;
    private final UncertainJudge uncertainJudge;
    private final ChannelProof channelProof = new ChannelProof(this);
    private final InboxPressure inboxPressure = new InboxPressure(this);
    private final CampaignStops stops;
    private final Pools pools = new Pools(this);
    private final News news = new News(this);
    private final GuardKeeper guards = new GuardKeeper(this);
    private final StormGuard answerStorms;
    private final StormGuard webhookStorms;

    private final Map<ProviderId, CredentialsGate> credentials = new ConcurrentHashMap<>();
    private final Heartbeat heartbeat;
    private final QuarantineWatch quarantine;
    private final DatabaseWatch database = new DatabaseWatch(this);
    private final SpendMeter spend = new SpendMeter(this);
    private final LaneKeeper lanes;
    private final MessageCodec messages = new MessageCodec();
    private final Mailboxes mailboxes;
    private final OutboxBacklog backlog;
    private final WebhookIntake intake;
    private final EngineLoops loops;
    private final Tally tally = new Tally();
    private final EngineRun run;

    public EngineCore(EngineSettings settings) {
        this.settings = settings;
        this.random = settings.random();
        this.worker = "w-" + new UUID(random.nextLong(), random.nextLong());
        this.ids = new Ids(settings.clock(), random);
        this.refs = new AttemptRefs(stores().secret("attempt-ref", () -> {
            byte[] secret = new byte[SECRET_BYTES];
            random.nextBytes(secret);
            return secret;
        }));
        this.notifier = new Notifier(settings.listeners(), settings.inbound());
        this.outgoing = new Outgoing(settings.outgoing());
        this.book = new CampaignBook(codec);
        this.judge = new ErrorJudge(random);
        this.merger = new StatusMerger(judge, book::enter);
        this.uncertainJudge = new UncertainJudge(settings.evidence());
        this.stops = new CampaignStops(this);
        this.answerStorms = new StormGuard(this);
        this.webhookStorms = new StormGuard(this);

        this.heartbeat = new Heartbeat(this);
        this.quarantine = new QuarantineWatch(this);
        this.lanes = new LaneKeeper(this);
        this.mailboxes = new Mailboxes(this);
        this.backlog = new OutboxBacklog(this, settings.outboxLimit());
        this.loops = new EngineLoops(this, new WebhookProcessor(this));
        this.intake = new WebhookIntake(this);
        this.run = new EngineRun(this, loops);
    }

    public EngineSettings settings() {
        return settings;
    }

    public CampaignStores stores() {
        return settings.stores();
    }

    public Campaigns campaigns(TenantId tenant) {
        return new CampaignService(this, tenant);
    }

    public Outbox outbox(TenantId tenant) {
        return new OutboxService(this, tenant, null);
    }

    /** The outbox for those who know nothing of the engine. */
    public DurableSender durableSender() {
        return new OutboxSender(this);
    }

    public People people(TenantId tenant) {
        return new PeopleService(this, tenant);
    }

    public Schedules schedules(TenantId tenant) {
        return new ScheduleService(this, tenant);
    }

    public WebhookEndpoint webhooks() {
        return intake;
    }

    public List<LaneStatus> lanes() {
        return lanes.statuses();
    }

    public List<WebhookChannel> channels() {
        return new ChannelReport(this).channels();
    }

    public List<WorkerStatus> workers() {
        return heartbeat.statuses();
    }

    public Optional<Quarantine> currentQuarantine() {
        return quarantine.current();
    }

    public boolean endQuarantine(String by) {
        return quarantine.end(by);
    }

    public void changeThroughput(LaneKey lane, RateLimit level) {
        lanes.changeLevel(lane, level);
    }

    public Optional<ErrorRule> errorRule(ProviderId provider, String code) {
        return Optional.ofNullable(settings.providers().get(provider))
                .flatMap(known -> known.errors().find(code));
    }

    public void start() {
        run.start();
    }

    public RunSummary runFor(Duration budget) {
        return run.runFor(budget);
    }

    public boolean isIdle() {
        return run.isIdle();
    }

    public void close() {
        run.close();
    }

    String worker() {
        return worker;
    }

    Ids ids() {
        return ids;
    }

    SpecCodec codec() {
        return codec;
    }

    MessageCodec messages() {
        return messages;
    }

    Mailboxes mailboxes() {
        return mailboxes;
    }

    OutboxBacklog backlog() {
        return backlog;
    }

    Notifier notifier() {
        return notifier;
    }

    /** The host's checks of messages right before they are sent. */
    Outgoing outgoing() {
        return outgoing;
    }

    CampaignBook book() {
        return book;
    }

    AttemptRefs refs() {
        return refs;
    }

    ErrorJudge judge() {
        return judge;
    }

    StatusMerger merger() {
        return merger;
    }

    UncertainJudge uncertainJudge() {
        return uncertainJudge;
    }

    ChannelProof channelProof() {
        return channelProof;
    }

    InboxPressure inboxPressure() {
        return inboxPressure;
    }

    /** Whether the database answers: what fails although it does is not an outage. */
    boolean isDatabaseUp() {
        try {
            stores().inbox().parked();
            return true;
        } catch (StoreException gone) {
            return false;
        }
    }

    /** Whether writes work, as the signs of life show. */
    DatabaseWatch database() {
        return database;
    }

    public Optional<Instant> databaseDownSince() {
        return database.downSince();
    }

    Pools pools() {
        return pools;
    }

    CampaignStops stops() {
        return stops;
    }

    News news() {
        return news;
    }

    GuardKeeper guards() {
        return guards;
    }

    /** Watches the answers to requests. */
    StormGuard answerStorms() {
        return answerStorms;
    }

    /** Watches the statuses of webhooks. */
    StormGuard webhookStorms() {
        return webhookStorms;
    }

    Heartbeat heartbeat() {
        return heartbeat;
    }

    QuarantineWatch quarantine() {
        return quarantine;
    }

    Tally tally() {
        return tally;
    }

    SpendMeter spend() {
        return spend;
    }

    LaneKeeper laneKeeper() {
        return lanes;
    }

    Optional<WhatsAppProvider> provider(ProviderId id) {
        return Optional.ofNullable(settings.providers().get(id));
    }

    RandomGenerator random() {
        return random;
    }

    Instant now() {
        return settings.clock().instant();
    }

    /** The monotonic clock. */
    long nanos() {
        return settings.ticker().getAsLong();
    }

    /** The gate that all lanes of a provider instance share. */
    CredentialsGate credentials(ProviderId provider) {
        return credentials.computeIfAbsent(provider, id -> new CredentialsGate(id, this::nanos));
    }

    boolean isStopping() {
        return loops.isStopping();
    }

    Duration drainLimit() {
        return Duration.ofSeconds(25);
    }

    /** Adds an entry to the suppression list, and tells listeners if it is new. */
    void suppress(TenantId tenant, Suppression suppression) {
        if (stores().suppressions().add(tenant, suppression)) {
            notifier.tell(new CampaignEvent.PersonSuppressed(tenant, suppression));
        }
    }

    void wakeLanes() {
        lanes.wake();
    }

    void wakeAll() {
        loops.wake();
        lanes.wake();
    }

    void wakeWebhooks() {
        loops.wakeWebhooks();
    }
}
