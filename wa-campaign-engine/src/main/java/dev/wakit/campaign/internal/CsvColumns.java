package dev.wakit.campaign.internal;

import dev.wakit.campaign.InvalidCampaignException;
import dev.wakit.campaign.InvalidCampaignException.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the columns of a CSV header by the names that people give them. */
final class CsvColumns {

    private static final Set<String> PHONE = Set.of(
            "phone",
            "phonenumber",
            "phoneno",
            "mobile",
            "mobilenumber",
            "mobileno",
            "mobilephone",
            "cell",
            "cellphone",
            "number",
            "whatsapp",
            "whatsappnumber",
            "tel",
            "telephone",
            "msisdn",
            "contact",
            "contactnumber",
            "telefon",
            "telefono",
            "telefone",
            "celular",
            "handy");
    private static final Set<String> NAME =
            Set.of("name", "fullname", "customername", "contactname", "customer", "nombre", "nome", "nom");

    private CsvColumns() {}

    static int phone(List<String> header, Optional<String> given) {
        int index = given.map(name -> exact(header, name, "phone numbers")).orElseGet(() -> known(header, PHONE));
        if (index < 0) {
            throw new InvalidCampaignException(
                    Problem.UNREADABLE_AUDIENCE,
                    "No column of the CSV file looks like a phone number. Its columns are " + header
                            + ". Name one of them 'phone', or say which one it is.");
        }
        return index;
    }

    static int name(List<String> header, Optional<String> given) {
        return given.map(name -> exact(header, name, "names")).orElseGet(() -> known(header, NAME));
    }

    private static int exact(List<String> header, String name, String what) {
        int index = header.indexOf(name);
        if (index < 0) {
            throw new InvalidCampaignException(
                    Problem.UNREADABLE_AUDIENCE,
                    "The CSV file has no column '" + name + "' for " + what + ". Its columns are " + header + ".");
        }
        return index;
    }

    private static int known(List<String> header, Set<String> names) {
        for (int i = 0; i < header.size(); i++) {
            if (names.contains(header.get(i).toLowerCase(Locale.ROOT).replaceAll("[\\s_.\\-]", ""))) {
                return i;
            }
        }
        return -1;
    }
}
