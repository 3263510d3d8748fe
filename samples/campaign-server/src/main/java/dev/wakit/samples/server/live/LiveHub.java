package dev.wakit.samples.server.live;

import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignQuery;
import dev.wakit.samples.server.campaign.CampaignViews;
import dev.wakit.samples.server.http.ApiException;
import dev.wakit.samples.server.http.Json;
import dev.wakit.samples.server.pace.RateHistories;
import dev.wakit.samples.server.setting.LaneView;
import dev.wakit.samples.server.setting.WorkersView;
import io.javalin.http.sse.SseClient;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks twice a second at what moved, and tells the pages that show it.
 *
 * <p>Nothing is read from the database while nothing moves, except that open pages are refreshed every two seconds, because
 * another server may work on the same database. Thread-safe.
 */
public final class LiveHub implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);
    private static final int TICK_MILLIS = 500;
    private static final int REFRESH_TICKS = 4;
    private static final int BEAT_TICKS = 20;
    private static final int LISTED = 50;
    private static final int MOST_PAGES = 200;

    private final CampaignEngine engine;
    private final CampaignViews views;
    private final RateHistories histories;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(LiveHub::thread);
    private final ExecutorService writers = Executors.newCachedThreadPool(LiveHub::thread);
    private final Map<CampaignId, List<Subscriber>> onCampaign = new ConcurrentHashMap<>();
    private final List<Subscriber> onList = new CopyOnWriteArrayList<>();
    private long ticks;

    /** Tells about the campaigns of this engine. */
    public LiveHub(CampaignEngine engine, CampaignViews views, RateHistories histories) {
        this.engine = engine;
        this.views = views;
        this.histories = histories;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "live");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins to look. */
    public void start() {
        // Ends with the ticker; the tick reports its own failures.
        var unused = ticker.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Complains if there is no such campaign, while an answer can still say so. */
    void require(CampaignId id) {
        engine.campaigns().get(id);
    }

    /** Follows one campaign; the current state comes first. */
    void follow(CampaignId id, SseClient client) {
        Campaign campaign = engine.campaigns().get(id);
        List<Subscriber> pages = onCampaign.computeIfAbsent(id, unknown -> new CopyOnWriteArrayList<>());
        join(pages, client).offer(news(campaign));
    }

    /** Follows the list. */
    void followList(SseClient client) {
        join(onList, client).offer(listNews());
    }

    private Subscriber join(List<Subscriber> pages, SseClient client) {
        if (onList.size() + onCampaign.values().stream().mapToInt(List::size).sum() >= MOST_PAGES) {
            throw new ApiException(503, "too_many_pages", "Too many pages are open. Close some of them.");
        }
        var subscriber = new Subscriber(client, writers);
        client.keepAlive();
        client.onClose(() -> pages.remove(subscriber));
        pages.add(subscriber);
        return subscriber;
    }

    private void tick() {
        try {
            ticks++;
            Set<CampaignId> moved = new HashSet<>(histories.takeMoved());
            boolean refresh = ticks % REFRESH_TICKS == 0;
            if (!onList.isEmpty() && (refresh || !moved.isEmpty())) {
                String news = listNews();
                onList.forEach(page -> page.offer(news));
            }
            onCampaign.values().removeIf(List::isEmpty);
            if (refresh) {
                moved.addAll(onCampaign.keySet());
            }
            moved.forEach(this::tell);
            if (ticks % BEAT_TICKS == 0) {
                onList.forEach(Subscriber::beat);
                onCampaign.values().forEach(pages -> pages.forEach(Subscriber::beat));
            }
        } catch (RuntimeException e) {
            if (!ticker.isShutdown()) {
                LOG.warn("The pages could not be told the news; they are at the next look", e);
            }
        }
    }

    private void tell(CampaignId id) {
        Optional<Campaign> campaign = engine.campaigns().find(id);
        campaign.ifPresent(histories::sample);
        List<Subscriber> pages = onCampaign.getOrDefault(id, List.of());
        if (pages.isEmpty()) {
            return;
        }
        if (campaign.isEmpty()) {
            pages.forEach(Subscriber::gone);
            return;
        }
        String news = news(campaign.get());
        pages.forEach(page -> page.offer(news));
    }

    private String news(Campaign campaign) {
        return Json.text(Map.of("campaign", views.detail(campaign), "lanes", LaneView.of(engine)));
    }

    private String listNews() {
        List<Campaign> campaigns = engine.campaigns().list(CampaignQuery.newest(LISTED));
        return Json.text(Map.of(
                "campaigns",
                campaigns.stream().map(views::summary).toList(),
                "lanes",
                LaneView.of(engine),
                "work",
                WorkersView.of(engine)));
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        onList.forEach(Subscriber::close);
        onCampaign.values().forEach(pages -> pages.forEach(Subscriber::close));
        writers.shutdownNow();
    }
}
