package dev.wakit.campaign.internal;

import dev.wakit.provider.ProviderId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The contents of a campaign, prepared. Immutable.
 *
 * @param main for every provider that has no content of its own
 * @param own by provider
 */
record Renderers(Renderer main, Map<ProviderId, Renderer> own) {

    static Renderers of(Contents contents) {
        Map<ProviderId, Renderer> own = contents.own().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Renderer.of(entry.getValue())));
        return new Renderers(Renderer.of(contents.main()), own);
    }

    Renderer of(ProviderId provider) {
        return own.getOrDefault(provider, main);
    }

    /** Those of these providers, each once. */
    List<Renderer> over(Collection<ProviderId> providers) {
        return providers.stream().map(this::of).distinct().toList();
    }
}
