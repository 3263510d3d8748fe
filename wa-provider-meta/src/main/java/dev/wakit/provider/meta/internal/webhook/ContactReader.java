package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.inbound.content.SharedContact;
import dev.wakit.inbound.content.SharedContact.Address;
import dev.wakit.inbound.content.SharedContact.Labelled;
import dev.wakit.inbound.content.SharedContact.Name;
import dev.wakit.inbound.content.SharedContact.Phone;
import java.util.List;
import java.util.Optional;

/** Reads one contact card of a contacts message. */
final class ContactReader {

    private ContactReader() {}

    static Optional<SharedContact> read(JsonNode card) {
        return Optional.of(new SharedContact(
                name(card.path("name")),
                Fields.list(
                        card.path("phones"),
                        phone -> Optional.of(new Phone(
                                Fields.text(phone, "phone"),
                                Fields.text(phone, "wa_id"),
                                Fields.text(phone, "user_id"),
                                Fields.text(phone, "type")))),
                labelled(card.path("emails"), "email"),
                labelled(card.path("urls"), "url"),
                Fields.list(card.path("addresses"), ContactReader::address),
                Fields.text(card, "org", "company"),
                Fields.text(card, "org", "department"),
                Fields.text(card, "org", "title"),
                Fields.text(card, "birthday"),
                Fields.text(card, "vcard"),
                Fields.text(card, "origin")));
    }

    private static Name name(JsonNode name) {
        return new Name(
                Fields.text(name, "formatted_name"),
                Fields.text(name, "first_name"),
                Fields.text(name, "middle_name"),
                Fields.text(name, "last_name"),
                Fields.text(name, "prefix"),
                Fields.text(name, "suffix"));
    }

    private static List<Labelled> labelled(JsonNode list, String field) {
        return Fields.list(
                list, entry -> Optional.of(new Labelled(Fields.text(entry, field), Fields.text(entry, "type"))));
    }

    private static Optional<Address> address(JsonNode address) {
        return Optional.of(new Address(
                Fields.text(address, "street"),
                Fields.text(address, "city"),
                Fields.text(address, "state"),
                Fields.text(address, "zip"),
                Fields.text(address, "country"),
                Fields.text(address, "country_code"),
                Fields.text(address, "type")));
    }
}
