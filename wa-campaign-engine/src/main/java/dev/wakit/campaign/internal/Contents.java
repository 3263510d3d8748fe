package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.content.CampaignContent;
import dev.wakit.provider.ProviderId;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a campaign sends: one content, and others for providers that know the same message by another name. Immutable.
 *
 * @param main for every provider that has none of its own
 * @param own by provider
 */
record Contents(CampaignContent main, Map<ProviderId, CampaignContent> own) {

    Contents {
        own = Map.copyOf(own);
    }

    /** The same over every provider. */
    static Contents of(CampaignContent main) {
        return new Contents(main, Map.of());
    }

    static Contents of(CampaignSpec spec) {
        return new Contents(spec.content(), spec.contents());
    }

    CampaignContent of(ProviderId provider) {
        return own.getOrDefault(provider, main);
    }

    /** All names that a row may need: it may be moved from one provider to another. */
    Set<String> variables() {
        return names(CampaignContent::variables);
    }

    /** The names that every row must have, to be sent over whichever provider. */
    Set<String> requiredVariables() {
        return names(CampaignContent::requiredVariables);
    }

    private Set<String> names(Function<CampaignContent, Set<String>> of) {
        return Stream.concat(Stream.of(main), own.values().stream())
                .flatMap(content -> of.apply(content).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
