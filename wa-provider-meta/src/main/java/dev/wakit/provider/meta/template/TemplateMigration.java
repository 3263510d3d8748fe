package dev.wakit.provider.meta.template;

import java.util.List;
import java.util.Map;

/**
 * What came of a migration. Immutable.
 *
 * @param migrated the ids that were copied
 * @param failed why others were not, in Meta's words, by id
 * @since 0.1
 */
public record TemplateMigration(List<String> migrated, Map<String, String> failed) {

    /** Copies the collections. */
    public TemplateMigration {
        migrated = List.copyOf(migrated);
        failed = Map.copyOf(failed);
    }
}
