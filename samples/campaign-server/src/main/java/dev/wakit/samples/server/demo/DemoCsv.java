package dev.wakit.samples.server.demo;

import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.wakit.testkit.simulator.MagicNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A customer list that looks like real life, of any length and always the same for a length.
 *
 * <p>Of every thousand rows about twenty are somebody again in another notation, twenty have no usable number, two are broken, and
 * each of the simulator's magic numbers comes twice; only the one that makes WhatsApp pause the template is left out, since the
 * campaign would wait for an operator.
 */
public final class DemoCsv {

    private static final long SEED = 20_261_121;
    private static final int CYCLE = 1_000;
    private static final Set<MagicNumber> LEFT_OUT = EnumSet.of(MagicNumber.ORDINARY, MagicNumber.HELD_THEN_DROPPED);
    private static final List<MagicNumber> MAGIC = Arrays.stream(MagicNumber.values())
            .filter(number -> !LEFT_OUT.contains(number))
            .toList();
    private static final List<String> INVALID =
            List.of("12345", "n/a", "", "+91 98765", "0000000000", "call office", "+999 555 0199", "9876543210123456");
    private static final List<String> OFFERS =
            List.of("20% off", "20% off", "Buy 2, get 1 free", "free delivery", "", "a \"mystery\" gift", "₹500 off");
    private static final Map<String, String> OWN_OFFERS = Map.of(
            "AE",
            "خصم ٢٠٪",
            "SA",
            "خصم ٢٠٪",
            "EG",
            "خصم ٢٠٪",
            "IL",
            "20% הנחה",
            "JP",
            "2割引",
            "CN",
            "八折优惠",
            "TH",
            "ลด 20%",
            "RU",
            "скидка 20%");

    private final Random random = new Random(SEED);
    private final DemoNumbers numbers = new DemoNumbers(random);
    private final List<Person> earlier = new ArrayList<>();

    private DemoCsv() {}

    private record Person(String country, String name, PhoneNumber number) {}

    /** Writes a list of so many rows below its header. */
    public static void write(Path file, int rows) {
        try {
            Files.writeString(file, text(rows), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's customer list cannot be written to " + file + ".", e);
        }
    }

    /** A list of so many rows below its header. */
    public static String text(int rows) {
        var csv = new DemoCsv();
        var text = new StringBuilder("name,phone,city,offer,customer since\n");
        for (int row = 0; row < rows; row++) {
            text.append(csv.row(row % CYCLE)).append('\n');
        }
        return text.toString();
    }

    /** A row by its place in the cycle: the primes spread the odd ones evenly. */
    private String row(int place) {
        if (place == 411) {
            return "Kapoor, Neha,+91 98200 12345,Mumbai,20% off,2019-03-02";
        }
        if (place == 732) {
            return "\"Anil \"AK\" Kumar,098200 54321,Delhi,20% off,2020-11-19";
        }
        boolean magic = place % 22 == 5 && place / 22 < 2 * MAGIC.size();
        if (!magic && place % 53 == 29 && !earlier.isEmpty()) {
            Person again = earlier.get(random.nextInt(earlier.size()));
            return line(again, numbers.written(again.number()));
        }
        String country = DemoNames.COUNTRIES.get(random.nextInt(DemoNames.COUNTRIES.size()));
        if (!magic && place % 51 == 17) {
            return line(fields(country, name(country), INVALID.get(random.nextInt(INVALID.size()))));
        }
        MagicNumber wanted = magic ? MAGIC.get(place / 22 % MAGIC.size()) : MagicNumber.ORDINARY;
        var person = new Person(country, name(country), numbers.draw(country, wanted));
        if (!magic) {
            earlier.add(person);
        }
        return line(person, numbers.written(person.number()));
    }

    private String line(Person person, String phone) {
        return line(fields(person.country(), person.name(), phone));
    }

    private List<String> fields(String country, String name, String phone) {
        String since =
                String.format("20%02d-%02d-%02d", random.nextInt(8, 26), random.nextInt(1, 13), random.nextInt(1, 29));
        String offer = OFFERS.get(random.nextInt(OFFERS.size()));
        return List.of(name, phone, DemoNames.town(country), OWN_OFFERS.getOrDefault(country, offer), since);
    }

    private String name(String country) {
        List<String> names = DemoNames.of(country);
        return random.nextInt(40) == 0 ? "" : names.get(random.nextInt(names.size()));
    }

    private static String line(List<String> fields) {
        return fields.stream().map(DemoCsv::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String field) {
        return field.contains(",") || field.contains("\"") ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }

    /** Writes {@code args[1]} rows to the file {@code args[0]}. */
    public static void main(String[] args) {
        write(Path.of(args[0]), Integer.parseInt(args[1]));
    }
}
