package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.store.ErasureStore;
import dev.wakit.campaign.store.InboxEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells which webhooks name people who were erased. Their numbers are known by hashes only, so everything in a body that looks like a
 * number or a user id is asked for. Thread-safe.
 */
final class ErasedInWebhooks {

    private static final Pattern NAME =
            Pattern.compile("(?<![0-9])[0-9]{7,15}(?![0-9])|(?<![A-Za-z0-9])[A-Z]{2}\\.(?:ENT\\.)?[A-Za-z0-9]{1,128}");
    private static final int PAGE = 5_000;

    private final EngineCore engine;

    ErasedInWebhooks(EngineCore engine) {
        this.engine = engine;
    }

    /** The ids of those of these entries whose bodies name somebody who was erased. */
    Set<Long> among(Collection<InboxEntry> entries) {
        var found = new HashSet<Long>();
        Map<TenantId, List<InboxEntry>> byTenant = new HashMap<>();
        entries.forEach(entry -> byTenant.computeIfAbsent(entry.tenant(), first -> new ArrayList<>())
                .add(entry));
        byTenant.forEach((tenant, some) -> {
            if (store().isAnyErased(tenant)) {
                find(tenant, some, found);
            }
        });
        return found;
    }

    private void find(TenantId tenant, List<InboxEntry> entries, Set<Long> found) {
        Map<String, Set<Long>> named = new HashMap<>();
        for (InboxEntry entry : entries) {
            Matcher names = NAME.matcher(new String(entry.request().body(), StandardCharsets.ISO_8859_1));
            while (names.find()) {
                String name = names.group();
                String key = (name.indexOf('.') < 0 ? "+" : "bsuid:") + name;
                named.computeIfAbsent(key, first -> new HashSet<>()).add(entry.id());
            }
        }
        List<String> keys = List.copyOf(named.keySet());
        for (int from = 0; from < keys.size(); from += PAGE) {
            store().erased(tenant, keys.subList(from, Math.min(from + PAGE, keys.size())))
                    .forEach(key -> found.addAll(named.getOrDefault(key, Set.of())));
        }
    }

    private ErasureStore store() {
        return engine.stores().erasures();
    }
}
