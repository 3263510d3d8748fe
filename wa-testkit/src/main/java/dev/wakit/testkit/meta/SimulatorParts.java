package dev.wakit.testkit.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.internal.Settings;
import dev.wakit.testkit.meta.internal.TemplateRules;
import dev.wakit.testkit.meta.internal.account.Accounts;
import dev.wakit.testkit.meta.internal.catalog.BatchNews;
import dev.wakit.testkit.meta.internal.catalog.CatalogDesk;
import dev.wakit.testkit.meta.internal.catalog.CatalogRules;
import dev.wakit.testkit.meta.internal.catalog.CatalogStore;
import dev.wakit.testkit.meta.internal.error.GraphError;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.http.AdminEndpoint;
import dev.wakit.testkit.meta.internal.http.GraphEndpoint;
import dev.wakit.testkit.meta.internal.http.PhoneNumberNode;
import dev.wakit.testkit.meta.internal.media.MediaRoutes;
import dev.wakit.testkit.meta.internal.media.MediaShelf;
import dev.wakit.testkit.meta.internal.media.UploadSessions;
import dev.wakit.testkit.meta.internal.message.SendEndpoint;
import dev.wakit.testkit.meta.internal.reply.TraceIds;
import dev.wakit.testkit.meta.internal.template.TemplateDesk;
import dev.wakit.testkit.meta.internal.template.TemplateEdge;
import dev.wakit.testkit.meta.internal.template.TemplateNews;
import dev.wakit.testkit.meta.internal.template.TemplateRegistry;
import dev.wakit.testkit.meta.internal.template.TemplateReviews;
import dev.wakit.testkit.meta.internal.template.TemplateStore;
import dev.wakit.testkit.meta.internal.webhook.MessageWebhooks;
import dev.wakit.testkit.meta.internal.webhook.WebhookOutbox;
import dev.wakit.testkit.meta.internal.webhook.WebhookPost;
import dev.wakit.testkit.simulator.internal.Dice;
import dev.wakit.testkit.simulator.internal.Switches;
import dev.wakit.testkit.simulator.internal.Workers;
import dev.wakit.testkit.simulator.internal.http.SimulatorServer;
import dev.wakit.testkit.simulator.internal.ledger.RecordedLedger;
import dev.wakit.testkit.simulator.internal.limit.ThroughputLimit;
import dev.wakit.testkit.simulator.internal.webhook.PendingEvents;

/** The parts of a simulator, put together. Thread-safe. */
final class SimulatorParts implements AutoCloseable {

    final Settings settings;
    final Workers workers = Workers.start();
    final SimulatorServer server;
    final RecordedLedger ledger;
    final Switches<GraphError> switches;
    final TemplateRegistry templates;
    final ThroughputLimit throughput;
    final PendingEvents pending = new PendingEvents();
    final WebhookOutbox outbox;
    final MessageWebhooks webhooks;
    final TemplateNews templateNews;
    final TemplateReviews templateReviews;
    final PhoneNumberNode phoneNumbers;
    final Accounts accounts;
    private final CatalogDesk catalogDesk;
    final SimulatedCatalogs catalogs;
    final MediaShelf media;
    final UploadSessions uploads;
    final TraceIds traces;

    SimulatorParts(Settings settings) {
        this.settings = settings;
        this.server = SimulatorServer.bind(settings.port(), workers.executor(), workers.timer());
        this.ledger = new RecordedLedger(settings.clock(), settings.ledgerFile());
        this.switches = new Switches<>(
                GraphErrors.serviceDown(),
                settings.chances().lostResponses(),
                settings.latencies().usual());
        this.templates = new TemplateRegistry(settings.templates());
        this.throughput = new ThroughputLimit(settings.rates().messagesPerSecond(), System::nanoTime);
        WebhookPost post = new WebhookPost(
                settings.identity(), settings.front(), settings.webhooks().escaped(), workers.executor());
        this.outbox =
                new WebhookOutbox(settings.webhooks(), post, pending, ledger, workers.executor(), workers.timer());
        Dice dice = new Dice(settings.seed());
        this.webhooks = new MessageWebhooks(settings, dice, outbox, pending, workers.timer());
        this.traces = new TraceIds(dice);
        this.media = new MediaShelf(dice, settings.clock());
        this.uploads = new UploadSessions(dice);
        this.accounts = new Accounts(settings.identity(), dice, settings.clock(), traces, outbox);
        CatalogRules catalogRules = new CatalogRules();
        CatalogStore catalogStore = new CatalogStore(
                settings.clock(),
                dice,
                catalogRules,
                new BatchNews(workers.timer(), this::changed),
                settings.chances().magicNumbers());
        this.catalogDesk = new CatalogDesk(
                catalogStore,
                catalogRules,
                settings.clock(),
                dice,
                settings.identity().wabaId(),
                Accounts.PORTFOLIO_ID);
        this.catalogs = new SimulatedCatalogs(catalogStore, catalogDesk, catalogRules);
        this.phoneNumbers = new PhoneNumberNode(settings.identity(), throughput, accounts);
        this.templateNews = new TemplateNews(this::changed);
        this.templateReviews = new TemplateReviews(templates, settings.templateRules(), templateNews, workers.timer());
    }

    /** Serves from now on. */
    void open(MetaSimulator simulator) {
        Dice dice = new Dice(settings.seed());
        String address = address();
        SendEndpoint messages = new SendEndpoint(
                settings, dice, switches, templates, media, throughput, ledger, webhooks, traces, accounts);
        TemplateRules rules = settings.templateRules();
        TemplateEdge templateCalls = new TemplateEdge(
                templates,
                new TemplateDesk(templates, rules, templateNews, settings.clock(), templateReviews),
                new TemplateStore(templates, rules, templateNews),
                settings.identity().wabaId(),
                rules.limit(),
                this::sends);
        GraphEndpoint graph = new GraphEndpoint(
                settings.identity(),
                address,
                switches,
                messages,
                templateCalls,
                media,
                new MediaRoutes(media, settings.clock(), address),
                uploads,
                accounts,
                catalogDesk,
                phoneNumbers,
                traces);
        server.start(
                settings.front().before(graph, simulator), new AdminEndpoint(simulator, settings.shutdownAllowed()));
    }

    private void changed(String field, ObjectNode value) {
        webhooks.changes(settings.identity().phoneNumberIds().get(0), field, value, false);
    }

    private long sends(String templateName) {
        return ledger.accepted().stream()
                .filter(entry -> templateName.equals(entry.templateName()))
                .count();
    }

    /** Returns the address that stands for {@code https://graph.facebook.com}. */
    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.close();
        workers.close();
        ledger.close();
    }
}
