package dev.wakit.privacy;

import dev.wakit.TenantId;
import java.util.Set;

/**
 * Holds data of people, and forgets a person when it is told, such as {@code wa-catalog} does for the engine.
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface PersonalRecords {

    /**
     * Forgets a person. It may be repeated as often as needed.
     *
     * @param tenant whose records
     * @param keys all names by which the person is known, as {@code Recipient.keys()} has them; personal data
     * @return how many records were theirs
     */
    int erase(TenantId tenant, Set<String> keys);
}
