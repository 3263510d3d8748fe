package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.InvalidCampaignException;
import dev.wakit.campaign.InvalidCampaignException.Problem;
import dev.wakit.campaign.PoolMember;
import dev.wakit.campaign.PoolSender;
import dev.wakit.campaign.SenderPool;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.Pacing;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.template.TemplateCategory;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who sends a campaign that is asked for, and what over whom; checked. Immutable.
 *
 * @param lanes the lanes, that of the first sender first
 * @param members the senders of a pool as they begin; empty for a campaign with one sender
 * @param contents what is sent
 * @param category that of the templates, where it is known
 */
record SpecSenders(
        List<LaneKey> lanes, List<PoolMember> members, Contents contents, Optional<TemplateCategory> category) {

    /** Reads the spec, or refuses what could not be sent. */
    static SpecSenders of(EngineCore engine, TenantId tenant, CampaignSpec spec, Instant now) {
        Contents contents = Contents.of(spec);
        if (spec.senders().isEmpty()) {
            WhatsAppProvider provider = NewCampaigns.provider(engine, spec);
            var lane = new LaneKey(tenant, provider.id(), spec.sender().orElse(provider.defaultSender()));
            return new SpecSenders(List.of(lane), List.of(), contents, check(engine, contents, Set.of(provider.id())));
        }
        SenderPool pool = spec.senders().get();
        checkShared(pool.senders().size(), spec.pacing());
        List<PoolMember> members = members(tenant, pool, now);
        return new SpecSenders(
                members.stream().map(PoolMember::lane).toList(),
                members,
                contents,
                check(engine, contents, pool.providers()));
    }

    /** The senders of a pool at its begin, in its order. */
    static List<PoolMember> members(TenantId tenant, SenderPool pool, Instant now) {
        return pool.senders().stream()
                .map(sender -> new PoolMember(lane(tenant, sender), sender.weight(), PoolMember.State.IN, "", now))
                .toList();
    }

    private static LaneKey lane(TenantId tenant, PoolSender sender) {
        return new LaneKey(tenant, sender.provider(), sender.sender());
    }

    LaneKey first() {
        return lanes.get(0);
    }

    /**
     * Compares what each provider would send with what it can send and with its approved template.
     *
     * @return the category of the templates, where it is known
     */
    static Optional<TemplateCategory> check(EngineCore engine, Contents contents, Collection<ProviderId> providers) {
        contents.own().keySet().stream()
                .filter(provider -> !providers.contains(provider))
                .findFirst()
                .ifPresent(unused -> {
                    throw new InvalidCampaignException(
                            Problem.UNUSED_CONTENT,
                            "There is a content for provider '" + unused
                                    + "', over which the campaign does not send. It"
                                    + " sends over " + new TreeSet<>(names(providers))
                                    + ". Add a sender of it to the pool, or leave the content out.");
                });
        Map<String, TemplateCategory> categories = new TreeMap<>();
        for (ProviderId id : providers) {
            WhatsAppProvider provider = NewCampaigns.provider(engine, id);
            TemplateCheck.check(provider, contents.of(id))
                    .filter(category -> category != TemplateCategory.UNKNOWN)
                    .ifPresent(category -> categories.put(id.value(), category));
        }
        if (Set.copyOf(categories.values()).size() > 1) {
            throw new InvalidCampaignException(
                    Problem.DIFFERENT_CATEGORIES,
                    "The templates of the campaign's providers are of different categories: " + categories
                            + ". One campaign has one category: choose templates of the same.");
        }
        return categories.values().stream().findFirst();
    }

    private static List<String> names(Collection<ProviderId> providers) {
        return providers.stream().map(ProviderId::value).toList();
    }

    /** Each sender has a part of what is limited, and a part is one at least. */
    static void checkShared(int senders, Pacing pacing) {
        if (pacing.maxInFlight() > 0 && pacing.maxInFlight() < senders) {
            throw tooFew("maxInFlight is " + pacing.maxInFlight(), senders);
        }
        pacing.batch().filter(batch -> batch.size() < senders).ifPresent(batch -> {
            throw tooFew("The batch size is " + batch.size(), senders);
        });
    }

    private static InvalidCampaignException tooFew(String what, int senders) {
        return new InvalidCampaignException(
                Problem.LIMIT_BELOW_SENDERS,
                what + ", and " + senders + " senders share it. Use " + senders + " or more.");
    }
}
