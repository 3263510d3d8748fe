package dev.wakit.provider.meta.account;

import java.util.List;

/**
 * What became of a request to block or unblock people. Immutable.
 *
 * @param done those for whom it was done
 * @param failed those for whom it was not
 * @since 0.1
 */
public record BlockResult(List<BlockedPerson> done, List<BlockFailure> failed) {

    /** Copies the lists. */
    public BlockResult {
        done = List.copyOf(done);
        failed = List.copyOf(failed);
    }

    /** Tells whether it was done for everybody. */
    public boolean isComplete() {
        return failed.isEmpty();
    }
}
