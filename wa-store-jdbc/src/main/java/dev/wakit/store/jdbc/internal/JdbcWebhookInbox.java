package dev.wakit.store.jdbc.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.store.InboxAge;
import dev.wakit.campaign.store.InboxEntry;
import dev.wakit.campaign.store.WebhookInbox;
import dev.wakit.provider.ProviderId;
import dev.wakit.store.jdbc.internal.inbox.InboxTable;
import dev.wakit.store.jdbc.internal.inbox.NewsTable;
import dev.wakit.store.jdbc.internal.inbox.SeenEventTable;
import dev.wakit.store.jdbc.internal.sql.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The webhook inbox over JDBC. Thread-safe. */
public final class JdbcWebhookInbox implements WebhookInbox {

    private final Database database;
    private final InboxTable entries;
    private final SeenEventTable events;
    private final NewsTable news;

    /** Over a database. */
    public JdbcWebhookInbox(Database database) {
        this.database = database;
        this.entries = new InboxTable(database.dialect());
        this.events = new SeenEventTable(database.dialect());
        this.news = new NewsTable(database.dialect());
    }

    @Override
    public void append(InboxEntry entry) {
        database.write("take over a webhook", handle -> {
            entries.append(handle, entry);
            return true;
        });
    }

    @Override
    public List<InboxEntry> claim(String worker, Set<ProviderId> providers, int limit, Instant now, Duration hideFor) {
        return database.write(
                "claim webhooks", handle -> entries.claim(handle, worker, providers, limit, now, hideFor));
    }

    @Override
    public int giveBack(String worker, Instant now) {
        return database.write("give webhooks back", handle -> entries.giveBack(handle, worker, now));
    }

    @Override
    public void done(Collection<Long> ids, Instant now) {
        if (ids.isEmpty()) {
            return;
        }
        database.write("settle webhooks", handle -> {
            entries.done(handle, ids, now);
            return true;
        });
    }

    @Override
    public void retry(long id, Instant dueAt, String error) {
        database.write("put a webhook back", handle -> {
            entries.retry(handle, id, dueAt, error);
            return true;
        });
    }

    @Override
    public void park(long id, String error) {
        database.write("park a webhook", handle -> {
            entries.park(handle, id, error);
            return true;
        });
    }

    @Override
    public int redrive(TenantId tenant, Instant now) {
        return database.write("redrive webhooks", handle -> entries.redrive(handle, tenant, now));
    }

    @Override
    public long backlog() {
        return database.read("count webhooks that wait", entries::waiting);
    }

    @Override
    public InboxAge age(TenantId tenant) {
        return database.read("look at the age of webhooks", handle -> entries.age(handle, tenant));
    }

    @Override
    public long parked() {
        return database.read("count parked webhooks", entries::parked);
    }

    @Override
    public Set<String> firstSeen(TenantId tenant, Collection<String> keys, Instant now) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        return database.write("remember events", handle -> events.firstSeen(handle, tenant, keys, now));
    }

    @Override
    public Set<String> seen(TenantId tenant, Collection<String> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        return database.read("look for events", handle -> events.seen(handle, tenant, keys));
    }

    @Override
    public boolean noteNews(TenantId tenant, String subject, Instant at) {
        return database.write("note when something was said", handle -> news.note(handle, tenant, subject, at));
    }

    @Override
    public int purge(Instant olderThan) {
        return database.write("purge webhooks", handle -> {
            events.purge(handle, olderThan);
            news.purge(handle, olderThan);
            return entries.purge(handle, olderThan);
        });
    }
}
