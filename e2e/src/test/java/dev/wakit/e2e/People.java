package dev.wakit.e2e;

import dev.wakit.campaign.audience.AudienceMember;
import java.util.ArrayList;
import java.util.List;

/** Audiences for tests: valid Indian mobile numbers whose last digits say nothing to the simulator, or do. */
final class People {

    private People() {}

    /** People whose messages are delivered and read. */
    static List<AudienceMember> ordinary(int count) {
        var people = new ArrayList<AudienceMember>(count);
        for (int i = 0; i < count; i++) {
            people.add(person(phone(i / 1_000, 1_000 + i % 1_000)));
        }
        return people;
    }

    /** A person whose last four digits decide what happens. */
    static AudienceMember magic(int series, String lastFour) {
        return person("+9198" + String.format("%04d", 7_000 + series) + lastFour);
    }

    /** A person with this number. */
    static AudienceMember at(String phone) {
        return person(phone);
    }

    private static String phone(int block, int last) {
        return "+9199" + String.format("%04d", 1_000 + block) + String.format("%04d", last);
    }

    private static AudienceMember person(String phone) {
        return AudienceMember.of(phone)
                .named("Asha")
                .with("package", "Bali Premium")
                .with("price", "45,000");
    }
}
