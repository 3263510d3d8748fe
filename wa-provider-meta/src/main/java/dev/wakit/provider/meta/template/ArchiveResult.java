package dev.wakit.provider.meta.template;

import java.util.List;
import java.util.Map;

/**
 * What came of putting templates away or taking them back. Immutable.
 *
 * @param done the ids it worked for
 * @param failed why it did not for others, in Meta's words, by id; the words are empty if Meta gave none
 * @since 0.1
 */
public record ArchiveResult(List<String> done, Map<String, String> failed) {

    /** Copies the collections. */
    public ArchiveResult {
        done = List.copyOf(done);
        failed = Map.copyOf(failed);
    }
}
