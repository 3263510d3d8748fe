package dev.wakit.samples.server.campaign;

import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.PoolSender;
import dev.wakit.campaign.SenderPool;
import dev.wakit.provider.ProviderId;
import dev.wakit.samples.server.campaign.CreateRequest.ContentRequest;
import dev.wakit.samples.server.campaign.CreateRequest.SenderRequest;
import dev.wakit.samples.server.http.ApiException;
import dev.wakit.samples.server.provider.SenderChoice;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who sends a campaign: one sender or a pool, and what each provider of it sends. Thread-safe. */
final class ChosenSenders {

    private static final String NEVER = "never";

    private final SenderChoice choice;

    ChosenSenders(SenderChoice choice) {
        this.choice = choice;
    }

    /**
     * Takes over the senders and the contents of the providers.
     *
     * @throws ApiException naming the field, its value and what may stand there
     */
    void apply(CreateRequest request, CampaignSpec.Builder spec) {
        if (request.senders() == null) {
            if (request.failoverAfter() != null) {
                throw ApiException.invalid(
                        "The field 'failoverAfter' needs several senders. Name them in 'senders', or leave it out.");
            }
            SenderChoice.Chosen one = choice.of("", request.provider(), request.sender());
            spec.provider(one.provider()).sender(one.sender());
            contents(request, Set.of(one.provider()), spec);
        } else {
            SenderPool pool = pool(request, request.senders());
            spec.senders(pool);
            contents(request, pool.providers(), spec);
        }
    }

    private SenderPool pool(CreateRequest request, List<SenderRequest> asked) {
        if (request.provider() != null || request.sender() != null) {
            throw ApiException.invalid("'senders' and '" + (request.provider() == null ? "sender" : "provider")
                    + "' exclude each other. Name every sender in 'senders', or leave it out.");
        }
        if (asked.size() > SenderPool.MAX_SENDERS) {
            throw ApiException.invalid(
                    "The field 'senders' has " + asked.size() + " entries. Use 1 to " + SenderPool.MAX_SENDERS + ".");
        }
        SenderPool.Builder pool = SenderPool.builder();
        for (int i = 0; i < asked.size(); i++) {
            pool.add(member("senders[" + i + "].", asked.get(i)));
        }
        if (NEVER.equals(request.failoverAfter())) {
            pool.neverFailOver();
        } else if (request.failoverAfter() != null) {
            failover(pool, request.failoverAfter());
        }
        return Asked.checked("senders", pool::build);
    }

    private PoolSender member(String path, SenderRequest asked) {
        if (asked == null) {
            throw ApiException.invalid(
                    "The field 'senders' has an empty entry. Give provider and sender, or leave it out.");
        }
        SenderChoice.Chosen chosen = choice.of(path, asked.provider(), asked.sender());
        int weight = Objects.requireNonNullElse(asked.weight(), 1);
        return Asked.checked(path + "weight", () -> new PoolSender(chosen.provider(), chosen.sender(), weight));
    }

    private static void failover(SenderPool.Builder pool, String text) {
        try {
            pool.failoverAfter(Duration.parse(text));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw ApiException.invalid("The field 'failoverAfter' is '" + text + "'. Write a duration up to "
                    + SenderPool.MAX_FAILOVER_AFTER + ", such as PT30S, or " + NEVER + ".");
        }
    }

    private void contents(CreateRequest request, Set<ProviderId> providers, CampaignSpec.Builder spec) {
        Map<String, ContentRequest> contents = request.contents() == null ? Map.of() : request.contents();
        contents.forEach((name, content) -> {
            String path = "contents." + name;
            ProviderId provider = providers.stream()
                    .filter(known -> known.value().equals(name))
                    .findFirst()
                    .orElseThrow(() -> ApiException.invalid("The field '" + path
                            + "' is for a provider that does not send this campaign. Use one of " + names(providers)
                            + ", or leave it out."));
            if (content == null) {
                throw ApiException.invalid(
                        "The field '" + path + "' is empty. Give 'template' or 'text', or leave it out.");
            }
            spec.contentFor(provider, Contents.of(path + ".", content.template(), content.text()));
        });
    }

    private static String names(Set<ProviderId> providers) {
        return providers.stream()
                .map(ProviderId::value)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), names -> String.join(", ", names)));
    }
}
