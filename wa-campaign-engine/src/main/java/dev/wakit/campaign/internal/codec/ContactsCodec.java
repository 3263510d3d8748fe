package dev.wakit.campaign.internal.codec;

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

/** Contact cards. */
final class ContactsCodec {

    private static final String TYPE = "type";

    private ContactsCodec() {}

    static void write(ObjectNode node, ContactsMessage message) {
        Put.list(node, "contacts", message.contacts(), ContactsCodec::write);
    }

    static ContactsMessage read(Fields fields) {
        return new ContactsMessage(fields.list("contacts", ContactsCodec::card));
    }

    private static void write(ObjectNode node, ContactCard card) {
        write(node.putObject("name"), card.name());
        Put.list(node, "phones", card.phones(), ContactsCodec::write);
        Put.list(node, "emails", card.emails(), ContactsCodec::write);
        Put.list(node, "urls", card.urls(), ContactsCodec::write);
        Put.list(node, "addresses", card.addresses(), ContactsCodec::write);
        Put.object(node, "org", card.org(), ContactsCodec::write);
        Put.time(node, "birthday", card.birthday());
    }

    private static ContactCard card(Fields fields) {
        ContactCard.Builder card = ContactCard.builder(name(fields.object("name")))
                .phones(fields.list("phones", ContactsCodec::phone))
                .emails(fields.list("emails", ContactsCodec::email))
                .urls(fields.list("urls", ContactsCodec::url))
                .addresses(fields.list("addresses", ContactsCodec::address));
        fields.ifObject("org", org -> card.org(org(org)));
        fields.ifDate("birthday", card::birthday);
        return card.build();
    }

    private static void write(ObjectNode node, ContactName name) {
        node.put("formatted", name.formattedName());
        Put.text(node, "first", name.firstName());
        Put.text(node, "last", name.lastName());
        Put.text(node, "middle", name.middleName());
        Put.text(node, "prefix", name.prefix());
        Put.text(node, "suffix", name.suffix());
    }

    private static ContactName name(Fields fields) {
        ContactName.Builder name = ContactName.builder(fields.text("formatted"));
        fields.ifText("first", name::firstName);
        fields.ifText("last", name::lastName);
        fields.ifText("middle", name::middleName);
        fields.ifText("prefix", name::prefix);
        fields.ifText("suffix", name::suffix);
        return name.build();
    }

    private static void write(ObjectNode node, ContactPhone phone) {
        node.put("phone", phone.phone());
        Put.text(node, TYPE, phone.type());
        Put.text(node, "waId", phone.waId());
    }

    private static ContactPhone phone(Fields fields) {
        ContactPhone.Builder phone = ContactPhone.builder(fields.text("phone"));
        fields.ifText(TYPE, phone::type);
        fields.ifText("waId", phone::waId);
        return phone.build();
    }

    private static void write(ObjectNode node, ContactEmail email) {
        node.put("email", email.email());
        Put.text(node, TYPE, email.type());
    }

    private static ContactEmail email(Fields fields) {
        ContactEmail.Builder email = ContactEmail.builder(fields.text("email"));
        fields.ifText(TYPE, email::type);
        return email.build();
    }

    private static void write(ObjectNode node, ContactUrl url) {
        node.put("url", url.url());
        Put.text(node, TYPE, url.type());
    }

    private static ContactUrl url(Fields fields) {
        ContactUrl.Builder url = ContactUrl.builder(fields.text("url"));
        fields.ifText(TYPE, url::type);
        return url.build();
    }

    private static void write(ObjectNode node, ContactAddress address) {
        Put.text(node, "street", address.street());
        Put.text(node, "city", address.city());
        Put.text(node, "state", address.state());
        Put.text(node, "zip", address.zip());
        Put.text(node, "country", address.country());
        Put.text(node, "region", address.region().map(Region::code));
        Put.text(node, TYPE, address.type());
    }

    private static ContactAddress address(Fields fields) {
        ContactAddress.Builder address = ContactAddress.builder();
        fields.ifText("street", address::street);
        fields.ifText("city", address::city);
        fields.ifText("state", address::state);
        fields.ifText("zip", address::zip);
        fields.ifText("country", address::country);
        fields.ifText("region", code -> address.region(Region.of(code)));
        fields.ifText(TYPE, address::type);
        return address.build();
    }

    private static void write(ObjectNode node, ContactOrg org) {
        Put.text(node, "company", org.company());
        Put.text(node, "department", org.department());
        Put.text(node, "title", org.title());
    }

    private static ContactOrg org(Fields fields) {
        ContactOrg.Builder org = ContactOrg.builder();
        fields.ifText("company", org::company);
        fields.ifText("department", org::department);
        fields.ifText("title", org::title);
        return org.build();
    }
}
