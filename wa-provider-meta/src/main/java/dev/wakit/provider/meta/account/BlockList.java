package dev.wakit.provider.meta.account;

import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import java.util.List;

/**
 * The people whom a number does not want to hear from; it cannot write to them either. At most 64,000.
 *
 * <p>Calls behave as {@link MetaAccount} says. Thread-safe.
 *
 * @since 0.1
 */
public interface BlockList {

    /**
     * Blocks people. Only those who wrote in the last 24 hours can be blocked.
     *
     * @return for whom it was done and for whom not; that some could not be blocked is no exception
     */
    BlockResult block(SenderId sender, List<Recipient> people);

    /** Unblocks people; see {@link #block}. */
    BlockResult unblock(SenderId sender, List<Recipient> people);

    /** Everybody who is blocked. */
    List<BlockedPerson> list(SenderId sender);
}
