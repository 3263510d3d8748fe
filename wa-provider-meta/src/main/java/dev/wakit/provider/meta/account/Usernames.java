package dev.wakit.provider.meta.account;

import dev.wakit.address.SenderId;
import java.util.List;

/**
 * The names by which people find a number.
 *
 * <p>Calls behave as {@link MetaAccount} says. Thread-safe.
 *
 * @since 0.1
 */
public interface Usernames {

    /** The name of a number, and where it stands. */
    Username get(SenderId sender);

    /** Asks for a name. */
    Username set(SenderId sender, String name);

    /** Asks for a name that another number of the portfolio has, and takes it from that one. */
    Username transfer(SenderId sender, String name);

    /** Gives the name up. */
    void delete(SenderId sender);

    /** Names that are free. */
    List<String> suggestions(SenderId sender);
}
