package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Campaigns of a lane that do not run over it at present, with how far their pacing had come: a campaign that is paused and resumed goes on
 * with the requests it still has on their way, the batch it was in and the canary it watches. Belongs to the lane's thread.
 */
final class RestingFeeds {

    /** So many are kept whether they come back or not; those with requests on their way always are. */
    private static final int MAX_KEPT = 1_000;

    private final Map<CampaignId, Feed> feeds = new LinkedHashMap<>();

    /** Takes those that are not among the running ones out of the feeds. */
    void restOthers(Map<CampaignId, Feed> from, Set<CampaignId> running) {
        Iterator<Map.Entry<CampaignId, Feed>> all = from.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<CampaignId, Feed> one = all.next();
            if (!running.contains(one.getKey())) {
                all.remove();
                one.getValue().clear();
                feeds.put(one.getKey(), one.getValue());
            }
        }
        forgetOldest();
    }

    private void forgetOldest() {
        Iterator<Feed> oldest = feeds.values().iterator();
        for (int tooMany = feeds.size() - MAX_KEPT; tooMany > 0 && oldest.hasNext(); tooMany--) {
            if (oldest.next().inFlight().get() == 0) {
                oldest.remove();
            }
        }
    }

    /** The feed of a campaign that runs again, if it is known. */
    Optional<Feed> resume(CampaignId id, CampaignBook.Entry entry, Pool pool, Moment now) {
        Feed feed = feeds.remove(id);
        if (feed != null) {
            feed.resume(entry, pool, now);
        }
        return Optional.ofNullable(feed);
    }
}
