package dev.wakit.catalog.message;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what was read for a second, because a campaign asks about the same products for everybody. Thread-safe. */
final class RecentVerdicts {

    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final int MOST = 1_000;

    private final Verdicts verdicts;
    private final InstantSource clock;
    private final Map<Asked, Answer> answers = new ConcurrentHashMap<>();

    private record Asked(String metaCatalog, Set<String> retailerIds) {}

    private record Answer(Map<String, Verdict> verdicts, Instant at) {}

    RecentVerdicts(Verdicts verdicts, InstantSource clock) {
        this.verdicts = verdicts;
        this.clock = clock;
    }

    Map<String, Verdict> of(String metaCatalog, Set<String> retailerIds) {
        Instant now = clock.instant();
        var asked = new Asked(metaCatalog, Set.copyOf(retailerIds));
        Answer known = answers.get(asked);
        if (known != null
                && !now.isBefore(known.at())
                && now.isBefore(known.at().plus(KEPT))) {
            return known.verdicts();
        }
        var answer = new Answer(Map.copyOf(verdicts.ofLinked(metaCatalog, asked.retailerIds())), now);
        if (answers.size() >= MOST) {
            answers.clear();
        }
        answers.put(asked, answer);
        return answer.verdicts();
    }
}
