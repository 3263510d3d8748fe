package dev.wakit.provider.meta.account;

import java.util.List;

/**
 * What business portfolios share, so that a person has one parent id for all of them. Immutable.
 *
 * @param id its id
 * @param portfolioIds the portfolios that are in it
 * @since 0.1
 */
public record ParentAccount(String id, List<String> portfolioIds) {

    /** Copies the list. */
    public ParentAccount {
        portfolioIds = List.copyOf(portfolioIds);
    }
}
