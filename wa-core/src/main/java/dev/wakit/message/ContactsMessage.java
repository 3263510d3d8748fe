package dev.wakit.message;

import dev.wakit.internal.Check;
import java.util.List;

/**
 * Contact cards that the person can save. Immutable.
 *
 * @param contacts 1 to 257 cards
 * @since 0.1
 */
public record ContactsMessage(List<ContactCard> contacts) implements Message {
    /** The most cards in one message: {@value}. */
    public static final int MAX_CONTACTS = 257;

    public ContactsMessage {
        contacts = Check.size("contacts", contacts, 1, MAX_CONTACTS);
    }

    /** Returns a message with the cards given; 1 to 257. */
    public static ContactsMessage of(ContactCard... contacts) {
        return new ContactsMessage(List.of(contacts));
    }

    @Override
    public MessageKind kind() {
        return MessageKind.CONTACTS;
    }

    @Override
    public String toString() {
        return "ContactsMessage[" + contacts.size() + " contacts]";
    }
}
