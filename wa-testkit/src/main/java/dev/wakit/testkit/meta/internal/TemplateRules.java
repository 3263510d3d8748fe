package dev.wakit.testkit.meta.internal;

import dev.wakit.testkit.meta.SimulatedTemplate;
import dev.wakit.testkit.meta.TemplateReviewer;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How templates are reviewed. Immutable.
 *
 * @param review how long a review takes
 * @param reviewer what it decides
 * @param limit how many templates the account may have
 * @param otherAccounts the accounts that templates can be copied from, by id
 */
public record TemplateRules(
        Duration review, TemplateReviewer reviewer, int limit, Map<String, List<SimulatedTemplate>> otherAccounts) {

    public TemplateRules {
        otherAccounts = Map.copyOf(otherAccounts);
    }
}
