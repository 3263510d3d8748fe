package dev.wakit.provider.meta.internal.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.address.Region;
import dev.wakit.message.ContactAddress;
import dev.wakit.message.ContactCard;
import dev.wakit.message.ContactEmail;
import dev.wakit.message.ContactName;
import dev.wakit.message.ContactOrg;
import dev.wakit.message.ContactPhone;
import dev.wakit.message.ContactUrl;
import dev.wakit.message.ContactsMessage;
import java.time.LocalDate;

/** Contact cards. */
final class ContactsEncoder {

    private ContactsEncoder() {}

    static void encode(ContactsMessage message, ObjectNode envelope) {
        envelope.put("type", "contacts");
        Fields.putEach(envelope, "contacts", message.contacts(), ContactsEncoder::card);
    }

    private static void card(ObjectNode node, ContactCard card) {
        name(node.putObject("name"), card.name());
        Fields.put(node, "birthday", card.birthday().map(LocalDate::toString));
        Fields.putEach(node, "phones", card.phones(), ContactsEncoder::phone);
        Fields.putEach(node, "emails", card.emails(), ContactsEncoder::email);
        Fields.putEach(node, "urls", card.urls(), ContactsEncoder::url);
        Fields.putEach(node, "addresses", card.addresses(), ContactsEncoder::address);
        card.org().ifPresent(org -> org(node.putObject("org"), org));
    }

    private static void name(ObjectNode node, ContactName name) {
        node.put("formatted_name", name.formattedName());
        Fields.put(node, "first_name", name.firstName());
        Fields.put(node, "last_name", name.lastName());
        Fields.put(node, "middle_name", name.middleName());
        Fields.put(node, "prefix", name.prefix());
        Fields.put(node, "suffix", name.suffix());
    }

    private static void phone(ObjectNode node, ContactPhone phone) {
        node.put("phone", phone.phone());
        Fields.put(node, "type", phone.type());
        Fields.put(node, "wa_id", phone.waId());
    }

    private static void email(ObjectNode node, ContactEmail email) {
        node.put("email", email.email());
        Fields.put(node, "type", email.type());
    }

    private static void url(ObjectNode node, ContactUrl url) {
        node.put("url", url.url());
        Fields.put(node, "type", url.type());
    }

    private static void address(ObjectNode node, ContactAddress address) {
        Fields.put(node, "street", address.street());
        Fields.put(node, "city", address.city());
        Fields.put(node, "state", address.state());
        Fields.put(node, "zip", address.zip());
        Fields.put(node, "country", address.country());
        Fields.put(node, "country_code", address.region().map(Region::code));
        Fields.put(node, "type", address.type());
    }

    private static void org(ObjectNode node, ContactOrg org) {
        Fields.put(node, "company", org.company());
        Fields.put(node, "department", org.department());
        Fields.put(node, "title", org.title());
    }
}
