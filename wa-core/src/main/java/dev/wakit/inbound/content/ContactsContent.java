package dev.wakit.inbound.content;

import java.util.List;

/**
 * Contact cards. Immutable.
 *
 * @param contacts the cards
 * @since 0.1
 */
public record ContactsContent(List<SharedContact> contacts) implements InboundContent {

    /** Copies the list. */
    public ContactsContent {
        contacts = List.copyOf(contacts);
    }

    @Override
    public String toString() {
        return "ContactsContent[" + contacts.size() + " contacts]";
    }
}
